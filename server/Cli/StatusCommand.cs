using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using FrameworkLsp.Analyzers.Features.Board;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Cli.Output;
using FrameworkLsp.Server.Host;

namespace FrameworkLsp.Server.Cli;

/// <summary><c>status</c>: tells how far deliveries are.</summary>
internal static class StatusCommand
{
    private static readonly Argument<string[]> _paths = new("paths")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Files, folders and globs; deliveries with a document among them are shown. Default: the current folder.",
    };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var format = Catalog.FormatChoice();
        var command = new Command("status", "Tell how far deliveries are: the state of each stage, what documents lack, requirements and findings. Exit code 2 when there is no delivery.") { _paths, format.Option };
        command.SetAction((result, cancellationToken) => Task.FromResult(Run(result.GetValue(_paths) ?? [], format.In(result), terminal, cancellationToken)));
        return command;
    }

    private static int Run(string[] paths, CatalogFormat format, Terminal terminal, CancellationToken cancellationToken)
    {
        var boards = LintTargets.Resolve(paths.Length == 0 ? ["."] : paths, terminal.CurrentDirectory, standardInput: null)
            .SelectMany(target => Boards(target, terminal, cancellationToken))
            .ToList();
        if (format == CatalogFormat.Json)
        {
            terminal.Output.WriteLine(JsonSerializer.Serialize([.. boards.Select(StatusJson.Of)], ReportJsonContext.Indented.ImmutableArrayStatusJson));
        }
        else
        {
            StatusText.Write(boards, terminal.Output);
        }

        if (boards.Count > 0)
        {
            return ExitCode.Clean;
        }

        terminal.Error.WriteLine("error: no delivery was found");
        return ExitCode.Failure;
    }

    // Paths are shown as people see them: relative to the current folder.
    private static IEnumerable<DeliveryBoard> Boards(LintTarget target, Terminal terminal, CancellationToken cancellationToken)
    {
        var request = new LoadRequest { Files = [.. target.Files], Folders = target.Folders };
        var loaded = WorkspaceLoader.Load(target.Root, static () => EmbeddedPacks.Default, request, cancellationToken);
        if (!loaded.Problems.IsEmpty)
        {
            RunMessages.Write(loaded.Problems, terminal);
            throw new UsageException("the configuration cannot be used");
        }

        var analysis = WorkspaceAnalysis.Create(loaded.Workspace, cancellationToken: cancellationToken);
        var here = new WorkspaceRoot(terminal.CurrentDirectory);
        return BoardProvider.GetBoards(analysis, path => analysis.FindingsOf(path), cancellationToken)
            .Where(board => board.Stages.SelectMany(static stage => stage.Documents).Any(document => target.Includes(document.Path)))
            .Select(board => board with { Stages = [.. board.Stages.Select(stage => Displayed(stage, path => here.Relative(target.Root.Full(path))))] });
    }

    private static BoardStage Displayed(BoardStage stage, Func<string, string> display) => stage with
    {
        Documents = [.. stage.Documents.Select(document => document with { Path = display(document.Path) })],
        Step = stage.Step is { After: { } after } step ? step with { After = display(after) } : stage.Step,
    };
}
