using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Features.Renaming;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Tests.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features;

/// <summary>What holds for renaming anything in the sample delivery and in every folder of the corpus.</summary>
public sealed class RenamePropertyTests
{
    public static IEnumerable<TestCaseData<IReadOnlyDictionary<string, string>>> Deliveries => PropertyCases.Corpus.Append(
        new(RepositoryFiles.In("samples/p2p-lending").ToDictionary(static file => file.Key["samples/p2p-lending/".Length..], static file => file.Value, StringComparer.Ordinal)) { TestName = "{m}(p2p-lending)" });

    [TestCaseSource(nameof(Deliveries))]
    public void Requirements_can_be_renamed_there_and_back(IReadOnlyDictionary<string, string> files) => AssertThereAndBack(
        files,
        static (analysis, path, part) => part.Facts.Requirements
            .DistinctBy(static requirement => requirement.Id)
            .Where(static requirement => !requirement.Id.Contains('.', StringComparison.Ordinal))
            .Select(requirement => (FactKey.Requirement(requirement.Id, requirement.Scope), requirement.Id, Free(analysis, path, requirement.Id))));

    [TestCaseSource(nameof(Deliveries))]
    public void Services_can_be_renamed_there_and_back(IReadOnlyDictionary<string, string> files) => AssertThereAndBack(
        files,
        static (_, _, part) => part.Facts.Services
            .Where(static name => name.Count(static character => character == '_') == 2 && !name.Any(char.IsUpper) && !Names.IsDataService(name))
            .Select(static name => (FactKey.Service(name), name, Other(name))));

    // Data services are known by their names.
    private static ServiceNameParser Names { get; } = new(EmbeddedPacks.Default.Naming);

    // The domain is what a name can change without being judged otherwise.
    private static string Other(string name) => name.Split('_') is [var context, var domain, var type] ? $"{context}_{domain}x_{type}" : name;

    private static string Free(WorkspaceAnalysis analysis, string path, string id)
    {
        var used = analysis.DeliveryOf(path)!.Documents.SelectMany(static facts => facts.Requirements.Select(static requirement => requirement.Id).Concat(facts.Traces.Select(static trace => trace.Id)).Concat(facts.Mentions));
        return RequirementNumber.Parse(id) is { } number ? number.With(number.NextFree(used) + 40) : id;
    }

    private static void AssertThereAndBack(IReadOnlyDictionary<string, string> files, Func<WorkspaceAnalysis, string, DocumentPart, IEnumerable<(FactKey Key, string Name, string NewName)>> subjects)
    {
        var analysis = WorkspaceAnalysis.Create(TestWorkspace.Create(files));
        Assert.Multiple(() =>
        {
            foreach (var path in analysis.Workspace.Documents.Keys.Where(path => analysis.DeliveryOf(path) is not null))
            {
                foreach (var (key, name, newName) in subjects(analysis, path, analysis.PartsOf(path)[0]))
                {
                    var offset = analysis.PartsOf(path)[0].Locations.Source(key).Start;
                    var plan = RenameProvider.Rename(analysis.Workspace.Documents[path].GetBound(), analysis, offset, newName, CancellationToken.None);
                    if (plan.Refusal is { } reason)
                    {
                        Assert.That(reason, Does.Contain("range").Or.Contain("several features"), $"{path}: {name}");
                        continue;
                    }

                    var renamed = Apply(files, plan);
                    var after = WorkspaceAnalysis.Create(TestWorkspace.Create(renamed));
                    Assert.That(Findings(after), Is.SubsetOf(Findings(analysis)), $"{path}: {name}");

                    var back = RenameProvider.Rename(after.Workspace.Documents[path].GetBound(), after, offset + Shift(plan, path, offset), name, CancellationToken.None);
                    Assert.That(back.Refusal, Is.Null, $"{path}: {newName}");
                    Assert.That(Apply(renamed, back), Is.EqualTo(files), $"{path}: {name}");
                }
            }
        });
    }

    // How far the changes before an offset move it.
    private static int Shift(RenamePlan plan, string path, int offset) =>
        plan.Changes.TryGetValue(path, out var changes) ? changes.Where(change => change.Span.Start < offset).Sum(static change => change.NewText!.Length - change.Span.Length) : 0;

    private static List<string> Findings(WorkspaceAnalysis analysis) =>
    [
        .. from path in analysis.Workspace.Documents.Keys.Order(StringComparer.Ordinal)
           from finding in analysis.FindingsOf(path)
           select $"{path} {finding.Rule.Id} {finding.Severity}",
    ];

    private static Dictionary<string, string> Apply(IReadOnlyDictionary<string, string> files, RenamePlan plan) => files.ToDictionary(
        pair => plan.Folder?.Moved(pair.Key) ?? pair.Key,
        pair => plan.Changes.TryGetValue(pair.Key, out var changes) ? SourceText.From(pair.Value).WithChanges(changes).ToString() : pair.Value,
        StringComparer.Ordinal);
}
