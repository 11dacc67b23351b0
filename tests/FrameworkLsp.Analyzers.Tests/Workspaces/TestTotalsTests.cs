using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Workspaces;

/// <summary>Test reports in their usual forms.</summary>
internal sealed class TestTotalsTests
{
    [TestCase("""<testsuite tests="10" failures="1" errors="2" skipped="3"/>""", 10, 3, 3)]
    [TestCase("""<?xml version="1.0"?><testsuites tests="5" failures="1"><testsuite tests="5" failures="1"/></testsuites>""", 5, 1, 0)]
    [TestCase("""<testsuites><testsuite tests="2"><testsuite tests="1"/></testsuite><testsuite tests="3" errors="1"/></testsuites>""", 5, 1, 0)]
    [TestCase("""<TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><ResultSummary><Counters total="8" executed="7" passed="6" failed="1"/></ResultSummary></TestRun>""", 8, 1, 1)]
    public void A_report_gives_its_totals(string text, int total, int failed, int skipped) =>
        Assert.That(TestTotals.Parse(text), Is.EqualTo(new TestTotals(total, failed, skipped)));

    [TestCase("")]
    [TestCase("<coverage line-rate=\"0.5\"/>")]
    [TestCase("<testsuite tests=\"many\"/>")]
    [TestCase("<testsuites><testsuite tests=\"1\"")]
    [TestCase("no xml")]
    public void Anything_else_gives_none(string text) => Assert.That(TestTotals.Parse(text), Is.Null);

    [Test]
    public void Reports_of_services_are_added_up()
    {
        var files = new InMemoryFiles(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["shop/services/shop_cart_api/junit.xml"] = """<testsuite tests="4"/>""",
            ["shop/services/shop_cart_worker/reports/run.trx"] = """<TestRun><Counters total="3" executed="3" failed="1"/></TestRun>""",
            ["other/junit.xml"] = """<testsuite tests="99"/>""",
        });
        var measured = TestMeasurement.Find(EmbeddedPacks.Default, files, "shop/", ["shop_cart_api", "shop_cart_worker"]);
        Assert.That(measured?.Totals, Is.EqualTo(new TestTotals(7, 1, 0)));
    }
}
