using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Features.Links;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Renaming;

/// <summary>Renames a service in all documents of its project, each place in the form it is written in; its folder moves along.</summary>
/// <param name="subject">The service.</param>
/// <param name="analysis">The analysis of the workspace.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class ServiceNameRenaming(ServiceSubject subject, WorkspaceAnalysis analysis, CancellationToken cancellationToken)
{
    private readonly ServiceNameParser _names = subject.Document.Definition.ServiceNames;
    private readonly PathTargets _targets = new(analysis.Workspace);

    /// <summary>The renaming to another name.</summary>
    public RenamePlan To(string newName)
    {
        var name = ServiceNameParser.Normalize(newName);
        if (Malformed(newName, name) is { } reason)
        {
            return RenamePlan.Refused(reason);
        }

        if (name == subject.Name)
        {
            return new RenamePlan();
        }

        var folder = Folder(name);
        if (folder is not null && analysis.Workspace.Files.Exists(folder.To))
        {
            return RenamePlan.Refused($"The folder {folder.To} exists already, so another service has the name \"{newName}\".");
        }

        var changes = new TextChangeSet();
        foreach (var facts in DeliveryScope.OfServices(subject.Document, analysis))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = analysis.Workspace.Documents[facts.Path].Text.ToString();
            if (!facts.Services.Contains(subject.Name) && !ServiceOccurrences.MayOccur(text, subject.Name) && !ServiceOccurrences.MayOccur(text, name))
            {
                continue;
            }

            var file = analysis.Workspace.Documents[facts.Path].GetBound(cancellationToken);
            var document = file.Parts[facts.Part];
            if (In(file, document, name).FirstOrDefault() is { } taken)
            {
                return RenamePlan.Refused($"\"{newName}\" is already named in {facts.Path}, line {document.LineOf(taken.Span.Start)}. Two services with one name cannot be told apart; choose a free one.");
            }

            var paths = document.IsEmbedded ? [] : PathReferenceReader.Read(document);
            foreach (var mention in In(file, document, subject.Name).Where(mention => !IsOtherFile(document, paths, mention, folder)))
            {
                changes.Add(facts.Path, document.ToSource.ToSource(mention.Span), ServiceOccurrences.InFormOf(mention.Written, name));
            }
        }

        AnchorUpdates.Add(changes, analysis.Workspace, cancellationToken);
        return new RenamePlan { Changes = changes.ToImmutable(), Folder = folder };
    }

    private string? Malformed(string newName, string name)
    {
        var convention = _names.Convention;
        if (!_names.IsWellFormed(newName) || !name.Contains('_', StringComparison.Ordinal))
        {
            return $"\"{newName}\" is no service name. Write it in lower case in the form {convention.DefaultForm}.";
        }

        if (_names.IsInfrastructure(name) || convention.TemplateNames.Contains(name))
        {
            return $"\"{newName}\" is the name of a container or template, not of a service of the project.";
        }

        return _names.Parse(name).Type is null && !_names.IsDataService(name) && _names.Parse(subject.Name).Type is not null
            ? $"\"{newName}\" lacks a type. Write it in the form {convention.DefaultForm}, where the type is one of {string.Join(", ", convention.Types.Select(static type => type.Id))}."
            : null;
    }

    private static IEnumerable<ServiceMention> In(BoundFile file, BoundDocument document, string name)
    {
        var examples = document.IsEmbedded ? [] : DeliveryScope.Examples(file);
        return ServiceOccurrences.Of(document, name).Where(mention => document.ToSource.ToSource(mention.Span) is var source && !examples.Any(example => example.Contains(source)));
    }

    // The service's folder, when it is on the disk.
    private MovedPath? Folder(string name)
    {
        var definition = subject.Document.Definition.Definition;
        var services = definition.Naming.ServicesFolder;
        if (services.Length == 0 || subject.Document.IsEmbedded)
        {
            return null;
        }

        var parent = (PathResolver.DeliveryRoot(definition, subject.Document.Path) ?? "") + services;
        return new[] { subject.Name, subject.Name.Replace('_', '-') }
            .Select(written => new MovedPath(parent + written, parent + ServiceOccurrences.InFormOf(written, name)))
            .FirstOrDefault(moved => analysis.Workspace.Files.Exists(moved.From));
    }

    // A path that leads to a file of that name, which nobody moves: "docs/finance_lending_api.md".
    private bool IsOtherFile(BoundDocument document, IReadOnlyList<PathReference> paths, ServiceMention mention, MovedPath? folder)
    {
        if (paths.FirstOrDefault(path => path.Path.Length > 0 && path.PathSpan.Contains(mention.Span)) is not { } reference || _targets.Find(document.Path, reference) is not { } target)
        {
            return false;
        }

        var services = document.Definition.Definition.Naming.ServicesFolder;
        var isFolder = document.Outline.Text.AsSpan(0, mention.Span.Start).EndsWith(services, StringComparison.Ordinal);
        return folder?.Moved(target) is null || !isFolder;
    }
}
