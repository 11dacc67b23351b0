using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Features.Links;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Navigation;

/// <summary>Finds everything that names the same requirement or service, or leads to the same section or file.</summary>
public static class ReferenceProvider
{
    /// <summary>Every place that names what stands at an offset of a file's source text, definitions included, by document; empty when nothing is there.</summary>
    /// <param name="file">The file.</param>
    /// <param name="analysis">The analysis of the workspace.</param>
    /// <param name="offset">The offset in the source text.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IReadOnlyList<Occurrence> Find(BoundFile file, WorkspaceAnalysis analysis, int offset, CancellationToken cancellationToken)
    {
        if (DocumentPlace.Find(file, offset) is not { } place)
        {
            return [];
        }

        return SubjectFinder.At(place) is { } subject
            ? [.. Of(subject, analysis, cancellationToken)]
            : OfFile(place, analysis.Workspace, analysis.Workspace.Documents.Values, cancellationToken);
    }

    /// <summary>The same within the document that asks; for a place in an example within the example.</summary>
    public static IReadOnlyList<Occurrence> FindInDocument(BoundFile file, WorkspaceAnalysis analysis, int offset, CancellationToken cancellationToken)
    {
        if (DocumentPlace.Find(file, offset) is not { } place)
        {
            return [];
        }

        return SubjectFinder.At(place) switch
        {
            RequirementSubject requirement => [.. In(file, place.Document, requirement, RequirementScope.Of(requirement, analysis))],
            ServiceSubject service => [.. In(file, place.Document, service, DefinitionProvider.ServiceDefinitions(service, analysis, cancellationToken))],
            SectionSubject section => [.. OfSection(section, [analysis.Workspace.Documents[file.Path]], cancellationToken)],
            _ => OfFile(place, analysis.Workspace, [analysis.Workspace.Documents[file.Path]], cancellationToken),
        };
    }

    /// <summary>Every place that names a subject.</summary>
    internal static IEnumerable<Occurrence> Of(Subject subject, WorkspaceAnalysis analysis, CancellationToken cancellationToken) => subject switch
    {
        RequirementSubject requirement => OfRequirement(requirement, analysis, cancellationToken),
        ServiceSubject service => OfService(service, analysis, cancellationToken),
        SectionSubject section => OfSection(section, analysis.Workspace.Documents.Values, cancellationToken),
        _ => [],
    };

    private static List<Occurrence> OfFile(DocumentPlace place, Workspace workspace, IEnumerable<Document> documents, CancellationToken cancellationToken) =>
        FileReferences.FileAt(place, workspace) is { } path ? [.. FileReferences.To(path, workspace, documents, cancellationToken)] : [];

    private static IEnumerable<Occurrence> OfRequirement(RequirementSubject subject, WorkspaceAnalysis analysis, CancellationToken cancellationToken)
    {
        var scope = RequirementScope.Of(subject, analysis);
        var stem = Documents.Values.RequirementNumber.Parse(subject.Id)?.Stem ?? subject.Id;
        foreach (var facts in scope.Documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = analysis.Workspace.Documents[facts.Path];
            if (document.Text.ToString().Contains(stem, StringComparison.OrdinalIgnoreCase))
            {
                var file = document.GetBound(cancellationToken);
                foreach (var occurrence in In(file, file.Parts[facts.Part], subject, scope))
                {
                    yield return occurrence;
                }
            }
        }
    }

    private static IEnumerable<Occurrence> In(BoundFile file, BoundDocument document, RequirementSubject subject, RequirementScope scope)
    {
        var examples = document.IsEmbedded ? [] : DeliveryScope.Examples(file);
        var definitions = RequirementReader.Definitions(document).Where(definition => definition.Fact.Id == subject.Id).Select(static definition => definition.Span).ToList();
        return
            from occurrence in RequirementOccurrences.In(document)
            where occurrence.Id == subject.Id && scope.Includes(document, occurrence)
            let source = document.ToSource.ToSource(occurrence.Span)
            where !examples.Any(example => example.Contains(source))
            select new Occurrence(document.Path, source, definitions.Exists(definition => definition.Contains(occurrence.Span)));
    }

    private static IEnumerable<Occurrence> OfService(ServiceSubject subject, WorkspaceAnalysis analysis, CancellationToken cancellationToken)
    {
        var definitions = DefinitionProvider.ServiceDefinitions(subject, analysis, cancellationToken);
        foreach (var facts in DeliveryScope.OfServices(subject.Document, analysis))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var document = analysis.Workspace.Documents[facts.Path];
            if (facts.Services.Contains(subject.Name) || ServiceOccurrences.MayOccur(document.Text.ToString(), subject.Name))
            {
                var file = document.GetBound(cancellationToken);
                foreach (var occurrence in In(file, file.Parts[facts.Part], subject, definitions))
                {
                    yield return occurrence;
                }
            }
        }
    }

    private static IEnumerable<Occurrence> In(BoundFile file, BoundDocument document, ServiceSubject subject, IReadOnlyList<(BoundDocument Document, ServiceMention Mention)> definitions)
    {
        var examples = document.IsEmbedded ? [] : DeliveryScope.Examples(file);
        return
            from mention in ServiceOccurrences.Of(document, subject.Name)
            let source = document.ToSource.ToSource(mention.Span)
            where !examples.Any(example => example.Contains(source))
            select new Occurrence(document.Path, source, definitions.Any(definition => definition.Document.Path == document.Path && definition.Document.Part == document.Part && definition.Mention.Span == mention.Span));
    }

    private static IEnumerable<Occurrence> OfSection(SectionSubject subject, IEnumerable<Document> candidates, CancellationToken cancellationToken)
    {
        var document = subject.Document;
        var text = new TextSpan(0, document.Outline.Text.Length);
        var references = SectionReferences.In(document, text)
            .Where(reference => reference.Section.Index == subject.Section.Index)
            .Select(reference => new Occurrence(document.Path, document.ToSource.ToSource(reference.Span), IsDefinition: false));
        var links = AnchorLinks.To(document, subject.Section, candidates, cancellationToken).Select(static link => new Occurrence(link.Path, link.Span, IsDefinition: false));
        return references.Concat(links).Prepend(new Occurrence(document.Path, document.ToSource.ToSource(subject.Section.TitleSpan), IsDefinition: true));
    }
}
