using System.Text.Json;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Features.Workspace.ExecuteCommand;

/// <summary>
/// Raises the level of a delivery or adds modules to it. Both answer with what became required; with <c>dryRun</c> nothing is changed, so that
/// a client can show that first.
/// </summary>
internal static class DeliveryChangeCommands
{
    /// <summary>The name of the command that raises the level.</summary>
    public const string RaiseName = "frameworkLsp.raiseLevel";

    /// <summary>The name of the command that adds modules.</summary>
    public const string AddName = "frameworkLsp.addModule";

    /// <summary>Raises; the argument is an object with the address of a document and the number of the level.</summary>
    public static Task<JsonElement?> RaiseAsync(LanguageSession session, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        var argument = DocumentCommand.Argument(RaiseName, arguments, LspJsonContext.Default.DeliveryChangeArgument);
        return ChangeAsync(session, argument, "Raise the level", (analysis, path) => DeliveryChange.Raise(analysis, path, Level(analysis, argument), DocumentCommand.Today, cancellationToken), cancellationToken);
    }

    /// <summary>Adds; the argument is an object with the address of a document and the ids of modules.</summary>
    public static Task<JsonElement?> AddAsync(LanguageSession session, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        var argument = DocumentCommand.Argument(AddName, arguments, LspJsonContext.Default.DeliveryChangeArgument);
        return ChangeAsync(
            session,
            argument,
            "Add modules",
            (analysis, path) => DeliveryChange.AddModules(analysis, path, NewDocumentCommand.Modules(analysis.Workspace.Definition, argument.Modules) ?? throw ExecuteCommandHandler.Refusal($"{AddName} needs modules."), DocumentCommand.Today, cancellationToken),
            cancellationToken);
    }

    private static int Level(WorkspaceAnalysis analysis, DeliveryChangeArgument argument) =>
        argument.Level is { } level && analysis.Workspace.Definition.Level(level) is not null
            ? level
            : throw ExecuteCommandHandler.Refusal($"{RaiseName} needs a level: {string.Join(", ", analysis.Workspace.Definition.Levels.Select(static known => known.Number))}.");

    private static async Task<JsonElement?> ChangeAsync(LanguageSession session, DeliveryChangeArgument argument, string label, Func<WorkspaceAnalysis, string, DeliveryChangePlan> change, CancellationToken cancellationToken)
    {
        var state = await session.Queue.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        var (folder, path) = DocumentCommand.Find(state, argument.Uri);
        var plan = change(session.Analyses.Get(state, folder, cancellationToken), path);
        if (plan.Refusal is { } refusal)
        {
            throw ExecuteCommandHandler.Refusal(refusal);
        }

        return argument.DryRun == true
            ? JsonSerializer.SerializeToElement(new DocumentCommandResult(argument.Uri, false, false, plan.Required), LspJsonContext.Default.DocumentCommandResult)
            : await DocumentCommand.ApplyAsync(session, state, folder, plan.Edit, path, plan.Required, label, isQuiet: true, cancellationToken).ConfigureAwait(false);
    }
}
