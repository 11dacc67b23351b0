using System.CommandLine;
using System.Text;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Server.Host;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Cli.Scaffolding;

/// <summary><c>next</c>: writes the document of the next stage from that of this one.</summary>
internal static class NextCommand
{
    private static readonly Argument<string> _file = new("file") { Description = "A document of the workflow, or a prompt in any form." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new ScaffoldOptions();
        var command = new Command("next", "Write the document of the next stage from this one and the others of its delivery. One that is there already is brought up to date; what people wrote stays.")
        {
            _file, options.Output, options.DryRun, options.Format.Option,
        };
        command.SetAction((result, cancellationToken) => Task.FromResult(Run(result.GetRequiredValue(_file), options.In(result, hasOutput: true), terminal, cancellationToken)));
        return command;
    }

    private static int Run(string file, ScaffoldChoices choices, Terminal terminal, CancellationToken cancellationToken)
    {
        var full = ScaffoldWorkspace.Existing(file, terminal);
        var workspace = ScaffoldWorkspace.Load(full, terminal, cancellationToken);
        var next = NextDocuments.After(workspace.Analysis, workspace.Root.Relative(full), ScaffoldWorkspace.Today, cancellationToken);
        if (next.Refusal is { } refusal)
        {
            throw new UsageException(refusal);
        }

        // With a place of its own only the document that was asked for is written.
        var edit = DeliveryEdit.Of(workspace.Analysis.Workspace, next, cancellationToken);
        var files = (choices.Output is null ? next.Documents : next.Documents[..1]).Select(proposal => File(proposal, edit, choices, workspace, terminal)).ToList();
        return new ScaffoldWriter(choices, terminal).Write(files, next.Notes);
    }

    private static ScaffoldedFile File(DocumentProposal proposal, DeliveryEdit edit, ScaffoldChoices choices, ScaffoldWorkspace workspace, Terminal terminal)
    {
        var full = choices.Output is null or ScaffoldChoices.StandardOutput
            ? workspace.Root.Full(proposal.Path)
            : Path.GetFullPath(Path.Combine(terminal.CurrentDirectory, choices.Output));
        var old = SourceFile.TryRead(full, out _);
        if (old is { IsLossy: true })
        {
            throw new UsageException($"{proposal.Path} is not valid UTF-8 and is not changed");
        }

        // What is there takes over what is new, wherever the result goes.
        var existing = workspace.Analysis.Workspace.Documents.GetValueOrDefault(proposal.Path);
        var text = existing is null ? null : edit.TextOf(workspace.Analysis.Workspace, proposal.Path);
        return new ScaffoldedFile(proposal.Kind.Id, full, old?.Text, text ?? SourceText.From(proposal.Text, old?.Text.Encoding ?? new UTF8Encoding(false)));
    }
}
