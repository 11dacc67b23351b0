using CsCheck;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Tests.Documents.Values;

internal sealed class NumberSlotMatcherTests
{
    private static readonly NumberSlotMatcher Matcher = new(EmbeddedPacks.Default.NumberSlots);

    [TestCase("✅ 82%", 82, "82%")]
    [TestCase("82.4 % (target 90%)", 82.4, "82.4 %")]
    [TestCase("82,4%", 82.4, "82,4%")]
    [TestCase("~82%", 82, "82%")]
    [TestCase("82% ≥ 80%", 82, "82%")]
    [TestCase("Required 80%, measured 82%", 82, "82%")]
    [TestCase("was 55%, now 82%", 82, "82%")]
    [TestCase("from 55% to 82%", 82, "82%")]
    [TestCase("**82%** of 12,450 lines", 82, "82%")]
    [TestCase("100%", 100, "100%")]
    public void Reads_the_measured_percentage(string text, double value, string written)
    {
        var token = Matcher.Measured(text);
        Assert.That(token?.Value, Is.EqualTo(value));
        Assert.That(text.Substring(token!.Value.Start, token.Value.Length), Is.EqualTo(written));
    }

    [TestCase("≥ 80%")]
    [TestCase(">80%")]
    [TestCase("at least 80 %")]
    [TestCase("target: 90%")]
    [TestCase("80% required")]
    [TestCase("80-85%")]
    [TestCase("80% – 85%")]
    [TestCase("55% baseline")]
    [TestCase("цель 90%")]
    [TestCase("287 tests")]
    [TestCase("12450%")]
    [TestCase("%")]
    [TestCase("")]
    public void Bounds_targets_ranges_and_history_are_no_measurement(string text) => Assert.That(Matcher.Measured(text), Is.Null);

    [TestCase("287 tests with 87% coverage", 87)]
    [TestCase("✅ Tests: 287 tests, 87% coverage", 87)]
    [TestCase("**Coverage percentage**: 82,5 %", 82.5)]
    [TestCase("Test coverage: ~82%", 82)]
    public void Reads_coverage_phrases(string text, double value) => Assert.That(Matcher.CoveragePhrase(text)?.Value, Is.EqualTo(value));

    [TestCase("Coverage: > 80%")]
    [TestCase("Coverage: 80% target")]
    [TestCase("Coverage: 80-85%")]
    [TestCase("Requirements coverage: 92%")]
    [TestCase("12 requirements (92%)")]
    [TestCase("Branch coverage: 70%")]
    public void Other_phrases_are_no_coverage(string text) => Assert.That(Matcher.CoveragePhrase(text), Is.Null);

    [Test]
    public void A_token_is_where_it_says() => Gen.String[Gen.OneOf(Gen.Char, Gen.OneOf("0123456789.,%% ≥-–".ToCharArray())), 0, 40].Sample(static text =>
        Matcher.Measured(text) is not { } token || (text.AsSpan(token.Start, token.Length) is [>= '0' and <= '9', .., '%'] && token.Value is >= 0 and <= 100));
}
