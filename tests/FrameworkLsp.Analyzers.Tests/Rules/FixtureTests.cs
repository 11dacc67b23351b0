using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Rules;

/// <summary>
/// Every folder <c>Fixtures/FWnnn/name</c> (one rule) or <c>Fixtures/all/name</c> (all rules) is linted as a workspace; the findings are
/// matched one to one with the expectations inside the Markdown, and <c>x.fixed.md</c> is what the fixes make of <c>x.md</c>.
/// </summary>
internal sealed class FixtureTests
{
    public static IEnumerable<RuleFixture> Fixtures => RuleFixtures.In(Root);

    public static IEnumerable<RuleFixture> FixedFixtures => Fixtures.Where(static fixture => fixture.Fixed.Count > 0);

    private static string Root { get; } = Path.Combine(RepositoryRoot.Path, "tests", "FrameworkLsp.Analyzers.Tests", "Rules", "Fixtures");

    [Test]
    public void Every_rule_has_a_fixture()
    {
        var rules = RuleCatalog.DocumentRules.Select(static rule => rule.Descriptor.Id).Concat(RuleCatalog.WorkspaceRules.Select(static rule => rule.Descriptor.Id));

        Assert.That(rules.Except(Fixtures.Select(static fixture => fixture.Rule?.Id ?? "")), Is.Empty);
    }

    [TestCaseSource(nameof(Fixtures))]
    public void Fixture_gives_exactly_the_marked_findings(RuleFixture fixture)
    {
        var analysis = WorkspaceAnalysis.Create(TestWorkspace.Create(fixture.Texts()));
        Assert.Multiple(() =>
        {
            foreach (var (path, annotated) in fixture.Files)
            {
                var difference = annotated.Compare(analysis.FindingsOf(path).Where(fixture.IsAbout));
                Assert.That(difference, Is.Null, $"{path}:{difference}");
            }
        });
    }

    [TestCaseSource(nameof(FixedFixtures))]
    public void Fixes_turn_the_fixture_into_the_fixed_one(RuleFixture fixture)
    {
        var files = TestWorkspace.FixAll(fixture.Texts(), fixture.IsAbout);
        Assert.Multiple(() =>
        {
            foreach (var (path, expected) in fixture.Fixed)
            {
                Assert.That(files.GetValueOrDefault(path), Is.EqualTo(expected), path);
            }
        });
    }
}
