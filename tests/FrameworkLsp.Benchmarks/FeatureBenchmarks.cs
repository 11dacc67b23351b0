using BenchmarkDotNet.Attributes;

namespace FrameworkLsp.Benchmarks;

/// <summary>What editors ask about a document of 10,000 lines that is analysed already.</summary>
public class FeatureBenchmarks
{
    private LargeWorkspace _large = null!;

    /// <summary>The features.</summary>
    public static IEnumerable<string> Names => LargeDocument.Features.Keys;

    /// <summary>The feature asked.</summary>
    [ParamsSource(nameof(Names))]
    public string Feature { get; set; } = "";

    /// <summary>Analyses the document.</summary>
    [GlobalSetup]
    public void Setup() => _large = LargeDocument.Analyse();

    /// <summary>Asks it.</summary>
    [Benchmark]
    public void Ask() => LargeDocument.Features[Feature](_large, CancellationToken.None);
}
