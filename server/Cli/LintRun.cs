using System.Collections.Immutable;
using System.Diagnostics;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Cli.Output;
using FrameworkLsp.Server.Host;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Cli;

/// <summary>A run of <c>lint</c>: load, analyse, fix, report.</summary>
internal sealed class LintRun(LintOptions options, Terminal terminal, RunProgress progress)
{
    /// <summary>The path that stands for standard input.</summary>
    private const string StandardInput = "-";

    private readonly AnalysisTimes? _times = options.Statistics ? new AnalysisTimes(WorkingClock.Timestamp) : null;
    private readonly DateOnly _today = DateOnly.FromDateTime(DateTime.Now);

    /// <summary>Runs and tells the exit code.</summary>
    /// <exception cref="UsageException">Something asked for cannot be done.</exception>
    public int Execute(CancellationToken cancellationToken)
    {
        // Reading the framework takes as long as finding and reading some hundred documents, so both happen at once.
        _ = Task.Run(static () => EmbeddedPacks.Default, cancellationToken);
        var selection = RuleSelection.Of(RuleCatalog.Descriptors, options.Select, options.Ignore);
        var standardInput = ReadStandardInput(cancellationToken);
        var targets = LintTargets.Resolve(Paths(), terminal.CurrentDirectory, standardInput?.FullPath);
        var workspaces = targets.Select(target => Load(target, selection, standardInput, cancellationToken)).ToList();
        if (workspaces.SelectMany(static workspace => workspace.Loaded.Problems).Distinct().ToList() is { Count: > 0 } problems)
        {
            RunMessages.Write(problems, terminal);
            return ExitCode.Failure;
        }

        var analysed = workspaces.ConvertAll(workspace => workspace.Analyse(progress, _times, cancellationToken));
        var before = analysed.Sum(static workspace => workspace.Findings.Count());
        var done = options.Fix || options.Diff ? analysed.ConvertAll(workspace => FixPass.Run(workspace, options.UnsafeFixes, _today, cancellationToken)) : analysed;
        progress.Dispose();
        RunMessages.WriteNotices(done, options, terminal);

        var applied = options.Diff ? WriteDiff(analysed, done, before) : WriteFixes(analysed, done, standardInput);
        return applied ?? Report(done, options.Fix ? before : null, standardInput, cancellationToken);
    }

    private int Report(List<LintWorkspace> workspaces, int? findingsBefore, SourceFile? standardInput, CancellationToken cancellationToken)
    {
        var writer = ReportWriter.For(options.Format, options.Color == ColorChoice.Always || (options.Color == ColorChoice.Auto && terminal.IsOutputColoured && options.OutputFile is null));
        var report = ReportBuilder.Build(workspaces, terminal.CurrentDirectory, writer.ShowsFixes, findingsBefore, _today, cancellationToken);

        // With a fixed text on standard output there is only one other place left for findings.
        Write(writer, report, standardInput is not null && options.Fix ? terminal.Error : terminal.Output);
        if (options.Statistics)
        {
            StatisticsText.Write(report.Summary, _times!, terminal.Error);
        }

        if (!options.Quiet)
        {
            SummaryText.Write(report.Summary, terminal.Error);
        }

        if (report.Summary.Documents == 0 && !options.AllowEmpty)
        {
            RunMessages.WriteNothingUnderstood(workspaces, terminal);
            return ExitCode.Failure;
        }

        return workspaces.Exists(static workspace => workspace.IsIncomplete) ? ExitCode.Failure
            : FailThreshold.IsReached(report.Summary, options) ? ExitCode.Findings : ExitCode.Clean;
    }

