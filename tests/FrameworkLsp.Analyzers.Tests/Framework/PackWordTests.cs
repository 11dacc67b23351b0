using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Framework;

/// <summary>What real documents write, read with the words and patterns of the embedded pack.</summary>
public sealed class PackWordTests
{
    private static readonly CompiledDefinition Pack = new(EmbeddedPacks.Default);

    [TestCase("NOT APPROVED until FR-003 is done", StatusClasses.Fail)]
    [TestCase("Not approved for production deployment", StatusClasses.Fail)]
    [TestCase("Do not deploy", StatusClasses.Fail)]
    [TestCase("Не рекомендовано к деплою", StatusClasses.Fail)]
    [TestCase("APPROVED for production deployment", StatusClasses.Pass)]
    [TestCase("Approved for staging only", StatusClasses.Warn)]
    [TestCase("Approved with conditions", StatusClasses.Warn)]
    [TestCase("No-go", StatusClasses.Fail)]
    [TestCase("Go", StatusClasses.Pass)]
    public void Recommendation(string value, string expected) => Classify(VocabularyIds.Recommendation, value, expected);

    [TestCase("✅ READY FOR DEPLOYMENT", StatusClasses.Pass)]
    [TestCase("NOT READY FOR DEPLOYMENT", StatusClasses.Fail)]
    [TestCase("❌ BLOCKED", StatusClasses.Fail)]
    [TestCase("QA_PASSED", StatusClasses.Pass)]
    [TestCase("ALL_GATES_PASSED", StatusClasses.Pass)]
    [TestCase("Passed with conditions", StatusClasses.Warn)]
    [TestCase("Не готово к деплою", StatusClasses.Fail)]
    public void ReportStatus(string value, string expected) => Classify(VocabularyIds.ReportStatus, value, expected);

    [TestCase("✅ ALL CHECKS PASSED", StatusClasses.Pass)]
    [TestCase("Not all checks passed", StatusClasses.Fail)]
    [TestCase("Passed with deviations", StatusClasses.Warn)]
    [TestCase("✅ Пройдено", StatusClasses.Pass)]
    public void OverallResult(string value, string expected) => Classify(VocabularyIds.OverallResult, value, expected);

    [TestCase("✅ PASS", StatusClasses.Pass)]
    [TestCase("✅ 82%", StatusClasses.Pass)]
    [TestCase("**✅ MET**", StatusClasses.Pass)]
    [TestCase("✅ VERIFIED", StatusClasses.Pass)]
    [TestCase("❌ NOT MET", StatusClasses.Fail)]
    [TestCase("0 errors", StatusClasses.Pass)]
    [TestCase("⏭ skipped", StatusClasses.Skipped)]
    [TestCase("not run", StatusClasses.Skipped)]
    [TestCase("3 failed (pre-existing)", StatusClasses.Warn)]
    [TestCase("12/12", StatusClasses.Pass)]
    [TestCase("✅ Нет", null)]
    [TestCase("❌ Не требуется", null)]
    public void CheckResult(string value, string? expected) => Classify(VocabularyIds.CheckResult, value, expected);

    [TestCase("✅ Done", StatusClasses.Pass)]
    [TestCase("Not yet implemented", StatusClasses.Fail)]
    [TestCase("Partially implemented", StatusClasses.InProgress)]
    [TestCase("⚠️ **Descoped** (Approved by Ann on 2025-10-01)", StatusClasses.Descoped)]
    [TestCase("**Pending**", StatusClasses.Pending)]
    [TestCase("Deferred", StatusClasses.Descoped)]
    [TestCase("Отложено", StatusClasses.Descoped)]
    [TestCase("Реализовано", StatusClasses.Pass)]
    public void Requirement(string value, string expected) => Classify(VocabularyIds.Requirement, value, expected);

    [TestCase("PRD_READY", StatusClasses.Approved)]
    [TestCase("Draft", StatusClasses.Draft)]
    [TestCase("Утверждён", StatusClasses.Approved)]
    [TestCase("Ready for review", StatusClasses.InReview)]
    [TestCase("Final", StatusClasses.Final)]
    public void DocumentState(string value, string expected) => Classify(VocabularyIds.DocumentState, value, expected);

    [TestCase("Must", "must")]
    [TestCase("SHOULD HAVE", "should")]
    [TestCase("Won't", StatusClasses.Wont)]
    [TestCase("P2", StatusClasses.Could)]
    [TestCase("Important Features", "should")]
    public void Priority(string value, string expected) => Classify(VocabularyIds.Priority, value, expected);

    [TestCase("Superseded by ADR-0003 (accepted)", "superseded")]
    [TestCase("Accepted", StatusClasses.Approved)]
    public void DecisionStatus(string value, string expected) => Classify(VocabularyIds.DecisionStatus, value, expected);

