using CsCheck;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Workspaces;

internal sealed class CoverageReportTests
{
    private const string Report = "shop/artifacts/reports/qa-report.md";

    [TestCase("<coverage line-rate=\"0.823\" lines-valid=\"100\"/>", 82.3)]
    [TestCase("\uFEFF<?xml version=\"1.0\" encoding=\"utf-16\"?>\n<!-- by a tool -->\n<coverage line-rate=\"1\" lines-valid=\"1\"><sources/></coverage>", 100)]
    [TestCase("<!DOCTYPE coverage SYSTEM \"http://example.org/coverage-04.dtd\">\n<coverage line-rate=\"0\"/>", 0)]
    [TestCase("<!DOCTYPE coverage [<!ENTITY a \"0.5\">]><coverage line-rate=\"0.5\"><x>&a;</x></coverage>", 50)]
    public void Reads_the_totals(string xml, double percent) => Assert.That(CoverageReport.Parse(xml)?.Percent, Is.EqualTo(percent).Within(1e-9));

    [TestCase("")]
    [TestCase("no xml")]
    [TestCase("<coverage line-rate=\"0.8\"")]
    [TestCase("<report line-rate=\"0.8\"/>")]
    [TestCase("<coverage/>")]
    [TestCase("<coverage line-rate=\"82\"/>")]
    [TestCase("<coverage line-rate=\"NaN\"/>")]
    [TestCase("<coverage line-rate=\"1e999\"/>")]
    [TestCase("<coverage line-rate=\"-0.1\"/>")]
    [TestCase("<!DOCTYPE coverage [<!ENTITY a \"0.5\"><!ENTITY b \"&a;&a;&a;&a;\">]><coverage line-rate=\"&b;\"/>")]
    [TestCase("<!DOCTYPE coverage [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><coverage line-rate=\"&a;\"/>")]
    public void Other_texts_are_no_report(string xml) => Assert.That(CoverageReport.Parse(xml), Is.Null);

    [Test]
    public void No_text_makes_it_fail() => Gen.OneOf(Gen.Const("<coverage "), Gen.Const("line-rate=\"0.5\""), Gen.Const("/>"), Gen.Const("<!DOCTYPE c ["), Gen.Const("&x;"), Gen.String).Array[0, 8]
        .Sample(static parts => CoverageReport.Parse(string.Concat(parts)) is null or { Percent: >= 0 and <= 100 });

    [TestCase(82.96, 82.5, true)]
    [TestCase(82.96, 82, true)]
    [TestCase(82.96, 82.9, true)]
    [TestCase(82.96, 83, true)]
    [TestCase(82.96, 83.5, false)]
    [TestCase(82.96, 81.9, false)]
    [TestCase(78.95, 78, true)]
    [TestCase(76.4, 82, false)]
    public void Rounding_and_truncation_are_both_right(double measured, double stated, bool expected) =>
        Assert.That(CoverageMeasurement.Confirms(measured, stated, 0.5), Is.EqualTo(expected));

    [Test]
    public void A_cited_report_goes_before_the_one_of_the_delivery() => Assert.That(
        Find(new() { ["shop/coverage.xml"] = 0.5, ["shop/build/coverage.xml"] = 0.6 }, "build/coverage.xml"),
        Is.EqualTo((60.0, "shop/build/coverage.xml")));

    [Test]
    public void The_delivery_goes_before_its_services_the_document_and_the_repository()
    {
        var files = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["shop/coverage.xml"] = 0.5,
            ["shop/services/finance_shop_api/coverage.xml"] = 0.6,
            ["shop/services/finance-shop-bot/coverage.xml"] = 0.8,
            ["shop/artifacts/reports/coverage.xml"] = 0.7,
            ["coverage.xml"] = 0.9,
        };
        Assert.That(Find(files)?.Path, Is.EqualTo("shop/coverage.xml"));
        files.Remove("shop/coverage.xml");
        Assert.That(Find(files), Is.EqualTo((70.0, "shop/services/finance_shop_api/coverage.xml,shop/services/finance-shop-bot/coverage.xml")));
        files.Remove("shop/services/finance_shop_api/coverage.xml");
        files.Remove("shop/services/finance-shop-bot/coverage.xml");
        Assert.That(Find(files)?.Path, Is.EqualTo("shop/artifacts/reports/coverage.xml"));
        files.Remove("shop/artifacts/reports/coverage.xml");
        Assert.That(Find(files)?.Path, Is.EqualTo("coverage.xml"));
    }

    [Test]
    public void The_report_of_another_delivery_is_never_taken()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Find(new() { ["coverage.xml"] = 0.9, ["artifacts/plans/plan.md"] = 0 }), Is.Null);
            Assert.That(Find(new() { ["coverage.xml"] = 0.9, ["artifacts/plans/plan.md"] = 0 }, "coverage.xml"), Is.Null);
            Assert.That(Find(new() { ["bank/coverage.xml"] = 0.9, ["bank/artifacts/plans/plan.md"] = 0 }, "../../../bank/coverage.xml"), Is.Null);
            Assert.That(Find(new() { ["shop/part/coverage.xml"] = 0.9, ["shop/part/artifacts/plans/plan.md"] = 0 }, "part/coverage.xml"), Is.Null);
        });
    }

    [Test]
    public void A_document_outside_artefact_folders_belongs_to_those_beside_it()
    {
        const string Path = "docs/qa-report.md";
        var files = new InMemoryFiles(new Dictionary<string, string>(StringComparer.Ordinal) { ["coverage.xml"] = Xml(0.9), ["artifacts/plans/plan.md"] = "" });
        Assert.That(CoverageMeasurement.Find(EmbeddedPacks.Default, files, Facts(Path, ""), [])?.Percent, Is.EqualTo(90));
    }

    private static (double? Percent, string Path)? Find(Dictionary<string, double> rates, string cited = "")
    {
        var texts = rates.ToDictionary(static pair => pair.Key, static pair => Xml(pair.Value), StringComparer.Ordinal);
        texts[Report] = "";
        var measurement = CoverageMeasurement.Find(EmbeddedPacks.Default, new InMemoryFiles(texts), Facts(Report, cited), ["finance_shop_api", "finance_shop_bot"]);
        return measurement is null ? null : (Math.Round(measurement.Percent ?? -1, 6), string.Join(',', measurement.Paths));
    }

    private static DocumentFacts Facts(string path, string cited) =>
        WorkspaceAnalysis.Create(TestWorkspace.Create(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [path] = $"# QA Report: Shop\n\n## Verification Checklist Summary\n\n`{cited}`\n",
        })).PartsOf(path)[0].Facts;

    private static string Xml(double rate) => FormattableString.Invariant($"<coverage line-rate=\"{rate}\" lines-valid=\"10\"/>");
}