    private void Write(ReportWriter writer, LintReport report, TextWriter output)
    {
        if (options.OutputFile is not { } file)
        {
            writer.Write(report, output);
            output.Flush();
            return;
        }

        using var text = new StringWriter { NewLine = "\n" };
        writer.Write(report, text);
        try
        {
            AtomicFileWriter.Write(root: null, Path.GetFullPath(Path.Combine(terminal.CurrentDirectory, file)), SourceText.From(text.ToString()));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"the report cannot be written to \"{file}\": {exception.Message}");
        }
    }

    /// <summary>Writes the fixed texts; an exit code when that failed, else null.</summary>
    private int? WriteFixes(List<LintWorkspace> before, List<LintWorkspace> after, SourceFile? standardInput)
    {
        if (!options.Fix)
        {
            return null;
        }

        var failed = false;
        foreach (var (workspace, path, old, text) in Changes(before, after))
        {
            var full = workspace.Loaded.Root.Full(path);
            if (string.Equals(full, standardInput?.FullPath, StringComparison.Ordinal))
            {
                continue;
            }

            try
            {
                if (SourceFile.TryRead(full, out _) is not { } now || !now.Text.ContentEquals(old))
                {
                    throw new IOException("it was changed by somebody else in the meantime.");
                }

                AtomicFileWriter.Write(workspace.Loaded.Root.FullPath, full, text);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                terminal.Error.WriteLine($"error: {workspace.Display(path, terminal.CurrentDirectory)} was not fixed: {exception.Message}");
                failed = true;
            }
        }

        if (standardInput is not null)
        {
            terminal.Output.Write(after.Select(workspace => workspace.TextOf(standardInput.FullPath)).First(static text => text is not null));
        }

        return failed ? ExitCode.Failure : null;
    }

    private int WriteDiff(List<LintWorkspace> before, List<LintWorkspace> after, int findingsBefore)
    {
        var changes = Changes(before, after).ToList();
        foreach (var (workspace, path, old, text) in changes)
        {
            UnifiedDiff.Write(workspace.Display(path, terminal.CurrentDirectory), old.ToString(), text.ToString(), terminal.Output);
        }

        if (!options.Quiet)
        {
            var remaining = after.Sum(static workspace => workspace.Findings.Count());
            terminal.Error.WriteLine($"Would fix {Names.Count(Math.Max(0, findingsBefore - remaining), "finding")} in {Names.Count(changes.Count, "file")}; {remaining} would remain.");
        }

        if (after.TrueForAll(static workspace => !workspace.HasDocuments) && !options.AllowEmpty)
        {
            RunMessages.WriteNothingUnderstood(after, terminal);
            return ExitCode.Failure;
        }

        return changes is [] ? ExitCode.Clean : ExitCode.Findings;
    }

    private static IEnumerable<(LintWorkspace Workspace, string Path, SourceText Old, SourceText Text)> Changes(List<LintWorkspace> before, List<LintWorkspace> after) =>
        before.Zip(after).SelectMany(static pair => pair.First.Requested
            .Select(path => (pair.First, path, pair.First.Workspace.Documents[path].Text, pair.Second.Workspace.Documents[path].Text))
            .Where(static change => !ReferenceEquals(change.Item3, change.Item4)));

    private LintWorkspace Load(LintTarget target, RuleSelection selection, SourceFile? standardInput, CancellationToken cancellationToken)
    {
        var open = ImmutableDictionary<string, SourceFile>.Empty;
        if (standardInput is not null && target.Root.Relative(standardInput.FullPath) is var path && target.Files.Contains(path))
        {
            open = open.Add(path, standardInput);
        }

        var loaded = WorkspaceLoader.Load(
            target.Root,
            static () => EmbeddedPacks.Default,
            new LoadRequest
            {
                Files = [.. target.Files],
                Open = open,
                Folders = target.Folders,
                ConfigurationFile = ConfigurationFile(),
                Adjust = selection.Apply,
                Progress = progress,
            },
            cancellationToken);
        return LintWorkspace.Of(loaded, target);
    }

    private string? ConfigurationFile()
    {
        if (options.ConfigurationFile is not { } file)
        {
            return null;
        }

        var full = Path.GetFullPath(Path.Combine(terminal.CurrentDirectory, file));
        return File.Exists(full) ? full : throw new UsageException($"the configuration file \"{file}\" does not exist");
    }

    private ImmutableArray<string> Paths()
    {
        var paths = options.Paths.Remove(StandardInput);
        return paths.IsEmpty && !options.Paths.Contains(StandardInput) && options.StdinFilename is null ? ["."] : paths;
    }

    private SourceFile? ReadStandardInput(CancellationToken cancellationToken)
    {
        if (options.StdinFilename is null && !options.Paths.Contains(StandardInput))
        {
            return null;
        }

        var input = terminal.OpenInput();
        var bytes = new MemoryStream();

        // Reading from a terminal cannot be cancelled; the thread is left behind when the user gives up.
        Task.Run(() => input.CopyTo(bytes), cancellationToken).WaitAsync(cancellationToken).GetAwaiter().GetResult();
        var path = Path.GetFullPath(Path.Combine(terminal.CurrentDirectory, options.StdinFilename ?? "stdin.md"));
        var file = SourceFile.Decode(path, bytes.ToArray(), out var notice);
        return file ?? throw new UsageException($"standard input: {notice?.Message}");
    }
}
