using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A phase of a plan: a heading, or a row of its work plan.</summary>
/// <param name="Phase">The workflow's phase that it is; null when it is another one.</param>
/// <param name="Number">The number it carries; null when it has none.</param>
/// <param name="Title">Its heading or cell as written.</param>
/// <param name="Span">The heading's text or the cell.</param>
/// <param name="IsNamed">Whether its words tell which phase it is, and not only its number (C-41).</param>
/// <param name="Section">The section, for a heading.</param>
public sealed record PlanPhase(Phase? Phase, int? Number, string Title, TextSpan Span, bool IsNamed, BoundSection? Section);

/// <summary>Reads the phases of a plan. Words identify a phase, numbers only decide between them or where there are none (C-41).</summary>
public static class PlanPhaseReader
{
    // Several rules ask for the phases of the same plan.
    private static readonly DocumentMemo<IReadOnlyList<PlanPhase>> Known = new(ReadAll);

    /// <summary>The phases in document order.</summary>
    public static IReadOnlyList<PlanPhase> Read(BoundDocument document) => Known.Of(document);

    private static IReadOnlyList<PlanPhase> ReadAll(BoundDocument document)
    {
        var phases = new List<PlanPhase>();
        foreach (var section in document.Sections.Where(static section => section.Definition is { Role: SectionRoles.Phases, HeadingPattern: not null }))
        {
            phases.Add(Resolve(document.Definition, section.Section.Title, section.Section.TitleSpan, section.Definition.HeadingPattern!, section.Section.Key, section));
        }

        var pattern = document.Kind.Section(SectionRoles.Phases)?.HeadingPattern;
        foreach (var table in document.Tables.Where(static table => table.Columns.ContainsKey(ColumnRoles.Phase) && table.Columns.ContainsKey(ColumnRoles.Tasks) && !table.Columns.ContainsKey(ColumnRoles.RequirementId)))
        {
            foreach (var row in table.Table.Rows)
            {
                if (table.Cell(row, ColumnRoles.Phase) is { Text.Length: > 0 } cell)
                {
                    phases.Add(Resolve(document.Definition, cell.Text, cell.ContentSpan, pattern ?? "^$", Markdown.HeadingKey.Normalize(cell.Text), null));
                }
            }
        }

        return [.. phases.OrderBy(static phase => phase.Span.Start)];
    }

    private static PlanPhase Resolve(CompiledDefinition definition, string title, TextSpan span, string pattern, string key, BoundSection? section)
    {
        var (number, subStage) = NumberOf(title, pattern, key);
        var named = definition.PhaseNames.Named(title);
        var numbered = definition.Definition.Phases.FirstOrDefault(phase => subStage is null ? phase.Number == number : phase.SubStage == subStage);

        // The phase whose word comes first says what the heading is about.
        var resolved = named.Count == 0 || named.Any(phase => ReferenceEquals(phase.Phase, numbered)) ? numbered : named.MinBy(static phase => phase.Start).Phase;
        return new PlanPhase(resolved, number, title, span, named.Count > 0, section);
    }

    // "Stage 4.3" is a sub-stage of the workflow, "Phase 3" a number of the plan.
    private static (int? Number, string? SubStage) NumberOf(string title, string pattern, string key)
    {
        if (TextPattern.Get(pattern).FirstMatch(key) is not { } match || !int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var digits = title.AsSpan().TrimStart();
            var end = 0;
            while (end < digits.Length && (char.IsAsciiDigit(digits[end]) || (digits[end] == '.' && end > 0)))
            {
                end++;
            }

            var leading = digits[..end].TrimEnd('.').ToString();
            return int.TryParse(leading, NumberStyles.None, CultureInfo.InvariantCulture, out var plain) ? (plain, null) : (null, leading.Length > 0 ? leading : null);
        }

        var text = match.Value;
        var place = text.IndexOf(match.Groups["number"].Value, StringComparison.Ordinal);
        return text.IndexOf('.', place) > 0 ? (number, text[place..].Trim()) : (number, null);
    }
}
