using System.CommandLine;
using System.Text;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Server.Host;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Cli.Scaffolding;

/// <summary><c>new</c>: writes a document of a kind to its usual place.</summary>
internal static class NewCommand
{
    private static readonly Argument<string> _kind = new("kind") { Description = "The kind of document; \"kinds\" lists them." };
    private static readonly Option<string?> _level = new("--level", "-l") { Description = "The maturity level, by number or name.", HelpName = "level" };
    private static readonly Option<string?> _modules = new("--modules", "-m") { Description = "The optional modules, separated by commas; what they cannot do without comes along. \"none\" for just the core.", HelpName = "modules" };
    private static readonly Option<string?> _project = new("--project") { Description = "The project's name, for the title.", HelpName = "name" };
    private static readonly Option<string?> _requestId = new("--request-id") { Description = "The id that ties the documents of a delivery together.", HelpName = "id" };
    private static readonly Option<bool> _base = new("--base") { Description = "Write the short form without requirement ids and traceability." };
    private static readonly Option<bool> _force = new("--force") { Description = "Replace a file that is there." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new ScaffoldOptions();
        var command = new Command("new", "Write a new document to its usual place below the current folder. Level, modules, project and request id are taken from the documents there, unless they are given.")
        {
            _kind, _level, _modules, _project, _requestId, _base, options.Output, options.DryRun, options.Format.Option, _force,
        };
        command.SetAction((result, cancellationToken) => Task.FromResult(Run(result, options.In(result, hasOutput: true), terminal, cancellationToken)));
        return command;
    }

    private static int Run(ParseResult result, ScaffoldChoices choices, Terminal terminal, CancellationToken cancellationToken)
    {
        var definition = EmbeddedPacks.Default;
        var wanted = new NewDocumentOptions(
            ScaffoldArguments.Kind(definition, result.GetRequiredValue(_kind)),
            ScaffoldArguments.Level(definition, result.GetValue(_level)),
            ScaffoldArguments.Modules(definition, result.GetValue(_modules)),
            result.GetValue(_project),
            result.GetValue(_requestId),
            result.GetValue(_base) ? false : null);
        var workspace = ScaffoldWorkspace.Load(terminal.CurrentDirectory, terminal, cancellationToken);
        var root = workspace.Root.Relative(terminal.CurrentDirectory) is { Length: > 0 } folder ? folder + "/" : "";
        var target = choices.Output is null or ScaffoldChoices.StandardOutput ? null : workspace.Root.Relative(Path.GetFullPath(Path.Combine(terminal.CurrentDirectory, choices.Output)));
        if (target?.StartsWith("../", StringComparison.Ordinal) == true)
        {
            throw new UsageException($"\"{choices.Output}\" is outside of {workspace.Root.FullPath}");
        }

        var made = NewDocument.Create(workspace.Analysis, root, target, wanted, ScaffoldWorkspace.Today, cancellationToken);
        if (made.Refusal is { } refusal)
        {
            throw new UsageException(refusal);
        }

        var proposal = made.Documents[0];
        var full = workspace.Root.Full(proposal.Path);
        var old = SourceFile.TryRead(full, out _)?.Text;
        if (File.Exists(full) && !result.GetValue(_force) && !choices.IsDryRun && choices.Output != ScaffoldChoices.StandardOutput)
        {
            throw new UsageException($"{new WorkspaceRoot(terminal.CurrentDirectory).Relative(full)} exists already; --force replaces it, \"next\" on the document before it brings it up to date");
        }

        return new ScaffoldWriter(choices, terminal).Write([new ScaffoldedFile(proposal.Kind.Id, full, old, SourceText.From(proposal.Text, new UTF8Encoding(false)))], made.Notes);
    }
}
