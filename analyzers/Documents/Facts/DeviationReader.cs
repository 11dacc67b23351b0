using System.Collections.Immutable;
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

        var approvals = ApprovalWords(document.Definition.Definition);
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in sections)
        {
            var entries = Entries(document, section.Section).Select(entry => (Text: Words.Fold(entry), IsApproved: IsApproved(document, entry, approvals))).ToList();
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

    private static bool IsApproved(BoundDocument document, string entry, ImmutableArray<string> approvals)
    {
        var folded = Words.Fold(PlainText.Of(entry));
        foreach (var approval in approvals)
        {
            var index = Words.IndexOfPhrase(folded, approval);
            if (index < 0)
            {
                continue;
            }

            var rest = folded[(index + approval.Length)..].TrimStart(' ', ':', '*');
            var end = rest.AsSpan().IndexOfAny(";|");
            var approver = (end < 0 ? rest : rest[..end]).Trim();
            if (approver.Any(char.IsLetter) && !document.Definition.Values.IsDash(approver) && document.Definition.Values.Placeholder(approver) is null)
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<string> ApprovalWords(FrameworkDefinition definition)
    {
        var fields = definition.Kinds.SelectMany(static kind => kind.HeaderFields.Concat(kind.AllSections().SelectMany(static section => section.Fields)))
            .Where(static field => field.Role == FieldRoles.ApprovedBy)
            .SelectMany(static field => field.Aliases.Append(field.Name));
        var columns = definition.Kinds.SelectMany(static kind => kind.AllSections().SelectMany(static section => section.Tables))
            .SelectMany(static table => table.Columns)
            .Where(static column => column.Role == ColumnRoles.ApprovedBy)
            .SelectMany(static column => column.Aliases.Append(column.Name));
        return [.. fields.Concat(columns).Select(Words.Fold).Distinct(StringComparer.Ordinal)];
    }
}
