using System.Text.RegularExpressions;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Rules;

/// <summary>Whole documents: those of the corpus and the clean sample give nothing, the broken samples give what their README lists.</summary>
internal sealed partial class CorpusTests
{
    public static IEnumerable<string> CleanFolders =>
    [
        .. FoldersIn("tests/corpus/foreign"),
        "samples/p2p-lending",
    ];

    public static IEnumerable<TestCaseData> Planted
    {
        get
        {
            var delivery = "";
            foreach (var line in RepositoryFiles.In("samples/broken")["samples/broken/README.md"].Split('\n'))
            {
                if (line.StartsWith("## ", StringComparison.Ordinal))
                {
                    delivery = line[3..].Trim();
                }
                else if (Row().Match(line.TrimEnd()) is { Success: true } row)
                {
                    foreach (var rule in row.Groups["rules"].Value.Split(", "))
                    {
                        yield return new TestCaseData(delivery, row.Groups["file"].Value, rule).SetName($"{{m}}({delivery} {row.Groups["file"].Value} {rule})");
                    }
                }
            }
        }
    }

    // The mistakes whose rules are not written yet are found when they are.
    private static HashSet<string> Written { get; } = [.. RuleCatalog.All.Select(static rule => rule.Descriptor.Id)];

    private static Lazy<WorkspaceAnalysis> Broken { get; } = new(static () => Analyse("samples/broken"));

    public static IEnumerable<string> FrameworkFolders => FoldersIn("tests/corpus/framework");

    // A document says with expectation lines what is wrong with it; without them it is clean.
    [TestCaseSource(nameof(FrameworkFolders))]
    public void A_folder_of_the_workflow_gives_what_its_documents_expect(string folder)
    {
        var files = RepositoryFiles.In(folder).ToDictionary(
            file => file.Key[(folder.Length + 1)..], static file => AnnotatedText.Parse(file.Value), StringComparer.Ordinal);
        var analysis = WorkspaceAnalysis.Create(TestWorkspace.Create(files.ToDictionary(static file => file.Key, static file => file.Value.Text, StringComparer.Ordinal)));
        var differences = analysis.Workspace.Documents.Keys.Order(StringComparer.Ordinal)
            .Select(path => (Path: path, Difference: files[path].Compare(analysis.FindingsOf(path))))
            .Where(static pair => pair.Difference is not null)
            .Select(static pair => pair.Path + pair.Difference);
        Assert.That(differences, Is.Empty);
    }

    [TestCaseSource(nameof(FrameworkFolders))]
    public void Documents_of_the_workflow_are_recognised(string folder)
    {
        var documents = Analyse(folder).Workspace.Documents;
        Assert.That(documents.Where(static document => document.Value.GetBound().Host is null).Select(static document => document.Key), Is.Empty);
    }

    [TestCaseSource(nameof(CleanFolders))]
    public void A_clean_folder_gives_nothing(string folder)
    {
        var analysis = Analyse(folder);
        var findings = analysis.Workspace.Documents.Keys
            .SelectMany(path => analysis.FindingsOf(path).Select(finding => $"{path}: {finding.Rule.Id} {finding.Message}"));
        Assert.That(findings, Is.Empty);
    }

    [TestCaseSource(nameof(Planted))]
    public void A_planted_mistake_is_found(string delivery, string file, string rule)
    {
        Assume.That(Written, Does.Contain(rule));
        Assert.That(Broken.Value.FindingsOf($"{delivery}/{file}").Select(static finding => finding.Rule.Id), Does.Contain(rule));
    }

    // Each folder is a workspace of its own.
    private static WorkspaceAnalysis Analyse(string folder) => WorkspaceAnalysis.Create(TestWorkspace.Create(
        RepositoryFiles.In(folder).ToDictionary(file => file.Key[(folder.Length + 1)..], static file => file.Value, StringComparer.Ordinal)));

    private static IEnumerable<string> FoldersIn(string folder) => RepositoryFiles.In(folder).Keys
        .Where(path => path.IndexOf('/', folder.Length + 1) > 0)
        .Select(path => path[..path.IndexOf('/', folder.Length + 1)])
        .Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"^\| `(?<file>[^`]+\.md)` \| (?<rules>FW\d{3}(?:, FW\d{3})*) \|", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Row();
}
