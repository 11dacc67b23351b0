using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads the files that evidence names: code and words in the evidence column that have, as a whole, the form of a path.</summary>
public static class EvidenceReader
{
    private const int LongestPath = 260;

    /// <summary>Every file with its span, in document order.</summary>
    public static IEnumerable<(EvidenceFact Fact, TextSpan Span)> Read(BoundDocument document)
    {
        foreach (var table in document.Tables.Where(static table => table.Columns.ContainsKey(ColumnRoles.Evidence)))
        {
            foreach (var entry in table.Table.Rows.SelectMany(row => InRow(document, table, row)))
            {
                yield return entry;
            }
        }
    }

    /// <summary>The files that the evidence of one row names.</summary>
    public static IEnumerable<(EvidenceFact Fact, TextSpan Span)> InRow(BoundDocument document, BoundTable table, TableRow row)
    {
        if (table.Cell(row, ColumnRoles.Evidence) is not { Raw.Length: > 3 } cell || cell.Raw.AsSpan().IndexOf('.') < 0)
        {
            yield break;
        }

        // Tools name files without their folder ("2 errors in `main.py`"), which shows nothing; a requirement's evidence may.
        var isTrace = table.Columns.ContainsKey(ColumnRoles.RequirementId);
        var isRemoved = new Lazy<bool>(() => IsRemoved(document, row));
        foreach (var (start, length) in Tokens(cell.Raw))
        {
            if (Path(document, cell.Raw.Substring(start, length)) is { } fact && (isTrace || fact.Path.Contains('/', StringComparison.Ordinal)))
            {
                yield return (fact with { IsRemoved = isRemoved.Value }, new TextSpan(cell.ContentSpan.Start + start, length));
            }
        }
    }

    /// <summary>Whether an evidence cell says anything: not empty, no dash and no placeholder.</summary>
    public static bool IsFilled(BoundDocument document, TableCell? cell)
    {
        if (cell is null || ValueClassifier.IsBlank(cell.Raw))
        {
            return false;
        }

        var values = document.Definition.Values;
        return !values.IsDash(cell.Text) && values.Placeholder(cell.Raw) is null && values.Placeholder(cell.Text) is null;
    }

    /// <summary>The file and lines that a text names as a whole ("path:line"); null when it has another form.</summary>
    public static EvidenceFact? PathOf(BoundDocument document, string text)
    {
        var slots = document.Definition.Definition.EvidencePaths;
        if (text.Length is < 4 or > LongestPath || TextPattern.Get(slots.Pattern).FirstMatch(text) is not { } match)
        {
            return null;
        }

        var path = match.Groups["path"].Value;
        var extension = path[(path.LastIndexOf('.') + 1)..].ToLowerInvariant();
        return slots.Extensions.Contains(extension)
            ? new EvidenceFact(path, Number(match.Groups["line"].Value), Number(match.Groups["end"].Value), IsRemoved: false)
            : null;
    }

    // A bare file name counts only as code, since a word with a dot may be anything.
    private static EvidenceFact? Path(BoundDocument document, string token)
    {
        var isCode = token.StartsWith('`');
        var text = token.Trim('`').Trim();
        return isCode || text.Contains('/', StringComparison.Ordinal) ? PathOf(document, text) : null;
    }

    // Pieces of inline code as a whole, words outside of it; links are checked as links.
    private static IEnumerable<(int Start, int Length)> Tokens(string raw)
    {
        for (var index = 0; index < raw.Length;)
        {
            if (raw[index] == '`')
            {
                var close = raw.IndexOf('`', index + 1);
                if (close < 0)
                {
                    yield break;
                }

                yield return (index, close + 1 - index);
                index = close + 1;
            }
            else if (raw[index] == '[' && raw.IndexOf("](", index, StringComparison.Ordinal) is var middle and > 0 && raw.IndexOf(')', middle) is var end and > 0)
            {
                index = end + 1;
            }
            else if (IsSeparator(raw[index]))
            {
                index++;
            }
            else
            {
                var start = index;
                while (index < raw.Length && raw[index] != '`' && !IsSeparator(raw[index]))
                {
                    index++;
                }

                var length = raw.AsSpan(start, index - start).TrimEnd(".:*_").Length;
                yield return (start, length);
            }
        }
    }

    private static bool IsSeparator(char character) => char.IsWhiteSpace(character) || character is ',' or ';' or '(' or ')' or '<' or '>' or '|' or '"' or '+' or '&';

    private static bool IsRemoved(BoundDocument document, TableRow row)
    {
        var words = document.Definition.Definition.EvidencePaths.RemovedWords;
        var search = WordSearch.For(words);
        return row.Cells.Any(cell => search.OccursIn(cell.Text) && Words.Fold(cell.Text).Split(' ', '(', ',', ';').Any(word => words.Any(removed => word.StartsWith(removed, StringComparison.Ordinal))));
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
