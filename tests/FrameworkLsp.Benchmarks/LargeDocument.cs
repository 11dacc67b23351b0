using System.Text;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Features.Completion;
using FrameworkLsp.Analyzers.Features.Folding;
using FrameworkLsp.Analyzers.Features.Formatting;
using FrameworkLsp.Analyzers.Features.Hints;
using FrameworkLsp.Analyzers.Features.Hover;
using FrameworkLsp.Analyzers.Features.Lenses;
using FrameworkLsp.Analyzers.Features.Selection;
using FrameworkLsp.Analyzers.Features.Symbols;
using FrameworkLsp.Analyzers.Features.Tokens;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Benchmarks;

/// <summary>A plan of 10,000 lines beside the other documents of its delivery, and what editors ask about it.</summary>
internal static class LargeDocument
{
    private const int Lines = 10_000;

    /// <summary>What editors ask, by name; the plan is bound and analysed already.</summary>
    public static IReadOnlyDictionary<string, Action<LargeWorkspace, CancellationToken>> Features { get; } = new Dictionary<string, Action<LargeWorkspace, CancellationToken>>(StringComparer.Ordinal)
    {
        ["hover"] = static (large, token) => HoverProvider.GetHover(large.File, large.Analysis, [], large.Middle, token),
        ["completion"] = static (large, token) => CompletionProvider.GetCandidates(large.File, large.Analysis, large.Middle, isAsked: true, new DateOnly(2025, 10, 1), token),
        ["symbols"] = static (large, token) => SymbolProvider.GetSymbols(large.File, cancellationToken: token),
        ["formatting"] = static (large, token) => TableFormatter.Format(large.File, range: null, token),
        ["lenses"] = static (large, token) => LensProvider.GetLenses(large.Analysis, large.Path, new LensChoice(true, true), token),
        ["hints"] = static (large, token) => HintProvider.GetHints(large.File, large.Analysis, new TextSpan(0, large.File.Text.Length), new HintChoice(true, true, true, true), token),
        ["tokens"] = static (large, token) => SemanticTokenProvider.GetTokens(large.File, large.Analysis.PartsOf(large.Path), range: null, token),
        ["folding"] = static (large, token) => FoldingProvider.GetFolds(large.File, token),
        ["selection"] = static (large, token) => SelectionProvider.GetSelections(large.File, large.Middle, token),
    };

    /// <summary>A new workspace; nothing of it is computed yet.</summary>
    public static Workspace Create()
    {
        var files = DeliveryGenerator.Generate(7).ToDictionary(static file => file.Key, static file => file.Value, StringComparer.Ordinal);
        var path = files.Keys.First(static path => path.EndsWith("implementation-plan.md", StringComparison.Ordinal));
        var text = new StringBuilder(files[path]);
        var count = files[path].Split('\n').Length;
        for (var lines = count; lines < Lines; lines += count)
        {
            text.Append('\n').Append(files[path].Replace("# Implementation Plan:", "## Copy:", StringComparison.Ordinal));
        }

        files[path] = text.ToString();
        return Workspace.Create(EmbeddedPacks.Default).WithDocuments(files.Select(static file => KeyValuePair.Create(file.Key, SourceText.From(file.Value))));
    }

    /// <summary>The same, analysed.</summary>
    public static LargeWorkspace Analyse()
    {
        var workspace = Create();
        var path = workspace.Documents.Keys.First(static path => path.EndsWith("implementation-plan.md", StringComparison.Ordinal));
        return new LargeWorkspace(path, WorkspaceAnalysis.Create(workspace), workspace.Documents[path].GetBound());
    }
}

/// <summary>The plan in its analysed workspace.</summary>
internal sealed record LargeWorkspace(string Path, WorkspaceAnalysis Analysis, BoundFile File)
{
    /// <summary>An offset in the middle.</summary>
    public int Middle => File.Text.Length / 2;
}
