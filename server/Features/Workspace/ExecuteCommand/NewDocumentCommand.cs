using System.Collections.Immutable;
using System.Text.Json;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Features.Workspace.ExecuteCommand;

/// <summary>Writes a new document of a kind, and shows it. Answers with its address; one that is there already is only shown.</summary>
internal static class NewDocumentCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "frameworkLsp.newDocument";

    /// <summary>Executes it; the argument is an object with the kind and what is known.</summary>
    public static async Task<JsonElement?> RunAsync(LanguageSession session, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        var argument = DocumentCommand.Argument(Name, arguments, LspJsonContext.Default.NewDocumentArgument);
        var state = await session.Queue.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        var (folder, root) = Place(state, argument.FolderUri);
        var definition = folder.Workspace.Definition;
        var kind = definition.Kind(argument.Kind) ?? throw ExecuteCommandHandler.Refusal($"There is no kind \"{argument.Kind}\"; the kinds are {string.Join(", ", definition.Kinds.Select(static known => known.Id))}.");
        if (argument.Level is { } level && definition.Level(level) is null)
        {
            throw ExecuteCommandHandler.Refusal($"There is no level {level}; the levels are {string.Join(", ", definition.Levels.Select(static known => known.Display))}.");
        }

        var analysis = session.Analyses.Get(state, folder, cancellationToken);
        var options = new NewDocumentOptions(kind, argument.Level, Modules(definition, argument.Modules), argument.Project, null, null);
        var made = NewDocument.Create(analysis, root, null, options, DocumentCommand.Today, cancellationToken);
        var next = made.Refusal is null && made.Documents[0].Exists ? new DeliveryEdit(ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, ImmutableArray<Microsoft.CodeAnalysis.Text.TextChange>>.Empty) : null;
        return next is null
            ? await DocumentCommand.ApplyAsync(session, state, folder, analysis, made, $"Create the {kind.Name}", cancellationToken).ConfigureAwait(false)
            : await DocumentCommand.ApplyAsync(session, state, folder, next, made.Documents[0].Path, [], "", isQuiet: true, cancellationToken).ConfigureAwait(false);
    }

    // A folder of the client, or one below it that holds a delivery of its own.
    private static (FolderState Folder, string Root) Place(SessionState state, string? uri)
    {
        if (uri is null)
        {
            return state.Folders.Values.Where(static folder => folder.IsRoot).OrderBy(static folder => folder.Path, StringComparer.Ordinal).FirstOrDefault() is { } first
                ? (first, "")
                : throw ExecuteCommandHandler.Refusal("No folder is open.");
        }

        var path = DocumentUri.ToPath(uri) ?? throw ExecuteCommandHandler.Refusal($"{uri} is no folder.");
        if (state.Folders.Values.FirstOrDefault(folder => folder.IsRoot && folder.Path == path) is { } own)
        {
            return (own, "");
        }

        return state.RootOf(path) is { } root
            ? (root, root.Relative(path) + "/")
            : throw ExecuteCommandHandler.Refusal($"{uri} is in none of the open folders.");
    }

    /// <summary>The ids of modules given by ids or names; null for null.</summary>
    public static ImmutableArray<string>? Modules(FrameworkDefinition definition, ImmutableArray<string>? modules)
    {
        if (modules is not { } given)
        {
            return null;
        }

        return [.. given.Select(name => definition.Module(name)?.Id
            ?? new ModuleParser(definition).Parse(name).Modules.FirstOrDefault()
            ?? throw ExecuteCommandHandler.Refusal($"There is no module \"{name}\"; the modules are {string.Join(", ", definition.Modules.Items.Select(static module => module.Id))}."))];
    }
}
