using CsCheck;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Tests.Documents.Values;

internal sealed class ValueClassifierTests
{
    private static readonly ValueClassifier Values = new(EmbeddedPacks.Default);

    [TestCase("TBD")]
    [TestCase("**todo**")]
    [TestCase("[Name]")]
    [TestCase("{{project}}")]
    [TestCase("_____")]
    [TestCase("???")]
    [TestCase("(fill in later)")]
    [TestCase("(Example: 12)")]
    [TestCase("TBD: maybe opt-in")]
    [TestCase("YYYY-MM-DD")]
    [TestCase("[count] requirements")]
    [TestCase("[X]/[X] requirements")]
    public void A_placeholder_is_the_whole_value(string value) => Assert.That(Values.Placeholder(value), Is.Not.Null);

    [TestCase("")]
    [TestCase("–")]
    [TestCase("`{id}`")]
    [TestCase("/models/{id}")]
    [TestCase("Optional[str]")]
    [TestCase("<ctr>")]
    [TestCase("[intake](intake.md)")]
    [TestCase("[x] done")]
    [TestCase("to do it well")]
    [TestCase("example.com")]
    public void Content_is_no_placeholder(string value) => Assert.That(Values.Placeholder(value), Is.Null);

    [TestCase("[1-PoC / 2-Development]", "1-PoC", "2-Development")]
    [TestCase("[none | Workers|Bot]", "none", "Workers", "Bot")]
    [TestCase("Ready/Blocked", "Ready", "Blocked")]
    [TestCase("Proposed / Accepted / Superseded", "Proposed", "Accepted", "Superseded")]
    [TestCase("[CI/CD / manual]", "CI/CD", "manual")]
    public void A_list_of_choices_is_taken_apart(string value, params string[] choices)
    {
        Assert.That(Values.IsChoiceList(value), Is.True);
        Assert.That(ValueClassifier.Choices(value), Is.EqualTo(choices));
    }

    [TestCase("Workers / Bot")]
    [TestCase("[docs/plan.md]")]
    [TestCase("Ready")]
    public void Other_values_are_no_list_of_choices(string value) => Assert.That(Values.IsChoiceList(value), Is.False);

    [TestCase("None.")]
    [TestCase("None. This is the highest level.")]
    [TestCase("n/a")]
    [TestCase("**Нет**")]
    [TestCase("Not applicable at this level")]
    public void A_text_may_say_that_there_is_nothing(string text) => Assert.That(Values.IsNone(text), Is.True);

    [TestCase("Nonetheless")]
    [TestCase("Something")]
    [TestCase("")]
    public void Other_texts_say_something(string text) => Assert.That(Values.IsNone(text), Is.False);

    [Test]
    public void Looking_at_the_beginning_first_changes_no_answer()
    {
        var patterns = EmbeddedPacks.Default.Placeholders.FullValue;
        string[] words = ["tbd", "TBC", "todo", "example", "ready", "[", "]", "{", "}", "(", ")", "x", "/", "?", "...", "…", " ", ":", "yyyy-mm-dd", "fill", "count"];
        Gen.Int[0, words.Length - 1].Select(index => words[index]).Array[1, 4]
            .Select(static parts => string.Concat(parts).Trim())
            .Where(static text => text.Length > 0 && !text.StartsWith("[x]", StringComparison.Ordinal) && !text.StartsWith("[ ]", StringComparison.Ordinal) && !text.Contains("](", StringComparison.Ordinal))
            .Sample(text => (Values.Placeholder(text) is not null) == patterns.Any(pattern => PackPattern.Compile(pattern).IsMatch(text)));
    }

    [TestCase("^(a|b)?c$", "c", true)]
    [TestCase("^a?bc$", "bc", true)]
    [TestCase("^ab|cd$", "xcd", true)]
    [TestCase("^[ab]c$", "bc", true)]
    [TestCase("x$", "yx", true)]
    [TestCase("^a{0,2}b$", "b", true)]
    [TestCase("^a{2}b$", "aab", true)]
    [TestCase("^((a)|b)c$", "bc", true)]
    [TestCase("^(?:a|b)c$", "bc", true)]
    [TestCase(@"^\d+$", "12", true)]
    [TestCase(@"^(\(a|b)$", "b", true)]
    [TestCase("^TBD$", "tbd", true)]
    [TestCase("^tbd$", "tba", false)]
    public void Any_pattern_of_a_pack_may_be_a_placeholder(string pattern, string value, bool expected)
    {
        var definition = EmbeddedPacks.Default with { Placeholders = new PlaceholderPatterns { FullValue = [pattern] } };
        Assert.That(new ValueClassifier(definition).Placeholder(value) is not null, Is.EqualTo(expected));
    }
}
