using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Features.Board;

/// <summary>What earlier documents of a delivery say that a later one does not carry; judged by facts, never by the times of files.</summary>
internal static class Staleness
{
    // A list that is longer is not read.
    private const int MostListed = 5;

    /// <summary>What a document lacks, one sentence each; empty when it is up to date.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="documents">The documents of the delivery in the order of the stages, templates and reference material left out.</param>
    /// <param name="index">Which of them is judged.</param>
    /// <param name="excluded">The ids that some document takes out of scope.</param>
    public static ImmutableArray<string> Of(FrameworkDefinition definition, IReadOnlyList<DocumentFacts> documents, int index, IReadOnlySet<string> excluded)
    {
        var facts = documents[index];
        var earlier = documents.Take(index).Where(other => other.Kind != facts.Kind).ToList();
        return earlier.Count == 0 ? [] : [.. new[] { Level(definition, facts, earlier), Modules(definition, facts, earlier), Requirements(documents, index, earlier, excluded) }.OfType<string>()];
    }

    private static string? Level(FrameworkDefinition definition, DocumentFacts facts, List<DocumentFacts> earlier) =>
        facts.Level is { } level && earlier.FindLast(static other => other.Level is not null) is { Level: { } stated } source && stated != level
            ? $"The {Name(definition, source)} says level {stated}, this says level {level}."
            : null;

    private static string? Modules(FrameworkDefinition definition, DocumentFacts facts, List<DocumentFacts> earlier)
    {
        if (facts.Modules is not { } modules || earlier.FindLast(static other => other.Modules is not null) is not { Modules: { } declared } source)
        {
            return null;
        }

        // What a declared module brings along need not be spelled out on either side.
        var lacking = declared.Except(definition.Modules.Closure(modules)).ToList();
        var surplus = modules.Except(definition.Modules.Closure(declared)).ToList();
        var parts = new[] { List("lacks", lacking), List("still has", surplus) }.Where(static part => part.Length > 0).ToList();
        return parts.Count == 0 ? null : $"The modules of the {Name(definition, source)} have changed: this {string.Join(" and ", parts)}.";

        string List(string verb, List<string> ids) => ids.Count == 0 ? "" : $"{verb} {string.Join(", ", ids.Select(id => definition.Module(id)?.Name ?? id))}";
    }

    // Several documents of a kind share the work; the last one must account for the rest.
    private static string? Requirements(IReadOnlyList<DocumentFacts> documents, int index, List<DocumentFacts> earlier, IReadOnlySet<string> excluded)
    {
        var facts = documents[index];
        var same = documents.Where(other => other.Kind == facts.Kind).ToList();
        if (!ReferenceEquals(same[^1], facts) || !same.Exists(static other => other.Traces.Count > 0 || other.HasTraceability) || same.Exists(static other => other.HasElision))
        {
            return null;
        }

        var carried = same.SelectMany(static other => other.Traces).Select(static trace => trace.Id).ToHashSet(StringComparer.Ordinal);
        var missing = earlier.SelectMany(static other => other.Requirements)
            .Where(requirement => !requirement.IsBlank
                && requirement.Priority != StatusClasses.Wont
                && requirement.Status != StatusClasses.Descoped
                && !carried.Contains(requirement.Id)
                && !carried.Contains(RequirementLedger.Parent(requirement.Id))
                && !excluded.Contains(requirement.Id))
            .Select(static requirement => requirement.Id)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return missing.Count == 0
            ? null
            : $"It lacks {string.Join(", ", missing.Take(MostListed))}{(missing.Count > MostListed ? $" and {missing.Count - MostListed} more requirements" : "")}.";
    }

    private static string Name(FrameworkDefinition definition, DocumentFacts facts) => definition.Kind(facts.Kind)?.Name ?? facts.Kind;
}
