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
        var text = DocumentScaffold.Write(definition, new ScaffoldRequest(kind, kind.CanonicalPath, new ScaffoldFacts("Shop", "R-1", level.Number, modules, isExtended), TestWorkspace.Today));
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

    public static IEnumerable<TestCaseData> Kinds =>
        from definition in new[] { EmbeddedPacks.Default, TinyPack.Definition }
        from kind in definition.Kinds

        // The small pack has no words for a report that is not finished.
        where definition.Id != TinyPack.Id || !kind.HasRole(KindRoles.Reports)
        select new TestCaseData(definition, kind).SetArgDisplayNames(definition.Id, kind.Id);

    [TestCaseSource(nameof(Kinds))]
    public void A_scaffold_of_any_kind_level_and_modules_has_no_error(FrameworkDefinition definition, DocumentKind kind)
    {
        var items = definition.Modules.Items.Select(static module => module.Id).ToList();
        var sets = items.Select(id => definition.Modules.Closure([id]).ToList()).Append([]).Append(items).ToList();
        var path = kind.CanonicalPath is [.., not '/'] file ? file : (kind.CanonicalPath.Length > 0 ? kind.CanonicalPath : kind.GenericFolders.Concat(kind.Folders).First()) + "draft.md";
        Assert.Multiple(() =>
        {
            foreach (var (level, set, isExtended) in from level in definition.Levels from set in sets from isExtended in new[] { false, true } select (level, set, isExtended))
            {
                var facts = new ScaffoldFacts("Parcel Tracker", "R-1", level.Number, items.Where(set.Contains).ToEquatableArray(), isExtended);
                var text = DocumentScaffold.Write(definition, new ScaffoldRequest(kind, path, facts, TestWorkspace.Today));
                var errors = TestWorkspace.Lint(path, text, definition).Where(static finding => finding.Severity == FrameworkLsp.Analyzers.Rules.Severity.Error && finding.Rule.Id != "FW808").ToList();
                Assert.That(errors.Select(static finding => $"{finding.Rule.Id} {finding.Message}"), Is.Empty, text);
                if (errors.Count > 0)
                {
                    return;
                }
            }
        });
    }

    [Test]
    public void Unknown_facts_stay_blank()
    {
        var kind = EmbeddedPacks.Default.Kind("intake")!;
        var text = DocumentScaffold.Write(EmbeddedPacks.Default, new ScaffoldRequest(kind, kind.CanonicalPath, new ScaffoldFacts("", "", null, null, IsExtended: false), TestWorkspace.Today));
        Assert.That(text, Does.StartWith("# Requirements Intake\n").And.Contain("- **Maturity Level**:\n").And.Contain("- **Optional Modules**:\n").And.Not.Contain("\r"));
        var none = DocumentScaffold.Write(EmbeddedPacks.Default, new ScaffoldRequest(kind, kind.CanonicalPath, new ScaffoldFacts("", "", 1, new EquatableArray<string>([]), IsExtended: false), TestWorkspace.Today));
        Assert.That(none, Does.Contain("- **Optional Modules**: none\n"));
    }
}
