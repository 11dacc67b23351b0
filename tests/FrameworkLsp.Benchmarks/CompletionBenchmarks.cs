using BenchmarkDotNet.Attributes;
using FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;
using FrameworkLsp.Analyzers.Features.Completion;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Benchmarks;

/// <summary>What a keystroke costs that asks for completion, with the analysis of the edited text, in a workspace of 2,000 documents.</summary>
[MemoryDiagnoser]
public class CompletionBenchmarks
{
    private WorkspaceAnalysis? _analysis;
    private string _path = "";
    private SourceText _text = SourceText.From("");

    /// <summary>What is typed below the last line of a plan.</summary>
    [Params("## ", "- ", "Builds on FR", "- `finance_", "See [x](../", "See [x](#")]
    public string Typed { get; set; } = "";

    /// <summary>Makes the workspace.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var workspace = Workspace.Create(EmbeddedPacks.Default)
            .WithDocuments(DeliveryGenerator.Generate(2000).Select(static file => KeyValuePair.Create(file.Key, SourceText.From(file.Value))));
        _analysis = WorkspaceAnalysis.Create(workspace);
        var (path, document) = workspace.Documents.First(static pair => pair.Key.EndsWith("implementation-plan.md", StringComparison.Ordinal));
        _path = path;
        _text = document.Text.WithChanges(new TextChange(new TextSpan(document.Text.Length, 0), "\n\n" + Typed));
    }

    /// <summary>The candidates.</summary>
    [Benchmark]
    public int Complete()
    {
        var analysis = Edited();
        return CompletionProvider.GetCandidates(analysis.Workspace.Documents[_path].GetBound(), analysis, _text.Length, isAsked: true, TestWorkspace.Today).Candidates.Length;
    }

    /// <summary>The refactorings that a moving cursor asks for.</summary>
    [Benchmark]
    public int Offers()
    {
        var analysis = Edited();
        return RefactoringProvider.Offers(analysis.Workspace.Documents[_path].GetBound(), analysis, new TextSpan(_text.Length / 2, 0), TestWorkspace.Today, default).Count();
    }

    private WorkspaceAnalysis Edited() => WorkspaceAnalysis.Create(_analysis!.Workspace.WithDocument(_path, _text), _analysis);
}
