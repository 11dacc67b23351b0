using CsCheck;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Workspaces;

internal sealed class PathResolverTests
{
    [TestCase("artifacts/plans/plan.md", "")]
    [TestCase("shop/artifacts/reports/qa/report.md", "shop/")]
    [TestCase("teams/shop/docs/artifacts/plan.md", "teams/shop/")]
    [TestCase("shop/ai-docs/docs/prd/2025-10-06_F012_x-prd.md", "shop/")]
    [TestCase("artifacts/old/artifacts/plans/plan.md", "")]
    [TestCase("docs/plan.md", null)]
    [TestCase("myartifacts/plan.md", null)]
    public void The_delivery_root_holds_the_artefact_folders(string path, string? expected) =>
        Assert.That(PathResolver.DeliveryRoot(EmbeddedPacks.Default, path), Is.EqualTo(expected));

    [Test]
    public void The_delivery_root_is_the_packs() =>
        Assert.That(PathResolver.DeliveryRoot(TinyPack.Definition, "halle/werkstatt/bauplan.md"), Is.EqualTo("halle/"));

    [Test]
    public void A_path_is_looked_up_beside_the_document_then_in_the_delivery_then_in_the_repository() =>
        Assert.That(
            PathResolver.Candidates(EmbeddedPacks.Default, "shop/artifacts/plans/plan.md", "coverage.xml").Take(4),
            Is.EqualTo(new[] { "shop/artifacts/plans/coverage.xml", "shop/coverage.xml", "coverage.xml", "docs/coverage.xml" }));

    [Test]
    public void A_leading_slash_means_the_delivery_or_the_repository() =>
        Assert.That(
            PathResolver.Candidates(EmbeddedPacks.Default, "shop/artifacts/plans/plan.md", "/services/x.py"),
            Is.EqualTo(new[] { "shop/services/x.py", "services/x.py" }));

    [Test]
    public void Nothing_comes_twice_and_nothing_leaves_the_repository()
    {
        Assert.That(PathResolver.Candidates(EmbeddedPacks.Default, "plan.md", "x.md"), Is.Unique.And.Member("x.md"));
        Assert.That(PathResolver.Candidates(EmbeddedPacks.Default, "artifacts/plan.md", "../../../../x.md"), Is.Empty);
    }

    [TestCase("a/./b//c", "a/b/c")]
    [TestCase("a\\b\\..\\c", "a/c")]
    [TestCase("..", null)]
    [TestCase("", "")]
    public void Dots_are_resolved(string path, string? expected) => Assert.That(PathResolver.Normalize(path), Is.EqualTo(expected));

    [Test]
    public void A_search_finds_the_first_candidate_that_exists()
    {
        string[] known = ["docs/guides/a.md", "docs/b.md", "shop/c.md", "shop/artifacts/plans/d.md", "shop/docs", "a.md", "services/api/a.md", "shop/services/b.md"];
        var roots = known.SelectMany(static path => Enumerable.Range(0, path.Length).Where(index => path[index] == '/').Select(index => path[..(index + 1)])).ToHashSet(StringComparer.Ordinal);
        Gen.Select(TextGen.Piece("shop/artifacts/plans/plan.md", "plan.md", "docs/plan.md"), TextGen.Of(1, 5, "a.md", "b.md", "c.md", "d.md", "/", "../", "./", "docs", "guides", "shop", "\\", "services/", "api"))
            .Sample((document, target) => new PathSearch(EmbeddedPacks.Default, known.Contains, roots.Contains).Find(document, target)
                == PathResolver.Candidates(EmbeddedPacks.Default, document, target).FirstOrDefault(path => path.Length > 0 && known.Contains(path)));
    }
}
