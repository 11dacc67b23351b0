using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Symbols;

/// <summary>Something of a workspace that can be gone to by its name.</summary>
/// <param name="Category">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Container">The document it is in, as people call it.</param>
/// <param name="Path">The document.</param>
/// <param name="Span">Where, in the document's source text.</param>
public sealed record WorkspaceSymbolEntry(SymbolCategory Category, string Name, string Container, string Path, TextSpan Span);

/// <summary>Finds documents, sections, requirements, phases and services of a workspace by name. Reads what the analysis keeps, no text.</summary>
public static class WorkspaceSymbolProvider
{
    /// <summary>The best matches, best first.</summary>
    /// <param name="analysis">The analysis of the workspace.</param>
    /// <param name="query">Letters of the name, in order.</param>
    /// <param name="limit">How many there may be.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IReadOnlyList<WorkspaceSymbolEntry> Find(WorkspaceAnalysis analysis, string query, int limit, CancellationToken cancellationToken)
    {
        var best = new PriorityQueue<WorkspaceSymbolEntry, (int Score, int Order)>();
        var order = 0;
        foreach (var (path, document) in analysis.Workspace.Documents.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var kept = document.GetAnalysis(cancellationToken);
            if (kept.Parts is not [var part, ..])
            {
                continue;
            }

            var container = Container(analysis, part.Facts);
            foreach (var (category, name, span) in Named(part, kept.Headings))
            {
                if (FuzzyMatch.Score(query, name) is { } score)
                {
                    best.Enqueue(new WorkspaceSymbolEntry(category, name, container, path, span()), (score, -order++));
                    if (best.Count > limit)
                    {
                        best.Dequeue();
                    }
                }
            }
        }

        var found = new List<WorkspaceSymbolEntry>(best.Count);
        while (best.TryDequeue(out var entry, out _))
        {
            found.Add(entry);
        }

        found.Reverse();
        return found;
    }

    private static IEnumerable<(SymbolCategory Category, string Name, Func<TextSpan> Span)> Named(DocumentPart part, ImmutableArray<HeadingPlace> headings)
    {
        var (facts, places) = part;
        yield return (SymbolCategory.Document, facts.Title.Length > 0 ? facts.Title : facts.Path, () => places.Source(FactKey.Title));
        foreach (var requirement in facts.Requirements)
        {
            yield return (SymbolCategory.Requirement, requirement.Title.Length > 0 ? $"{requirement.Id} {requirement.Title}" : requirement.Id, () => places.Source(FactKey.Requirement(requirement.Id, requirement.Scope)));
        }

        foreach (var service in facts.Services)
        {
            yield return (SymbolCategory.Service, service, () => places.Source(FactKey.Service(service)));
        }

        for (var index = 0; index < facts.Phases.Count; index++)
        {
            var ordinal = index;
            yield return (SymbolCategory.Phase, facts.Phases[index].Title, () => places.Source(FactKey.Phase(ordinal)));
        }

        // The title and the phases are there already.
        var shown = facts.Phases.Select(static phase => phase.Title).Append(facts.Title).ToHashSet(StringComparer.Ordinal);
        foreach (var heading in headings)
        {
            if (!shown.Contains(heading.Title))
            {
                yield return (heading.IsKnown ? SymbolCategory.Section : SymbolCategory.Heading, heading.Title, () => heading.Span);
            }
        }
    }

    private static string Container(WorkspaceAnalysis analysis, DocumentFacts facts) =>
        $"{analysis.Workspace.Definition.Kind(facts.Kind)?.Name ?? facts.Kind}, {facts.Path}";
}
