using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Hover;

/// <summary>Explains features where they are listed: in the tables and lists of what a level includes or leaves out, and in plans of phases.</summary>
internal static class FeatureHover
{
    /// <summary>The hover for a feature's name at a place; null when there is none.</summary>
    public static HoverText? At(DocumentPlace place)
    {
        var line = place.Line;
        var isList = IsList(place);
        foreach (var mention in place.Document.Definition.Features.FindAll(place.TextOf(line)))
        {
            var span = new TextSpan(line.Start + mention.Start, mention.Length);
            if ((isList || !mention.IsGeneric) && span.Start <= place.Offset && place.Offset <= span.End)
            {
                return new HoverText(place.ToSource(span), WorkflowHovers.Feature(place.Framework, mention.Feature));
            }
        }

        return null;
    }

    // In a list of features a general word means the feature, in a sentence it may mean anything.
    private static bool IsList(DocumentPlace place) =>
        place.Owner?.Definition.Role is SectionRoles.Included or SectionRoles.Skipped
        || CellPlace.Find(place)?.Table.Definition.Role == TableRoles.Features;
}
