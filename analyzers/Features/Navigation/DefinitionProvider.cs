using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Features.Links;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Navigation;

/// <summary>Goes to where something is defined: a requirement, a service, a section, or the file that a path leads to.</summary>
public static class DefinitionProvider
{
    /// <summary>Where the thing at an offset of a file's source text is defined; null when nothing is there or nothing defines it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="analysis">The analysis of the workspace.</param>
    /// <param name="offset">The offset in the source text.</param>
    /// <param name="options">What is left to the client.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static Definition? Find(BoundFile file, WorkspaceAnalysis analysis, int offset, LinkOptions options, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (DocumentPlace.Find(file, offset) is not { } place)
        {
            return null;
        }

        return OfPath(place, analysis, options, cancellationToken) ?? OfSubject(place, analysis, cancellationToken);
    }

    /// <summary>Where a requirement is defined: every row and heading, the first stage first.</summary>
    internal static IEnumerable<(DocumentFacts Facts, RequirementDefinition Definition)> DefinitionsOf(RequirementSubject subject, WorkspaceAnalysis analysis, CancellationToken cancellationToken)
    {
        var scope = RequirementScope.Of(subject, analysis);
        return
            from facts in scope.Documents
            where facts.Requirements.Any(requirement => requirement.Id == subject.Id)
            from definition in RequirementReader.Definitions(DeliveryScope.Bind(analysis, facts, cancellationToken))
            where definition.Fact.Id == subject.Id && scope.IsOf(facts, definition.Fact)
            select (facts, definition);
    }

    /// <summary>Where a service is declared: in the first document of the delivery that lists it, and where its name is registered or decided.</summary>
    internal static IReadOnlyList<(BoundDocument Document, ServiceMention Mention)> ServiceDefinitions(ServiceSubject subject, WorkspaceAnalysis analysis, CancellationToken cancellationToken)
    {
        var definitions = new List<(BoundDocument, ServiceMention)>();
        var isListed = false;
        foreach (var facts in DeliveryScope.OfServices(subject.Document, analysis).Where(facts => facts.Services.Contains(subject.Name)))
        {
            var isAuthority = ServiceProject.IsAuthority(subject.Document.Definition.Definition, facts);
            if (isListed && !isAuthority)
            {
                continue;
            }

            var document = DeliveryScope.Bind(analysis, facts, cancellationToken);
            if (ServiceOccurrences.Declaration(document, subject.Name) is { } declaration)
            {
                isListed |= !isAuthority;
                definitions.Add((document, declaration));
            }
        }

        return definitions;
    }

    private static Definition? OfPath(DocumentPlace place, WorkspaceAnalysis analysis, LinkOptions options, CancellationToken cancellationToken)
    {
        var reference = PathReferenceReader.At(place.Document, place.Offset);

        // Files around an example are those of another, imaginary project; only its own headings are here.
        if (reference is null || (place.Document.IsEmbedded && reference.Path.Length > 0) || (reference.Form == PathForm.MarkdownLink && !options.MarkdownLinks))
        {
            return null;
        }

        if (place.Document.IsEmbedded)
        {
            return HeadingTargets.Find(place.Document.Outline, reference.Fragment) is { } own ? new Definition(place.ToSource(reference.Span), [Target(place.Document, own.Span, own.TitleSpan)]) : null;
        }

        return new PathTargets(analysis.Workspace).Find(place.Document.Path, reference) is { } path
            ? new Definition(place.ToSource(reference.Span), [InFile(analysis, path, reference, cancellationToken)])
            : null;
    }

    private static NavigationTarget InFile(WorkspaceAnalysis analysis, string path, PathReference reference, CancellationToken cancellationToken)
    {
        if (!analysis.Workspace.Documents.TryGetValue(path, out var document))
        {
            return new NavigationTarget(path, default, default) { Line = reference.Line };
        }

        if (reference.Line is { } line)
        {
            var span = document.Text.Lines[Math.Clamp(line, 1, document.Text.Lines.Count) - 1].Span;
            return new NavigationTarget(path, span, new TextSpan(span.Start, 0));
        }

        var bound = document.GetBound(cancellationToken);
        if (reference.Fragment.Length > 0 && HeadingTargets.Find(bound.Outline, reference.Fragment) is { } section)
        {
            var toSource = bound.Repair?.Map ?? TextMap.Identity;
            return new NavigationTarget(path, toSource.ToSource(section.Span), toSource.ToSource(section.TitleSpan));
        }

        return new NavigationTarget(path, default, default);
    }

    private static Definition? OfSubject(DocumentPlace place, WorkspaceAnalysis analysis, CancellationToken cancellationToken)
    {
        var subject = SubjectFinder.At(place);
        List<NavigationTarget> targets = subject switch
        {
            RequirementSubject requirement => OfRequirement(requirement, analysis, cancellationToken),
            ServiceSubject service => [.. ServiceDefinitions(service, analysis, cancellationToken).Select(static entry => Target(entry.Document, entry.Mention.Span, entry.Mention.Span))],
            SectionSubject section => [Target(section.Document, section.Section.Span, section.Section.TitleSpan)],
            _ => [],
        };
        return targets.Count == 0 ? null : new Definition(subject!.Origin, targets);
    }

    private static List<NavigationTarget> OfRequirement(RequirementSubject subject, WorkspaceAnalysis analysis, CancellationToken cancellationToken)
    {
        var targets = DefinitionsOf(subject, analysis, cancellationToken)
            .Select(entry => Target(DeliveryScope.Bind(analysis, entry.Facts, cancellationToken), entry.Definition))
            .ToList();

        // A sub id that nobody defines stands for its parent.
        return targets.Count == 0 && subject.Id.IndexOf('.', StringComparison.Ordinal) is var dot and > 0
            ? OfRequirement(subject with { Id = subject.Id[..dot] }, analysis, cancellationToken)
            : targets;
    }

    private static NavigationTarget Target(BoundDocument document, RequirementDefinition definition)
    {
        var heading = document.Outline.Sections[definition.Section];
        var all = definition.Row?.Span ?? (heading.HeadingSpan.Contains(definition.Span) ? heading.Span : definition.Span);
        return Target(document, all, definition.Span);
    }

    private static NavigationTarget Target(BoundDocument document, TextSpan span, TextSpan name) =>
        new(document.Path, document.ToSource.ToSource(span), document.ToSource.ToSource(name));
}
