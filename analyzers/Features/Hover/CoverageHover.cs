using FrameworkLsp.Analyzers.Documents.Facts;

namespace FrameworkLsp.Analyzers.Features.Hover;

/// <summary>Compares a stated coverage with the threshold of the document's level.</summary>
internal static class CoverageHover
{
    /// <summary>The hover for a coverage number at a place; null when there is none.</summary>
    public static HoverText? At(DocumentPlace place)
    {
        var slot = CoverageReader.Read(place.Document).FirstOrDefault(slot => slot.Span.Start <= place.Offset && place.Offset <= slot.Span.End);
        return slot is null
            ? null
            : new HoverText(place.ToSource(slot.Span), WorkflowHovers.Coverage(place.Framework, slot.Value, LevelReader.Find(place.Document)?.Reading.Level));
    }
}
