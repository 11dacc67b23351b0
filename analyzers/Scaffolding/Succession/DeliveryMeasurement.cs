using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>What was measured for a delivery: by the reports beside it, else as its verification states it.</summary>
internal sealed class DeliveryMeasurement
{
    public DeliveryMeasurement(Workspace workspace, IReadOnlyList<BoundDocument> documents, string path, IReadOnlyCollection<string> services)
    {
        var definition = workspace.Definition;
        var verification = documents.LastOrDefault(static document => document.Kind.HasRole(KindRoles.Verifies));
        var stated = verification is null ? null : FactCollector.Collect(verification).Facts;
        var place = stated ?? new DocumentFacts { Path = path, Kind = "" };
        var coverage = CoverageMeasurement.Find(definition, workspace.Files, place, services);
        var tests = TestMeasurement.Find(definition, workspace.Files, PathResolver.DeliveryRoot(definition, path) ?? "", services);
        Coverage = coverage?.Percent ?? (stated is { Coverage.Count: > 0 } ? stated.Coverage[0].Value : null);
        Tests = tests?.Totals ?? (stated is { Tests.Count: > 0 } ? new TestTotals(stated.Tests[0].Ran, 0, 0) : null);
        Reports = [.. coverage?.Paths ?? [], .. tests?.Paths ?? []];
    }

    /// <summary>Line coverage in percent; null when nothing measured it.</summary>
    public double? Coverage { get; }

    /// <summary>The tests; null when nothing measured them.</summary>
    public TestTotals? Tests { get; }

    /// <summary>The reports, relative to the workspace root.</summary>
    public ImmutableArray<string> Reports { get; }
}
