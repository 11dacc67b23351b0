using System.Buffers;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Tokens;

/// <summary>The values of fields and cells that are a status or still to be filled in.</summary>
internal static class ValueTokens
{
    private static readonly SearchValues<char> VerdictEnds = SearchValues.Create("(,;<\r\n");

    /// <summary>The tokens of a document.</summary>
    public static IEnumerable<(TextSpan Span, TokenKind Kind, TokenTraits Traits)> In(BoundDocument document, CancellationToken cancellationToken)
    {
        foreach (var field in document.Fields.Where(static field => field.Field.Value.Length > 0))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Of(document, field.Definition.ValueKind, field.Field.Value, field.Field.ValueSpan) is { } token)
            {
                yield return token;
            }
        }

        foreach (var table in document.Tables)
        {
            var columns = table.Definition.Columns
                .Where(column => table.Columns.ContainsKey(column.Role))
                .Select(column => (Index: table.Columns[column.Role], column.ValueKind))
                .ToList();
            foreach (var row in table.Table.Rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                foreach (var (index, kind) in columns)
                {
                    if (row.Cell(index) is { Raw.Length: > 0 } cell && Of(document, kind, cell.Raw, cell.ContentSpan) is { } token)
                    {
                        yield return token;
                    }
                }
            }
        }
    }

    private static (TextSpan Span, TokenKind Kind, TokenTraits Traits)? Of(BoundDocument document, string valueKind, string value, TextSpan span)
    {
        var values = document.Definition.Values;
        if (values.Placeholder(value) is not null || values.IsChoiceList(value))
        {
            return (span, TokenKind.Placeholder, TokenTraits.None);
        }

        if (VocabularyIds.Of(valueKind) is not { } vocabulary || document.Definition.Status(vocabulary).Classify(value) is not { } status)
        {
            return null;
        }

        // The verdict comes first; what explains it stays plain.
        var end = value.AsSpan().IndexOfAny(VerdictEnds);
        var length = (end < 0 ? value : value[..end]).TrimEnd().Length;
        return length == 0 ? null : (new TextSpan(span.Start, length), TokenKind.Status, status == StatusClasses.Descoped ? TokenTraits.Descoped : TokenTraits.None);
    }
}
