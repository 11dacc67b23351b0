using BenchmarkDotNet.Attributes;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Benchmarks;

/// <summary>One document through the stages of the engine: a plan of some 350 lines.</summary>
[MemoryDiagnoser]
public class DocumentBenchmarks
{
    private const string PlanPath = "artifacts/plans/implementation-plan.md";
    private readonly ScopedConfiguration _configuration = ConfigurationSet.Create(EmbeddedPacks.Default, []).For(PlanPath);
    private string _plan = "";
    private SourceText _source = SourceText.From("");

    /// <summary>Reads the plan of the sample.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _plan = DeliveryGenerator.Generate(10).First(static file => file.Key.EndsWith(PlanPath, StringComparison.Ordinal)).Value;
        _source = SourceText.From(_plan);
    }

    /// <summary>Markdown to outline.</summary>
    [Benchmark(Baseline = true)]
    public MarkdownOutline Parse() => MarkdownParser.Parse(_plan);

    /// <summary>Outline, kind, sections, fields and tables.</summary>
    [Benchmark]
    public BoundFile Bind() => BoundFile.Bind(PlanPath, _source, _configuration, times: null, CancellationToken.None);

    /// <summary>All of it with facts and the document rules.</summary>
    [Benchmark]
    public int Rules() => Workspace.Create(EmbeddedPacks.Default).WithDocument(PlanPath, _source).Documents[PlanPath].GetAnalysis().Findings.Length;

    /// <summary>The embedded pack from its YAML files.</summary>
    [Benchmark]
    public FrameworkDefinition ReadPack() => PackReader.Read(EmbeddedPacks.DefaultId, EmbeddedPacks.Files(EmbeddedPacks.DefaultId)).Definition;
}
