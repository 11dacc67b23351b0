using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>What is asked of a new document; what is null is taken from the delivery it joins.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Level">The number of the maturity level.</param>
/// <param name="Modules">Ids of the modules; dependencies come along.</param>
/// <param name="Project">The project as titles write it.</param>
/// <param name="RequestId">The id that ties the documents together.</param>
/// <param name="IsExtended">Whether it is of an extended variant.</param>
public sealed record NewDocumentOptions(DocumentKind Kind, int? Level, ImmutableArray<string>? Modules, string? Project, string? RequestId, bool? IsExtended);

/// <summary>Writes a new document of a kind, in the terms of the delivery that it joins.</summary>
public static class NewDocument
{
    /// <summary>The document; a refusal when the workflow names no place for it and none is given.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="root">The root of the delivery with a closing slash; empty for the root of the workspace.</param>
    /// <param name="path">Where it is written; null for its usual place.</param>
    /// <param name="options">What is asked.</param>
    /// <param name="today">Today, for dates.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static NextStage Create(WorkspaceAnalysis analysis, string root, string? path, NewDocumentOptions options, DateOnly today, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(options);
        var workspace = analysis.Workspace;
        var anchor = analysis.Workspace.Documents.Keys.Order(StringComparer.Ordinal).FirstOrDefault(known => known.StartsWith(root, StringComparison.Ordinal)
            && PathResolver.DeliveryRoot(workspace.Definition, known) == root
            && analysis.DeliveryOf(known) is not null);
        var delivery = anchor is null ? null : DeliveryDocuments.Around(analysis, anchor, cancellationToken);
        var before = delivery?.Before(options.Kind) ?? [];
        var known = DeliveryDocuments.Facts(before);
        var selection = options.Modules is { } chosen ? ModuleSelection.Complete(workspace.Definition, chosen) : null;
        var facts = new ScaffoldFacts(
            options.Project ?? known.Project,
            options.RequestId ?? known.RequestId,
            options.Level ?? known.Level,
            selection?.Modules ?? known.Modules,
            options.IsExtended ?? (before.Count == 0 || known.IsExtended));
        if ((path ?? DocumentPlace.For(workspace, options.Kind, root, facts.Project, today)) is not { } place)
        {
            return NextStage.Refuse($"The workflow names no usual place for a {options.Kind.Name}; say where it is to be written.");
        }

        var request = new ScaffoldRequest(options.Kind, place, facts, today)
        {
            Content = Content(workspace, delivery, before, options.Kind, place, facts),
        };
        var proposal = new DocumentProposal(options.Kind, place, DocumentScaffold.Write(workspace.Definition, request), request)
        {
            Exists = workspace.Documents.ContainsKey(place) || workspace.Files.Exists(place),
        };
        return new NextStage([proposal], [.. Notes(workspace.Definition, options.Kind, facts, selection)], null);
    }

    private static ScaffoldContent Content(Workspace workspace, DeliveryDocuments? delivery, IReadOnlyList<BoundDocument> before, DocumentKind kind, string path, ScaffoldFacts facts)
    {
        var content = DeliveryContent.Of(workspace, before, delivery?.Decisions ?? [], kind, path, facts);
        return kind.Sections.Any(static section => section.Fields.Any(static field => field.Role == FieldRoles.Services)) && before.Count == 0
            ? content with { Fields = content.Fields.AddRange(ServiceFields(workspace.Definition, facts)) }
            : content;
    }

    private static IEnumerable<KeyValuePair<string, string>> ServiceFields(FrameworkDefinition definition, ScaffoldFacts facts)
    {
        if (facts.Modules is { } modules && ServiceProposal.For(definition, facts.Project, modules.Items) is { IsEmpty: false } services)
        {
            yield return new(FieldRoles.Services, ServiceProposal.Describe(services));
        }
    }

    private static IEnumerable<string> Notes(FrameworkDefinition definition, DocumentKind kind, ScaffoldFacts facts, ModuleSelection? selection)
    {
        if (selection is { Added.IsEmpty: false })
        {
            yield return $"Modules that come along: {selection.Describe()}.";
        }

        var fields = kind.HeaderFields.Concat(kind.Sections.SelectMany(static section => section.Fields)).ToList();
        if (facts.Level is null && fields.Exists(static field => field is { Role: FieldRoles.MaturityLevel, Presence: Presence.Required }))
        {
            yield return $"The maturity level is open; choose one of: {string.Join(", ", definition.Levels.Select(static level => level.Display))}.";
        }

        if (facts.Modules is null && fields.Exists(static field => field is { Role: FieldRoles.Modules, Presence: Presence.Required }))
        {
            yield return $"The question about optional modules is open: {string.Join(", ", definition.Modules.Items.Select(static module => module.Name))}, or {definition.Modules.NoneWords.FirstOrDefault("none")}.";
        }
    }
}
