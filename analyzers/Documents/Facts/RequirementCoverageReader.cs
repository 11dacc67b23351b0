using System.Buffers;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
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
    // Labelled lines outside of lists stand in one list for each section.
    private const int NoList = -2;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;.|/0123456789");

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
                    var fact = new RequirementCoverageFact(share.Part, share.Whole, null, Qualifier(cell.Raw, share)) { Around = Around(cell.Raw, share.Start, share.End) };
                    var percent = share.Percent is { } token ? new TextSpan(cell.ContentSpan.Start + token.Start, token.Length) : (TextSpan?)null;
                    yield return new RequirementCoverageSlot(fact, new TextSpan(cell.ContentSpan.Start + share.Start, share.Length), percent);
                    break;
                }

                if (cell is not null && document.Definition.NumberSlots.Measured(cell.Raw) is { } number)
                {
                    var fact = new RequirementCoverageFact(null, null, number.Value, "") { Around = Around(cell.Raw, number.Start, number.End) };
                    yield return new RequirementCoverageSlot(fact, new TextSpan(cell.ContentSpan.Start + number.Start, number.Length), null);
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

    // The words of the clause on both sides, up to the next number: "Must: 3/3", "3/3 requirements implemented (Must only)".
    private static string Around(string text, int start, int end)
    {
        var before = text.AsSpan(0, start);
        before = before[(before.LastIndexOfAny(ClauseEnds) + 1)..];
        var after = text.AsSpan(end);
        var stop = after.IndexOfAny(ClauseEnds);
        return string.Concat(before, " ", stop < 0 ? after : after[..stop]).Trim();
    }

    // A list of several labelled shares breaks the requirements down, by service or priority: none of them is of all.
    private static IEnumerable<RequirementCoverageSlot> FromItems(BoundDocument document)
    {
        return Items(document)
            .DistinctBy(static entry => entry.Slot.Span.Start)
            .GroupBy(static entry => entry.List)
            .Where(static group => group.Key is null || group.Take(2).Count() == 1)
            .SelectMany(static group => group.Select(static entry => entry.Slot));
    }

    private static IEnumerable<((int Section, int Parent)? List, RequirementCoverageSlot Slot)> Items(BoundDocument document)
    {
        var phrase = document.Definition.NumberSlots.RequirementPhrase;
        if (phrase is null)
        {
            yield break;
        }

        // A label may be written in many ways; for the phrases it stands before a colon.
        var lines = document.Outline.ListItems.Select(static item => (item.Raw, item.ContentSpan.Start, item.Section, Lead: 0, item.Parent))
            .Concat(document.Outline.Fields.Select(field => ($"{field.Name}: {field.Value}", field.ValueSpan.Start - field.Name.Length - 2, field.Section, Lead: field.Name.Length + 2, document.Outline.ItemAt(field.Span.Start)?.Parent ?? NoList)));
        foreach (var (raw, start, section, lead, parent) in lines)
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
            var around = Around(raw, match.Index, match.Index + match.Length);
            var label = raw.AsSpan(0, match.Index).Contains(':') ? (section, parent) : ((int, int)?)null;
            if (match.Groups["part"].Success)
            {
                var (part, whole) = (match.Groups["part"], match.Groups["whole"]);
                var span = TextSpan.FromBounds(start + part.Index, start + whole.Index + whole.Length);
                var percent = ShareReader.FindAll(raw).FirstOrDefault(share => share.Start == part.Index).Percent;
                var fact = new RequirementCoverageFact(int.Parse(part.ValueSpan, CultureInfo.InvariantCulture), int.Parse(whole.ValueSpan, CultureInfo.InvariantCulture), null, qualifier) { Around = around };
                yield return (label, new RequirementCoverageSlot(fact, span, percent is { } token ? new TextSpan(start + token.Start, token.Length) : null));
            }
            else if (NumberSlotMatcher.TryParse(match.Groups["value"].ValueSpan, out var value))
            {
                var group = match.Groups["value"];
                var length = raw.IndexOf('%', group.Index) + 1 - group.Index;
                yield return (label, new RequirementCoverageSlot(new RequirementCoverageFact(null, null, value, qualifier) { Around = around }, new TextSpan(start + group.Index, length), null));
            }
        }
    }
}
