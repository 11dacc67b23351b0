using System.Diagnostics;
using System.Globalization;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Host;
using Markdig;

namespace FrameworkLsp.Benchmarks;

/// <summary>Compares linting the files of a folder with no more than reading and parsing them, in one process and with as many threads.</summary>
internal static class ParseComparison
{
    private const int Runs = 9;

    // What is needed to read framework documents: tables, front matter, boxes of tasks, bare addresses.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().UseTaskLists().UseAutoLinks().UsePreciseSourceLocation().Build();

    /// <summary>Writes the best times and their ratio.</summary>
    public static void Run(string folder, TextWriter output)
    {
        var paths = Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories);
        var parse = Best(() => Parallel.ForEach(paths, static path => Markdown.Parse(File.ReadAllText(path), Pipeline)));
        var lint = Best(() => Lint(folder));
        output.WriteLine($"{"reading and parsing with Markdig",-36}{parse,8:F0} ms");
        output.WriteLine($"{"linting",-36}{lint,8:F0} ms");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio {lint / parse:F1}, {paths.Length} files"));
    }

    private static void Lint(string folder)
    {
        var workspace = WorkspaceLoader.Load(new WorkspaceRoot(folder), static () => EmbeddedPacks.Default, new LoadRequest(), CancellationToken.None).Workspace;
        var analysis = WorkspaceAnalysis.Create(workspace);
        _ = workspace.Documents.Keys.Sum(path => analysis.FindingsOf(path).Length);
    }

    // The first runs compile.
    private static double Best(Action work)
    {
        var best = double.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            GC.Collect();
            var start = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return best;
    }
}
