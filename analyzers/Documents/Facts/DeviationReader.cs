using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads which checks have an approved deviation: an entry of the section names the check, and it or the section names an approver (decisions 33).</summary>
internal static class DeviationReader
{
    public static IEnumerable<string> Read(BoundDocument document)
    {
        var sections = document.Sections.Where(static section => section.Definition.Role == SectionRoles.Deviations).ToList();
        if (sections.Count == 0)
        {
            return [];
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            var entries = Entries(document, section.Section).Select(entry => (Text: Words.Fold(entry), IsApproved: document.Definition.Approvals.NamesApprover(entry))).ToList();
            var named = entries.Select(entry => (Checks: ChecksIn(document, entry.Text), entry.IsApproved)).ToList();
            var isApproved = named.Exists(static entry => entry.IsApproved && entry.Checks.Count == 0);
            found.UnionWith(named.Where(entry => entry.IsApproved || isApproved).SelectMany(static entry => entry.Checks));
        }

        return document.Definition.Definition.Checks.Select(static check => check.Id).Where(found.Contains);
    }

    // One text per list item with what is nested in it, per table row with its headers, and per remaining line.
    private static IEnumerable<string> Entries(BoundDocument document, Section section)
    {
        var outline = document.Outline;
        var taken = new List<TextSpan>();
        foreach (var item in outline.ListItems.Where(item => item.Parent < 0 && section.Span.Contains(item.Span)))
        {
            taken.Add(item.Span);
            yield return outline.Text.Substring(item.Span.Start, item.Span.Length);
        }

        foreach (var table in outline.Tables.Where(table => section.Span.Contains(table.Span)))
        {
            taken.Add(table.Span);
            foreach (var row in table.Rows)
            {
                yield return string.Join("; ", row.Cells.Select((cell, column) => $"{table.Header.Cell(column)?.Text}: {cell.Text}"));
            }
        }

        var start = section.HeadingSpan.End;
        foreach (var span in taken.OrderBy(static span => span.Start).Append(new TextSpan(section.Span.End, 0)))
        {
            foreach (var line in outline.Text[Math.Min(start, span.Start)..span.Start].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                yield return line;
            }

            start = Math.Max(start, span.End);
        }
    }

    private static List<string> ChecksIn(BoundDocument document, string entry) =>
    [
        .. document.Definition.Definition.Checks
            .Where(check => check.Aliases.Append(check.Name).Any(name => Words.IndexOfPhrase(entry, Words.Fold(name)) >= 0))
            .Select(static check => check.Id),
    ];
}
