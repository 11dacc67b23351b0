using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>A document's facts and where they stand.</summary>
/// <param name="Facts">What it says.</param>
/// <param name="Locations">Where.</param>
public sealed record DocumentPart(DocumentFacts Facts, FactLocations Locations);

/// <summary>What is kept of a file: the facts of its documents and the findings of the document rules.</summary>
public sealed record DocumentAnalysis
{
    /// <summary>The file's own document first, then the embedded ones; empty when the file is no framework document.</summary>
    public ImmutableArray<DocumentPart> Parts { get; init; } = [];

    /// <summary>Findings of the document rules, before configuration and suppression.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>The suppression comments in the file.</summary>
    public ImmutableArray<Suppression> Suppressions { get; init; } = [];

    /// <summary>The headings of the file's own document; they take no part in any comparison.</summary>
    public ImmutableArray<HeadingPlace> Headings { get; init; } = [];

    internal static DocumentAnalysis Compute(BoundFile file, AnalysisTimes? times, CancellationToken cancellationToken)
    {
        if (file.Parts.IsEmpty)
        {
            return new DocumentAnalysis();
        }

        var parts = ImmutableArray.CreateBuilder<DocumentPart>(file.Parts.Length);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var document in file.Parts)
        {
            document.Memos.Times = times;
            var clock = times?.Start() ?? 0;
            var (facts, locations) = FactCollector.Collect(document, cancellationToken);
            times?.AddFacts(clock);
            parts.Add(new DocumentPart(facts, locations));
            DocumentRuleRunner.Run(document, findings, times, cancellationToken);
        }

        return new DocumentAnalysis
        {
            Parts = parts.DrainToImmutable(),
            Findings = findings.DrainToImmutable(),
            Suppressions = SuppressionReader.Read(file),
            Headings = [.. HeadingPlace.In(file.Parts[0])],
        };
    }
}
