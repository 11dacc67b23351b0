using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Inserts a phase into a plan, between its neighbours in the order of the workflow.</summary>
public static class PhaseInsertion
{
    /// <summary>The edit that inserts the phase with its skeleton; null when the plan has no phases under headings of their own.</summary>
    public static TextChange? Insert(BoundDocument document, Phase phase)
    {
        var present = PlanPhaseReader.Read(document).Where(static other => other is { Section: not null, Phase: not null }).ToList();
        if (present.Count == 0 || document.Kind.Section(SectionRoles.Phases) is not { } definition)
        {
            return null;
        }

        var before = present.LastOrDefault(other => other.Phase!.Number < phase.Number);
        var neighbour = (before ?? present[0]).Section!.Section;
        var offset = before is null ? neighbour.Span.Start : neighbour.Span.End;
        var text = document.Outline.Text;
        return InsertionPoint.IsInOpenFence(document.Outline, offset)
            ? null
            : new TextChange(new TextSpan(offset, 0), InsertionPoint.Separated(text, offset, SectionSkeleton.Phases(definition, neighbour.Level, document.IsExtended, [phase])));
    }
}
