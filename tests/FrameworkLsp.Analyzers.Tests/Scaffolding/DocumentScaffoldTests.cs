using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Scaffolding;

/// <summary>What the tool writes is what its rules look for.</summary>
internal sealed class DocumentScaffoldTests
{
    public static IEnumerable<TestCaseData> Scaffolds =>
        from definition in new[] { EmbeddedPacks.Default, TinyPack.Definition }
        from kind in definition.Kinds
        where kind.HasRole(KindRoles.Delivers) && kind.CanonicalPath is [.., not '/'] && kind.Roles.Any(static role => role is KindRoles.DefinesRequirements or KindRoles.MapsRequirements or KindRoles.Verifies or KindRoles.Reports)
        from isExtended in new[] { false, true }
        from level in definition.Levels
        select new TestCaseData(definition, kind, isExtended, level).SetArgDisplayNames(definition.Id, kind.Id, isExtended ? "extended" : "base", level.Name);

    [TestCaseSource(nameof(Scaffolds))]
    public void A_scaffold_is_recognised_and_lacks_no_part(FrameworkDefinition definition, DocumentKind kind, bool isExtended, MaturityLevel level)
    {
        var modules = definition.Modules.Items.Take(2).Select(static module => module.Id).ToEquatableArray();
        var text = new DocumentScaffold(definition, new ScaffoldFacts("Shop", "R-1", level.Number, modules, isExtended), TestWorkspace.Today).Write(kind);
        var analysis = WorkspaceAnalysis.Create(TestWorkspace.Create(new Dictionary<string, string>(StringComparer.Ordinal) { [kind.CanonicalPath] = text }, definition));

        var facts = analysis.PartsOf(kind.CanonicalPath)[0].Facts;
        Assert.Multiple(() =>
        {
            Assert.That(facts.Kind, Is.EqualTo(kind.Id));
            Assert.That(facts.Project, Is.EqualTo("shop"));
            Assert.That(facts.RequestId, Is.EqualTo("R-1").Or.Empty);
            Assert.That(facts.Level, Is.EqualTo(level.Number).Or.Null);
            Assert.That(facts.Modules, Is.EqualTo(modules).Or.Null);

            // Title, sections, fields, tables, columns and checks are there; values and the documents around it are the user's.
            Assert.That(
                analysis.FindingsOf(kind.CanonicalPath).Where(static finding => finding.Rule.Id is "FW000" or "FW003" or "FW007" or "FW013" or "FW021" or "FW022" or "FW601"),
                Is.Empty,
                text);
        });
    }

    [Test]
    public void Unknown_facts_stay_blank()
    {
        var kind = EmbeddedPacks.Default.Kind("intake")!;
        var text = new DocumentScaffold(EmbeddedPacks.Default, new ScaffoldFacts("", "", null, null, IsExtended: false), TestWorkspace.Today).Write(kind);
        Assert.That(text, Does.StartWith("# Requirements Intake\n").And.Contain("- **Maturity Level**:\n").And.Contain("- **Optional Modules**:\n").And.Not.Contain("\r"));
        var none = new DocumentScaffold(EmbeddedPacks.Default, new ScaffoldFacts("", "", 1, new EquatableArray<string>([]), IsExtended: false), TestWorkspace.Today).Write(kind);
        Assert.That(none, Does.Contain("- **Optional Modules**: none\n"));
    }
}