    [TestCase("287 tests with 87% coverage", 87, 287)]
    [TestCase("✅ Tests: 287 tests, 87% coverage", 87, 287)]
    [TestCase("Coverage percentage: 82,5 %", 82.5, null)]
    [TestCase("**Coverage**: 82%", 82, null)]
    [TestCase("287 passed, 0 failed", null, 287)]
    [TestCase("1,204 passed", null, 1204)]
    [TestCase("Requirements coverage: 100%", null, null)]
    [TestCase("Functional Coverage: 3/3 (100%)", null, null)]
    [TestCase("Coverage ≥ 80%", null, null)]
    [TestCase("`services/api/loans.py`: 45% coverage", null, null)]
    [TestCase("Reduced latency by 20%", null, null)]
    public void Numbers(string text, double? coverage, double? tests)
    {
        Assert.That(Pack.NumberSlots.CoveragePhrase(text)?.Value, Is.EqualTo(coverage));
        Assert.That(Pack.NumberSlots.TestCount(text)?.Count.Ran, Is.EqualTo(tests));
    }

    [TestCase("FR-001", true)]
    [TestCase("REQ-F-001.2", true)]
    [TestCase("NFR-1", true)]
    [TestCase("FR-01", true)]
    [TestCase("FR-001.3", true)]
    [TestCase("NF-LOG-001", true)]
    [TestCase("ADR-0001", false)]
    [TestCase("UTF-8", false)]
    [TestCase("FR-", false)]
    public void RequirementIds(string text, bool isAccepted) => Assert.That(Pack.RequirementIds.Parse(text) is not null, Is.EqualTo(isAccepted));

    [TestCase("[sum]")]
    [TestCase("[Name]")]
    [TestCase("{project}")]
    [TestCase("_____")]
    [TestCase("TBD")]
    [TestCase("TBD: maybe opt-in")]
    [TestCase("(example: User registration)")]
    [TestCase("(fill during Stage 4)")]
    [TestCase("YYYY-MM-DD")]
    [TestCase("[X]/[X] requirements ([100]%)")]
    public void Placeholders(string value) => Assert.That(Pack.Values.Placeholder(value), Is.Not.Null);

    [TestCase("12")]
    [TestCase("`/models/{id}`")]
    [TestCase("Optional[str]")]
    [TestCase("[plan](plan.md)")]
    [TestCase("GET /loans/{id}")]
    [TestCase("Todo list for couriers")]
    public void NoPlaceholders(string value) => Assert.That(Pack.Values.Placeholder(value), Is.Null);

    [TestCase("[1-PoC / 2-Development / 3-Pre-Production / 4-Production]", true)]
    [TestCase("Ready / Blocked", true)]
    [TestCase("Draft | Review | Approved", true)]
    [TestCase("2-Development", false)]
    [TestCase("[src/api/main.py]", false)]
    [TestCase("Ready", false)]
    public void ChoiceLists(string value, bool isChoice) => Assert.That(Pack.Values.IsChoiceList(value), Is.EqualTo(isChoice));

    [TestCase("[... rest of template ...]", true)]
    [TestCase("[... 6 phases total ...]", true)]
    [TestCase("[... full report ...]", true)]
    [TestCase("[...]", true)]
    [TestCase("... and more tests", false)]
    public void Elision(string line, bool isElision) => Assert.That(Pack.Values.IsElision(line), Is.EqualTo(isElision));

    [TestCase("Coverage threshold", "", "coverage-threshold")]
    [TestCase("Coverage artefacts", "", "coverage-artefacts")]
    [TestCase("Full test suite", "", "tests")]
    [TestCase("Ruff", "", "linting")]
    [TestCase("Style", "uv run ruff format . --check", "formatting")]
    [TestCase("Code style", "uv run ruff check .", "linting")]
    [TestCase("Measured", "uv run pytest --cov=src", "coverage")]
    [TestCase("Unit", "uv run pytest tests/unit", "tests")]
    [TestCase("Версия Python", "python --version", "python-version")]
    public void Checks(string name, string command, string expected) => Assert.That(Pack.Checks.Find(name, command)?.Id, Is.EqualTo(expected));

    [TestCase("ADR-0007 mentions Reason 5: Stripe", 5)]
    [TestCase("(Причина 2)", 2)]
    [TestCase("no number", null)]
    public void CitedReason(string text, int? expected) =>
        Assert.That(Pack.ServiceNames.Citations(text).Select(static citation => (int?)citation.Number).FirstOrDefault(), Is.EqualTo(expected));

    private static void Classify(string vocabulary, string value, string? expected) =>
        Assert.That(Pack.Status(vocabulary).Classify(value), Is.EqualTo(expected));
}
