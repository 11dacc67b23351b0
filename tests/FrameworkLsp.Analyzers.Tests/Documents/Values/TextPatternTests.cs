using CsCheck;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Tests.Documents.Values;

internal sealed class TextPatternTests
{
    private static readonly Gen<string> Texts = TextGen.Of(0, 6, "ab", "AB", "c", "1", "12", "Requirement", "требования", "ТРЕБ", " ", "-", "/", "é");

    [Test]
    public void Looking_for_words_first_changes_no_answer() => Gen.Select(Patterns(2), Texts).Sample(static (pattern, text) =>
        TextPattern.Get(pattern).Fits(text) == PackPattern.Compile(pattern).IsMatch(text));

    [TestCase(@"\btests?\W{0,6}(?<total>\d[\d.,]*)\s+tests?\s*,", "test")]
    [TestCase(@"(?:(?<part>\d+)/\d+\s+requirements?)|(?:^requirements? coverage)", "requirement")]
    [TestCase(@"^(?:red|green)+ x", "red green")]
    [TestCase(@"ab{0,2}c\d", "a")]
    [TestCase(@"a{2}bc", "bc")]
    [TestCase(@"a(?!bcd)\)", "a")]
    [TestCase(@"[abc]+?\.md", ".md")]
    [TestCase(@"\p{L}+\u0041x", "ax")]
    [TestCase(@"(?:|abc)", "")]
    [TestCase(@"abc|\d", "")]
    [TestCase(@"(?i)abc", "")]
    [TestCase(@"(a)bc\1", "")]
    [TestCase(@"[^]]b", "b")]
    public void The_words_that_a_match_needs(string pattern, string expected) =>
        Assert.That(string.Join(' ', PatternLiterals.Of(pattern)), Is.EqualTo(expected));

    [Test]
    public void Every_match_is_found()
    {
        var pattern = TextPattern.Get(@"(?<number>\d+) tests?");

        Assert.That(pattern.Matches("12 tests, 3 Test, 4 toasts").Select(static match => match.Groups["number"].Value), Is.EqualTo(new[] { "12", "3" }));
    }

    [Test]
    public void A_pattern_that_runs_away_matches_nothing() =>
        Assert.That(TextPattern.Get("^(?:a+)+b$").Fits(new string('a', 200) + "c b"), Is.False);

    [Test]
    public void Case_matters_where_it_shall()
    {
        Assert.That(TextPattern.Exactly("^ab$").Fits("ab"));
        Assert.That(TextPattern.Exactly("^ab$").Fits("AB"), Is.False);
    }

    private static Gen<string> Patterns(int depth)
    {
        var atom = TextGen.Piece("a", "b", "ab", "c", "1", @"\d", @"\w", ".", "[abc]", "[^a]", @"\b", "^", "$", "requirement", "требован", " ", @"\-", "/");
        if (depth == 0)
        {
            return atom;
        }

        // Loops in loops run away, and the expressions of .NET fail on repeated assertions, which nobody writes.
        var inner = Patterns(depth - 1);
        var group = Gen.Select(TextGen.Piece("(?:", "(?<g>", "("), inner, TextGen.Piece("", "", "?", "{2}", "{0,1}"), static (open, body, quantifier) => open + body + ")" + quantifier);
        var assertion = Gen.Select(TextGen.Piece("(?=", "(?!", "(?<=", "(?<!"), inner, static (open, body) => open + body + ")");
        var repeated = Gen.Select(atom.Where(static text => text is not ("^" or "$" or @"\b")), TextGen.Piece("", "?", "*", "+", "{2}", "{0,1}", "{1,3}", "+?"), static (part, quantifier) => part + quantifier);
        var quantified = Gen.OneOf(atom, repeated, repeated, group, assertion);
        var sequence = quantified.Array[1, 3].Select(static parts => string.Concat(parts));
        return sequence.Array[1, 2].Select(static alternatives => string.Join('|', alternatives));
    }
}
