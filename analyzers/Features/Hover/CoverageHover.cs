using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Hover;

/// <summary>Compares a stated coverage with the threshold of the document's level, else of its delivery's.</summary>
internal static class CoverageHover
{
    /// <summary>The hover for a coverage number at a place; null when there is none.</summary>
    public static HoverText? At(DocumentPlace place, WorkspaceAnalysis analysis)
    {
        var slot = CoverageReader.Read(place.Document).FirstOrDefault(slot => slot.Span.Start <= place.Offset && place.Offset <= slot.Span.End);
        if (slot is null)
        {
            return null;
        }

        var number = LevelReader.Level(place.Document)
            ?? DeliveryScope.OfRequirements(place.Document, analysis).Select(static facts => facts.Level).LastOrDefault(static level => level is not null);
        return new HoverText(place.ToSource(slot.Span), WorkflowHovers.Coverage(place.Framework, slot.Value, number is { } level ? place.Framework.Level(level) : null));
    }
}
