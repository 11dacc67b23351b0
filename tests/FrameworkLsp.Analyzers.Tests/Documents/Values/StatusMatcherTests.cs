using CsCheck;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Documents.Values;

internal sealed class StatusMatcherTests
{
    private static readonly CompiledDefinition Pack = new(EmbeddedPacks.Default);

    [TestCase("✅ PASS (3 skipped)", StatusClasses.Pass)]
    [TestCase("PASS - 2 warnings", StatusClasses.Pass)]
    [TestCase("Skipped (passed last week)", StatusClasses.Skipped)]
    [TestCase("Pending, 12 passed so far", StatusClasses.Pending)]
    [TestCase("FAIL - formatting complete", StatusClasses.Fail)]
    [TestCase("PASSED (с оговорками)", StatusClasses.Warn)]
    public void The_verdict_a_value_starts_with_decides(string value, string expected) => Check(VocabularyIds.CheckResult, value, expected);

    [TestCase("287 passed, 0 failed", StatusClasses.Pass)]
    [TestCase("287 passed, 3 skipped", StatusClasses.Pass)]
    [TestCase("287 passed, 2 failed", StatusClasses.Fail)]
    [TestCase("17 passed, 3 failed (pre-existing)", StatusClasses.Warn)]
    [TestCase("3 skipped", StatusClasses.Skipped)]
    [TestCase("10 failed", StatusClasses.Fail)]
    [TestCase("12/12", StatusClasses.Pass)]
    [TestCase("11/12", null)]
    public void Counts_only_back_a_verdict(string value, string? expected) => Check(VocabularyIds.CheckResult, value, expected);

    [TestCase("no failing checks", null)]
    [TestCase("without a single fail, all passed", StatusClasses.Pass)]
    [TestCase("not yet fully passed", null)]
    public void What_is_negated_does_not_hold(string value, string? expected) => Check(VocabularyIds.CheckResult, value, expected);

    [TestCase("PASS, but the nightly run failed")]
    [TestCase("✅ FAIL")]
    [TestCase("✅ Нет")]
    [TestCase("❌ Не требуется")]
    [TestCase("❌ Нет (совместимо)")]
    [TestCase("")]
    [TestCase("82%")]
    public void Contradictions_and_unknown_words_are_neutral(string value) => Check(VocabularyIds.CheckResult, value, null);

    [TestCase("Approved, but do not deploy before Monday", StatusClasses.Fail)]
    [TestCase("NOT APPROVED until the tests pass", StatusClasses.Fail)]
    [TestCase("Approved for staging", StatusClasses.Warn)]
    [TestCase("APPROVED for production deployment", StatusClasses.Pass)]
    public void Negative_words_win_in_a_recommendation(string value, string expected) => Check(VocabularyIds.Recommendation, value, expected);

    [TestCase("Won’t have", StatusClasses.Wont)]
    [TestCase("Must have", "must")]
    [TestCase("Core Features (Must Have)", "must")]
    public void Typographic_apostrophes_are_apostrophes(string value, string expected) => Check(VocabularyIds.Priority, value, expected);

    [Test]
    public void The_words_are_those_of_the_pack()
    {
        var results = new CompiledDefinition(TinyPack.Definition).Status(VocabularyIds.CheckResult);
        Assert.Multiple(() =>
        {
            Assert.That(results.Classify("Nicht bestanden (2 Risse)"), Is.EqualTo(StatusClasses.Fail));
            Assert.That(results.Classify("bestanden, 1 nicht geprüft"), Is.EqualTo(StatusClasses.Pass));
            Assert.That(results.Classify("PASS"), Is.Null);
        });
    }

    [Test]
    public void No_text_makes_it_fail() =>
        Gen.Select(Gen.String, Gen.OneOf("pass", "0 failed", "✅", "12/", "not ", "3 ")).Array[0, 6].Sample(static parts =>
        {
            _ = Pack.Status(VocabularyIds.CheckResult).Classify(string.Concat(parts.Select(static part => part.Item1 + part.Item2)));
        });

    private static void Check(string vocabulary, string value, string? expected) =>
        Assert.That(Pack.Status(vocabulary).Classify(value), Is.EqualTo(expected), value);
}
