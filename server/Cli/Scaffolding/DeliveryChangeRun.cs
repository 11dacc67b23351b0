using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Host;

namespace FrameworkLsp.Server.Cli.Scaffolding;

/// <summary>Changes all documents of a delivery, or shows what would change and what becomes required.</summary>
internal static class DeliveryChangeRun
{
    /// <summary>Runs a change and tells the exit code.</summary>
    /// <param name="file">A document of the delivery, as the user wrote it.</param>
    /// <param name="choices">What the user chose.</param>
    /// <param name="terminal">The surroundings.</param>
    /// <param name="change">Makes the change from the analysis and the document's path.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="UsageException">There is nothing to change, or it cannot be written.</exception>
    public static int Execute(string file, ScaffoldChoices choices, Terminal terminal, Func<WorkspaceAnalysis, string, DeliveryChangePlan> change, CancellationToken cancellationToken)
    {
        var full = ScaffoldWorkspace.Existing(file, terminal);
        var workspace = ScaffoldWorkspace.Load(full, terminal, cancellationToken);
        var plan = change(workspace.Analysis, workspace.Root.Relative(full));
        if (plan.Refusal is { } refusal)
        {
            throw new UsageException(refusal);
        }

        var files = plan.Edit.Changes.Keys.Order(StringComparer.Ordinal).Select(path =>
        {
            var target = workspace.Root.Full(path);
            var old = SourceFile.TryRead(target, out _);
            return old is { IsLossy: false }
                ? new ScaffoldedFile(workspace.Analysis.PartsOf(path)[0].Facts.Kind, target, old.Text, plan.Edit.TextOf(workspace.Analysis.Workspace, path)!)
                : throw new UsageException($"{path} is not valid UTF-8 and is not changed");
        }).ToList();
        return new ScaffoldWriter(choices, terminal).Write(files, [.. plan.Required.Select(static line => "required now: " + line)]);
    }
}
