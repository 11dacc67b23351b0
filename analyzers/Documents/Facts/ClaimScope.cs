using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>
/// Tells where the running text of a document claims something (catalogue 1.9, decisions 23): not in fences and comments, not below headings
/// and labels of what is left out, not in notes on what lies outside.
/// </summary>
internal sealed class ClaimScope
{
    // Several rules ask for the scope of the same document.
    private static readonly DocumentMemo<ClaimScope> Known = new(static document => new ClaimScope(document));

    private static readonly DocumentMemo<ImmutableArray<Field>> Silenced = new(static document =>
        [.. document.Outline.Fields.Where(field => document.Definition.NegativeScope.IsNegativeHeading(field.Key))]);

    private readonly BoundDocument _document;
    private readonly ImmutableArray<TextSpan> _silent;

    private ClaimScope(BoundDocument document)
    {
        _document = document;
        _silent = [.. Silent(document).OrderBy(static span => span.Start)];
    }

    private NegativeScopeMatcher Words => _document.Definition.NegativeScope;

    /// <summary>The labels that open lists of what is left out.</summary>
    public static ImmutableArray<Field> SilentFields(BoundDocument document) => Silenced.Of(document);

    /// <summary>The scope of a document.</summary>
    public static ClaimScope Of(BoundDocument document) => Known.Of(document);

    /// <summary>Whether what stands at an offset may be a claim at all, as far as its place goes.</summary>
    public bool IsOpen(int offset) =>
        _document.Outline.FenceAt(offset) is null
        && !Words.IsNegative(_document.Outline, _document.Outline.SectionAt(offset).Index)
        && !_silent.Any(span => span.Contains(offset))
        && !(_document.Outline.FrontMatter?.Span.Contains(offset) ?? false);

    /// <summary>Whether a part of a sentence is claimed: its place is open, and neither a mark nor a word of the sentence, nor a cell beside it, negates it.</summary>
    public bool IsClaimed(Sentence sentence, int start, int length) =>
        IsOpen(sentence.Start + start) && !Words.HasNegativeMark(sentence.Text) && !Words.IsNegated(sentence.Text, start, length) && !IsTurnedDown(sentence.Start + start);

    /// <summary>Whether one of some phrases stands in a sentence that claims it.</summary>
    /// <param name="phrases">A list that is kept, such as one of the pack, in lower case.</param>
    public bool ClaimsAny(ImmutableArray<string> phrases) =>
        Sentence.Holding(_document, phrases).Any(sentence => phrases.Any(phrase => Claims(sentence, phrase)));

    private bool Claims(Sentence sentence, string phrase)
    {
        var text = sentence.Text.ToLowerInvariant();
        for (var index = Values.Words.IndexOfPhrase(text, phrase); index >= 0; index = Values.Words.IndexOfPhrase(text, phrase, index + 1))
        {
            if (IsClaimed(sentence, index, phrase.Length))
            {
                return true;
            }
        }

        return false;
    }

    // "| FastAPI + worker in one container | rejected |"
    private bool IsTurnedDown(int offset) =>
        _document.Outline.RowAt(offset) is { } row && row.Cells.Any(cell => !cell.Span.Contains(offset) && Words.IsVerdict(cell.Text));

    private static IEnumerable<TextSpan> Silent(BoundDocument document)
    {
        foreach (var field in SilentFields(document))
        {
            yield return field.Span;
            yield return field.ContinuationSpan;
            foreach (var item in field.Items.IsDefault ? [] : field.Items)
            {
                yield return item.Span;
            }
        }

        foreach (var comment in document.Outline.Comments)
        {
            yield return comment.Span;
        }

        foreach (var table in document.Tables)
        {
            foreach (var cell in table.Table.Rows.Select(row => table.Cell(row, ColumnRoles.Notes)).OfType<TableCell>())
            {
                yield return cell.Span;
            }
        }
    }
}
