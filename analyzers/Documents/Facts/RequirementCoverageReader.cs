using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A stated share of the requirements that are done, with its places.</summary>
/// <param name="Fact">What is stated.</param>
/// <param name="Span">The share or percentage.</param>
/// <param name="Percent">The percentage that says the same; null when there is none beside a share.</param>
public sealed record RequirementCoverageSlot(RequirementCoverageFact Fact, TextSpan Span, TextSpan? Percent);

/// <summary>Reads which share of the requirements is said to be done: the row of the traceability check and the phrases of the pack (decisions 31).</summary>
public static class RequirementCoverageReader
{
    /// <summary>Every slot in document order.</summary>
    public static IEnumerable<RequirementCoverageSlot> Read(BoundDocument document)
    {
        if (!document.Kind.HasRole(KindRoles.Verifies) && !document.Kind.HasRole(KindRoles.Reports) && !document.Kind.HasRole(KindRoles.MapsRequirements))
        {
            return [];
        }

        return FromRows(document).Concat(FromItems(document)).DistinctBy(static slot => slot.Span.Start).OrderBy(static slot => slot.Span.Start);
    }

    private static IEnumerable<RequirementCoverageSlot> FromRows(BoundDocument document)
    {
        foreach (var row in CheckReader.Rows(document).Where(static row => row.Slot == SlotIds.Requirements))
        {
            foreach (var cell in new[] { row.Result, row.Table.Cell(row.Row, ColumnRoles.Evidence), row.Table.Cell(row.Row, ColumnRoles.Notes) })
            {
                if (cell is not null && ShareReader.FindAll(cell.Raw).Select(static share => (ShareToken?)share).FirstOrDefault() is { } share)
                {
                    yield return Slot(share, cell.ContentSpan.Start, Qualifier(cell.Raw, share));
                    break;
                }

                if (cell is not null && document.Definition.NumberSlots.Measured(cell.Raw) is { } number)
                {
                    yield return new RequirementCoverageSlot(new RequirementCoverageFact(null, null, number.Value, ""), new TextSpan(cell.ContentSpan.Start + number.Start, number.Length), null);
                    break;
                }
            }
        }
    }

    // The word behind the share: "3/3 Must", "8/8 requirements".
    private static string Qualifier(string text, ShareToken share)
    {
        var rest = text.AsSpan(share.End).TrimStart(" *_`");
        var end = 0;
        while (end < rest.Length && (char.IsLetter(rest[end]) || rest[end] is '-' or '/'))
        {
            end++;
        }

        return rest[..end].ToString();
    }

    private static IEnumerable<RequirementCoverageSlot> FromItems(BoundDocument document)
    {
        var phrase = document.Definition.NumberSlots.RequirementPhrase;
        if (phrase is null)
        {
            yield break;
        }

        // A label may be written in many ways; for the phrases it stands before a colon.
        var lines = document.Outline.ListItems.Select(static item => (item.Raw, item.ContentSpan.Start, item.Section, Lead: 0))
            .Concat(document.Outline.Fields.Select(static field => ($"{field.Name}: {field.Value}", field.ValueSpan.Start - field.Name.Length - 2, field.Section, Lead: field.Name.Length + 2)));
        foreach (var (raw, start, section, lead) in lines)
        {
            if (raw.AsSpan().IndexOfAnyInRange('0', '9') < 0
                || phrase.FirstMatch(raw) is not { } match
                || Math.Max(match.Groups["part"].Index, match.Groups["value"].Index) < lead
                || document.Owners[section]?.Definition.Tables.Any(static table => table.Role == TableRoles.CoverageMatrix) == true
                || document.Definition.NegativeScope.IsNegative(document.Outline, section))
            {
                continue;
            }

            var qualifier = match.Groups["qualifier"].Value;
            if (match.Groups["part"].Success)
            {
                var (part, whole) = (match.Groups["part"], match.Groups["whole"]);
                var span = TextSpan.FromBounds(start + part.Index, start + whole.Index + whole.Length);
                var percent = ShareReader.FindAll(raw).FirstOrDefault(share => share.Start == part.Index).Percent;
                yield return new RequirementCoverageSlot(
                    new RequirementCoverageFact(int.Parse(part.ValueSpan, CultureInfo.InvariantCulture), int.Parse(whole.ValueSpan, CultureInfo.InvariantCulture), null, qualifier),
                    span,
                    percent is { } token ? new TextSpan(start + token.Start, token.Length) : null);
            }
            else if (NumberSlotMatcher.TryParse(match.Groups["value"].ValueSpan, out var value))
            {
                var group = match.Groups["value"];
                var length = raw.IndexOf('%', group.Index) + 1 - group.Index;
                yield return new RequirementCoverageSlot(new RequirementCoverageFact(null, null, value, qualifier), new TextSpan(start + group.Index, length), null);
            }
        }
    }

    private static RequirementCoverageSlot Slot(ShareToken share, int start, string qualifier) => new(
        new RequirementCoverageFact(share.Part, share.Whole, null, qualifier),
        new TextSpan(start + share.Start, share.Length),
        share.Percent is { } percent ? new TextSpan(start + percent.Start, percent.Length) : null);
}
