using BenchmarkDotNet.Attributes;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Benchmarks;

/// <summary>A whole workspace, and one keystroke in it.</summary>
[MemoryDiagnoser]
public class WorkspaceBenchmarks
{
    private Workspace _workspace = Workspace.Create(EmbeddedPacks.Default);
    private WorkspaceAnalysis? _analysis;
    private string _path = "";
    private SourceText _edited = SourceText.From("");
    private SourceText _levelChanged = SourceText.From("");

    /// <summary>How many documents the workspace holds.</summary>
    [Params(500, 2000)]
    public int Documents { get; set; }

    /// <summary>Makes the workspace and the edits.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _workspace = Fresh();
        _analysis = WorkspaceAnalysis.Create(_workspace);
        var (path, document) = _workspace.Documents.First(static pair => pair.Key.EndsWith("implementation-plan.md", StringComparison.Ordinal));
        _path = path;
        var text = document.Text;
        _edited = text.WithChanges(new TextChange(new TextSpan(text.Length, 0), "x"));
        var level = text.ToString().IndexOf("3 - Pre-Production", StringComparison.Ordinal);
        _levelChanged = text.WithChanges(new TextChange(new TextSpan(level, 1), "2"));
    }

    /// <summary>Everything from text to findings.</summary>
    [Benchmark]
    public int Lint()
    {
        var workspace = Fresh();
        var analysis = WorkspaceAnalysis.Create(workspace);
        return workspace.Documents.Keys.Sum(path => analysis.FindingsOf(path).Length);
    }

    /// <summary>A character typed into prose: no fact changes.</summary>
    [Benchmark]
    public int KeystrokeInProse() => Keystroke(_edited);

    /// <summary>A character that changes a fact that other documents depend on.</summary>
    [Benchmark]
    public int KeystrokeInLevel() => Keystroke(_levelChanged);

    private int Keystroke(SourceText text) => WorkspaceAnalysis.Create(_workspace.WithDocument(_path, text), _analysis).FindingsOf(_path).Length;

    private Workspace Fresh() => Workspace.Create(EmbeddedPacks.Default)
        .WithDocuments(DeliveryGenerator.Generate(Documents).Select(static file => KeyValuePair.Create(file.Key, SourceText.From(file.Value))));
}
