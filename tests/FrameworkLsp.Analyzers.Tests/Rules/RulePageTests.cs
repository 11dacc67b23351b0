using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Rules;

/// <summary>The examples of every rule page are executed.</summary>
internal sealed class RulePageTests
{
    public static IEnumerable<RuleDescriptor> Rules => RuleCatalog.Descriptors;

    public static IEnumerable<RuleExample> Examples => RuleCatalog.Descriptors.SelectMany(RulePageExamples.Of);

    public static IEnumerable<RuleExample> FixedExamples => Examples.Where(static example => example.Fixed is not null);

    [TestCaseSource(nameof(Examples))]
    public void Example_gives_exactly_the_marked_findings(RuleExample example)
    {
        var analysis = WorkspaceAnalysis.Create(TestWorkspace.Create(Texts(example)));
        Assert.Multiple(() =>
        {
            foreach (var (path, annotated) in example.Files)
            {
                var difference = annotated.Compare(analysis.FindingsOf(path).Where(finding => IsOf(example, finding)));
                Assert.That(difference, Is.Null, $"{path}:{difference}");
            }
        });
        Assert.That(example.Files.Values.Sum(static file => file.Expectations.Count), example.Kind == ExampleKind.Invalid ? Is.GreaterThan(0) : Is.Zero);
    }

    [TestCaseSource(nameof(FixedExamples))]
    public void Fixes_turn_the_invalid_example_into_the_fixed_one(RuleExample example)
    {
        var files = TestWorkspace.FixAll(Texts(example), finding => IsOf(example, finding));
        foreach (var (path, expected) in example.Fixed!)
        {
            Assert.That(files.GetValueOrDefault(path), Is.EqualTo(expected), path);
        }
    }

    [TestCaseSource(nameof(Rules))]
    public void Page_is_complete(RuleDescriptor rule)
    {
        var page = RulePage.Of(rule);
        var examples = RulePageExamples.Of(rule);
        Assert.Multiple(() =>
        {
            Assert.That(page.Markdown, Does.StartWith($"# {rule.Id} `{rule.Name}`\n"));
            Assert.That(
                MarkdownParser.Parse(page.Markdown).Sections.Where(static section => section.Level == 2).Select(static section => section.Title),
                Is.EqualTo(RulePage.Headings));
            Assert.That(page.Summary, Is.Not.Empty);
            Assert.That(page.Why, Is.Not.Empty);
            Assert.That(page.HowToFix, Is.Not.Empty);
        });
        if (rule == EngineRules.RuleFailure)
        {
            // No document makes a sound rule throw; the test of the rule runner covers it.
            return;
        }

        Assert.That(examples.Select(static example => example.Kind), Does.Contain(ExampleKind.Invalid).And.Contain(ExampleKind.Valid));
        Assert.That(rule.Fix == FixSafety.None || examples.Any(static example => example.Fixed is not null), "A rule with a fix shows what the fix does.");
    }

    private static Dictionary<string, string> Texts(RuleExample example) =>
        example.Files.ToDictionary(static file => file.Key, static file => file.Value.Text, StringComparer.Ordinal);

    private static bool IsOf(RuleExample example, Finding finding) => finding.Rule == example.Rule;
}
