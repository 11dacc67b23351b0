using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Rules;

/// <summary>The workspaces on which properties of all rules are tried.</summary>
internal static class PropertyCases
{
    /// <summary>Every example of a rule's page and every fixture.</summary>
    public static IEnumerable<TestCaseData<IReadOnlyDictionary<string, string>>> Examples =>
        RuleCatalog.Descriptors.SelectMany(RulePageExamples.Of)
            .Select(static example => Case(example.ToString(), example.Files))
            .Concat(FixtureTests.Fixtures.Select(static fixture => Case(fixture.Name, fixture.Files)));

    /// <summary>Every folder of documents of the workflow, the contradictions among them.</summary>
    public static IEnumerable<TestCaseData<IReadOnlyDictionary<string, string>>> Corpus =>
        CorpusTests.FrameworkFolders.Append("tests/corpus/contradictions").Select(static folder => Case(
            folder[(folder.LastIndexOf('/') + 1)..],
            RepositoryFiles.In(folder).ToDictionary(file => file.Key[(folder.Length + 1)..], static file => AnnotatedText.Parse(file.Value), StringComparer.Ordinal)));

    /// <summary>Both.</summary>
    public static IEnumerable<TestCaseData<IReadOnlyDictionary<string, string>>> All => Examples.Concat(Corpus);

    private static TestCaseData<IReadOnlyDictionary<string, string>> Case(string name, IReadOnlyDictionary<string, AnnotatedText> files) =>
        new(files.ToDictionary(static file => file.Key, static file => file.Value.Text, StringComparer.Ordinal)) { TestName = "{m}(" + name + ")" };
}
