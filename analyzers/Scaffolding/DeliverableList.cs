using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Lists what is handed over: what is there with its place, and what is still missing.</summary>
internal static class DeliverableList
{
    /// <summary>One line for each deliverable, ending with a line end; empty when the pack has none.</summary>
    public static string Write(ScaffoldText text) => string.Concat(Wanted(text).Select(deliverable => Line(text, deliverable)).Where(static line => line.Length > 0).Select(static line => line + "\n"));

    /// <summary>A row for each deliverable that is there.</summary>
    public static List<ImmutableDictionary<string, string>> Rows(ScaffoldText text) =>
    [
        .. Wanted(text).Select(deliverable => ImmutableDictionary<string, string>.Empty
            .SetItem(ColumnRoles.Deliverable, deliverable.Name)
            .SetItem(ColumnRoles.Produced, ProducedAt(text, deliverable))
            .SetItem(ColumnRoles.Path, Links(text, deliverable) is { Length: > 0 } links ? links : string.Join(", ", deliverable.Paths.Select(static path => $"`{path}`")))),
    ];

    private static IEnumerable<Deliverable> Wanted(ScaffoldText text) => text.Definition.Deliverables.Where(deliverable =>
        text.Content.Deliverables.ContainsKey(deliverable.Id)
        || deliverable.Presence == Presence.Required
        || (deliverable.Presence == Presence.Extended && text.Request.Facts.IsExtended));

    private static string Line(ScaffoldText text, Deliverable deliverable)
    {
        var phrases = text.Definition.Phrases;
        var links = Links(text, deliverable);
        return links.Length > 0
            ? phrases.Fill(ScaffoldPhrases.DeliverablePresent, ("name", deliverable.Name), ("path", links))
            : phrases.Fill(ScaffoldPhrases.DeliverableOpen, ("name", deliverable.Name));
    }

    private static string Links(ScaffoldText text, Deliverable deliverable) =>
        string.Join(", ", text.Content.Deliverables.GetValueOrDefault(deliverable.Id, []).Select(text.Link));

    private static string ProducedAt(ScaffoldText text, Deliverable deliverable)
    {
        var stage = deliverable.Kind is { } kind ? text.Definition.Kind(kind)?.Stage : deliverable.Stage;
        return stage is { Length: > 0 } ? text.Definition.Phrases.Fill(ScaffoldPhrases.ProducedAt, ("stage", stage)) : "";
    }
}
