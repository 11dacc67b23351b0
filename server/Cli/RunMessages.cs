using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Cli.Output;
using FrameworkLsp.Server.Host;

namespace FrameworkLsp.Server.Cli;

/// <summary>What a run says besides its findings.</summary>
internal static class RunMessages
{
    /// <summary>Writes what is wrong in configuration files, each with its place.</summary>
    public static void Write(IReadOnlyList<ConfigurationProblem> problems, Terminal terminal)
    {
        foreach (var problem in problems)
        {
            var range = new LineIndex(problem.Text).RangeOf(problem.Span);
            terminal.Error.WriteLine($"{Show(problem.FullPath, terminal)}:{range.StartLine}:{range.StartColumn}: error: {Printable.Of(problem.Message)}");
        }

        terminal.Error.WriteLine($"{Names.Count(problems.Count, "error")} in the configuration; nothing was checked.");
    }

    /// <summary>Writes what was skipped or read with loss, and on request what was looked at.</summary>
    public static void WriteNotices(IReadOnlyList<LintWorkspace> workspaces, LintOptions options, Terminal terminal)
    {
        foreach (var workspace in workspaces)
        {
            foreach (var notice in workspace.Loaded.Notices)
            {
                var path = workspace.Loaded.Root.Relative(notice.FullPath);
                var isNamed = workspace.Target.Files.Contains(path);
                if (isNamed || (!options.Quiet && workspace.Target.Includes(path)) || options.Verbose)
                {
                    terminal.Error.WriteLine($"{(isNamed ? "error" : "warning")}: {Show(notice.FullPath, terminal)} {Printable.Of(notice.Message)}");
                }
            }

            if (options.Verbose)
            {
                WriteDetails(workspace, terminal);
            }
        }
    }

    /// <summary>Says what was looked at and why nothing of it was understood.</summary>
    public static void WriteNothingUnderstood(IReadOnlyList<LintWorkspace> workspaces, Terminal terminal)
    {
        var counts = workspaces.Aggregate(default(ScanCounts), static (sum, workspace) => sum + workspace.Loaded.Counts);
        var files = workspaces.Sum(static workspace => workspace.Requested.Length);
        var unmatched = workspaces.SelectMany(static workspace => workspace.Target.Globs.Where(glob => !workspace.Requested.Any(glob.IsMatch))).ToList();
        terminal.Error.WriteLine("error: nothing was checked, because no framework document was found.");
        foreach (var glob in unmatched)
        {
            terminal.Error.WriteLine($"  \"{Printable.Of(glob.Written)}\" matches no Markdown file.");
        }

        terminal.Error.WriteLine(files == 0
            ? $"  There is no Markdown file (.md, .markdown) in what was asked for; {Names.Count(counts.Folders, "folder")} below the root {(counts.Folders == 1 ? "was" : "were")} looked into."
            : $"  {Names.Count(files, "Markdown file")} {(files == 1 ? "was" : "were")} looked at, but {(files == 1 ? "it has" : "none has")} the title, sections or fields of a document of the workflow, nor {(files == 1 ? "is it" : "is one")} in a folder for them.");
        if (counts is not { Ignored: 0, Excluded: 0, Links: 0 })
        {
            terminal.Error.WriteLine($"  Left out: {counts.Ignored} ignored by git, {counts.Excluded} excluded by the configuration, {Names.Count(counts.Links, "symbolic link")}.");
        }

        terminal.Error.WriteLine($"  \"{Product.Command} kinds\" lists the documents that are known; \"kinds\" in {ConfigurationReader.FileName} assigns a kind to files; --allow-empty accepts this.");
    }

    private static void WriteDetails(LintWorkspace workspace, Terminal terminal)
    {
        terminal.Error.WriteLine($"root: {Show(workspace.Loaded.Root.FullPath, terminal)}");
        foreach (var file in workspace.Loaded.ConfigurationFiles)
        {
            terminal.Error.WriteLine($"configuration: {Show(file, terminal)}");
        }

        foreach (var path in workspace.Requested)
        {
            var parts = workspace.Analysed.PartsOf(path);
            var kind = parts.IsEmpty ? "not a framework document" : workspace.Workspace.Definition.Kind(parts[0].Facts.Kind)?.Name;
            terminal.Error.WriteLine($"{Printable.Of(workspace.Display(path, terminal.CurrentDirectory))}: {kind}");
        }
    }

    private static string Show(string fullPath, Terminal terminal) =>
        Printable.Of(new WorkspaceRoot(terminal.CurrentDirectory).Relative(fullPath) is { Length: > 0 } path ? path : ".");
}
