using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Requirements;

/// <summary>FW502: an id that other documents will not find.</summary>
public sealed class ReqIdFormatRule() : DocumentRule(new RuleDescriptor("FW502", "req-id-format", Severity.Warning, FixSafety.Safe, "0.1"))
{
    private const int LongestId = 16;

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate)
        {
            return;
        }

        var scheme = document.Definition.RequirementIds;
        var form = scheme.Form;
        foreach (var malformed in Malformed(document, context.Parameter("malformed")))
        {
            context.Report(
                malformed.Span,
                $"\"{malformed.Text}\" is not of the form {form}, so nothing that refers to it is found. {(malformed.Canonical is null ? "Write the id in that form." : $"Write {malformed.Canonical}.")}",
                data: malformed.Canonical);
        }

        // A dialect is understood everywhere; that it is one is worth a word.
        if (RequirementReader.Definitions(document).FirstOrDefault(definition => !scheme.IsCanonical(definition.Fact.Id) && !IsPart(scheme, definition.Fact.Id)) is { } dialect)
        {
            context.Report(dialect.Span, $"The ids of this document are not of the form {form}. They are understood; new documents use that form.", Severity.Info);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is string id
        ? [new Fix($"Write {id}", FixSafety.Safe, [new TextChange(context.Finding.LocalSpan, id)]) { IsPreferred = true }]
        : [];

    private static bool IsPart(RequirementIdMatcher scheme, string id) => id.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 && scheme.IsCanonical(id[..dot]);

    private static IEnumerable<(TextSpan Span, string Text, string? Canonical)> Malformed(BoundDocument document, ImmutableArray<string> patterns)
    {
        var found = Positions(document)
            .Where(position => position.Text.Length is > 1 and <= LongestId && position.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && !document.Definition.RequirementIds.FindAll(position.Text).Any())
            .Select(position => (position.Span, position.Text, Match: patterns.Select(pattern => TextPattern.Get(pattern).FirstMatch(position.Text)).FirstOrDefault(static match => match is not null), position.Section))
            .Where(static entry => entry.Match is not null)
            .Select(entry => (entry.Span, entry.Text, Canonical: Canonical(document, entry.Match!, entry.Section)))
            .ToList();

        // An id that somebody else bears already is not given twice.
        var taken = found.Count == 0 ? [] : RequirementReader.Definitions(document).Select(static definition => definition.Fact.Id)
            .Concat(RequirementReader.Traces(document).Select(static trace => trace.Fact.Id))
            .ToHashSet(StringComparer.Ordinal);
        return found.Select(entry => entry.Canonical is null || taken.Contains(entry.Canonical) || found.Count(other => other.Canonical == entry.Canonical) > 1 ? entry with { Canonical = null } : entry);
    }

    private static string? Canonical(BoundDocument document, Match match, int section)
    {
        var ids = document.Definition.RequirementIds;
        var prefix = match.Groups["prefix"] is { Success: true } written
            ? ids.Scheme.Prefixes.FirstOrDefault(prefix => prefix.Id.Equals(written.Value, StringComparison.OrdinalIgnoreCase))
            : ids.Scheme.Prefixes.FirstOrDefault(prefix => prefix.SectionRole == document.Owners[section]?.Definition.Role);
        return prefix is not null
            && int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && RequirementNumber.Start(prefix.Id, ids).With(number) is var id
            && ids.IsCanonical(id)
            ? id
            : null;
    }

    // Cells of an id column, requirement headings up to their title, and values of an id label.
    private static IEnumerable<(TextSpan Span, string Text, int Section)> Positions(BoundDocument document)
    {
        foreach (var table in document.Tables.Where(static table => table.Definition.Role is TableRoles.Requirements or TableRoles.Traceability or TableRoles.CoverageMatrix or TableRoles.Descoped))
        {
            foreach (var cell in table.Table.Rows.Select(row => table.Cell(row, ColumnRoles.RequirementId)).OfType<TableCell>())
            {
                var lead = cell.Raw.Length - cell.Raw.AsSpan().TrimStart("*_` ").Length;
                var text = cell.Raw.Trim('*', '_', '`', ' ');
                yield return (new TextSpan(cell.ContentSpan.Start + lead, text.Length), text, table.Table.Section);
            }
        }

        foreach (var section in document.Outline.Sections.Where(section => section.Level > 2 && document.Owners[section.Index]?.Definition.Tables.Any(static table => table.Role == TableRoles.Requirements) == true))
        {
            var end = section.Title.AsSpan().IndexOfAny(":–—");
            if (end > 0)
            {
                var text = section.Title[..end].Trim('*', '_', '`', ' ');
                var start = section.Title.IndexOf(text, StringComparison.Ordinal);
                yield return (new TextSpan(section.TitleSpan.Start + start, text.Length), text, section.Parent < 0 ? section.Index : section.Parent);
            }
        }
    }
}
