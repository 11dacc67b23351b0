using System.Text.RegularExpressions;
using CsCheck;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Documents.Values;

internal sealed class RequirementIdMatcherTests
{
    private static readonly RequirementIdMatcher Matcher = new(EmbeddedPacks.Default.RequirementIds);

    [TestCase("FR-001, FR-003", "FR-001,FR-003")]
    [TestCase("**FR-001**/`UI-002`", "FR-001,UI-002")]
    [TestCase("FR-001.1 and REQ-F-002", "FR-001.1,REQ-F-002")]
    [TestCase("FR-001-FR-003", "FR-001,FR-003")]
    [TestCase("FR-001-payments.md, XFR-001, FR-", "")]
    [TestCase("UTF-8, ISO-8601, ADR-0001", "")]
    public void Finds_ids(string text, string expected) =>
        Assert.That(string.Join(',', Matcher.FindAll(text).Select(static token => token.Id)), Is.EqualTo(expected));

    [TestCase("FR-001..FR-003", "FR-001,FR-002,FR-003")]
    [TestCase("FR-001 – FR-003", "FR-001,FR-002,FR-003")]
    [TestCase("FR-001-FR-003", "FR-001,FR-002,FR-003")]
    [TestCase("FR-001-003", "FR-001,FR-002,FR-003")]
    [TestCase("FR-001…003, NF-001", "FR-001,FR-002,FR-003,NF-001")]
    [TestCase("FR-001, FR-003", "FR-001,FR-003")]
    [TestCase("FR-001 - UI-003", "FR-001,UI-003")]
    [TestCase("FR-003-FR-001", "FR-003,FR-001")]
    [TestCase("FR-001-9999", "FR-001")]
    [TestCase("FR-001. 5 parcels", "FR-001")]
    [TestCase("FR-001 - 3 parcels at once", "FR-001,FR-002,FR-003")]
    public void Writes_ranges_out(string text, string expected) =>
        Assert.That(string.Join(',', Matcher.References(text).Select(static token => token.Id)), Is.EqualTo(expected));

    [TestCase("FR-001", "FR-001")]
    [TestCase("**FR-001** ✅", "FR-001")]
    [TestCase("[FR-001](#fr-001)", "FR-001")]
    [TestCase("see FR-001", null)]
    [TestCase("FR-001, FR-002", null)]
    [TestCase("", null)]
    public void Reads_the_only_leading_id(string text, string? expected) => Assert.That(Matcher.Leading(text)?.Id, Is.EqualTo(expected));

    [TestCase("FR-007", "FR-008")]
    [TestCase("REQ-F-9", "REQ-F-10")]
    [TestCase("FR-002.1", "FR-003")]
    public void Gives_the_next_id(string id, string next)
    {
        var number = RequirementNumber.Parse(id)!.Value;
        Assert.That(number.With(number.NextFree([id, "FR-001", "UI-050"])), Is.EqualTo(next));
    }

    [Test]
    public void Starts_a_series_in_the_canonical_form()
    {
        Assert.That(RequirementNumber.Start("NF", Matcher).With(1), Is.EqualTo("NF-001"));
        Assert.That(RequirementNumber.Start("A", new RequirementIdMatcher(TinyPack.Definition.RequirementIds)).With(1), Is.EqualTo("A-01"));
        Assert.That(RequirementNumber.Parse("FR-"), Is.Null);
    }

    [Test]
    public void A_token_is_where_it_says() =>
        Gen.OneOf(Gen.Const("FR-001"), Gen.Const("-003"), Gen.Const(".."), Gen.Const("REQ-F-1"), Gen.Const(" "), Gen.Const("–"), Gen.String[0, 4]).Array[0, 8].Sample(static parts =>
        {
            var text = string.Concat(parts);
            return Matcher.FindAll(text).All(token => string.Equals(text.Substring(token.Start, token.Length), token.Id, StringComparison.OrdinalIgnoreCase))
                && Matcher.References(text).All(token => token.End <= text.Length && Matcher.Parse(token.Id) is not null);
        });

    [Test]
    public void Every_word_that_is_an_id_is_found() =>
        TextGen.Of(0, 8, "FR-001", "FR-1", "NF-002", "FR", "-", "001", "002", "x", "X", ".", " ", "|", "_", "é", "REQ-F-1", "--").Sample(static text =>
            string.Join(' ', Matcher.FindAll(text).Select(static token => $"{token.Start}:{token.Id}")) == string.Join(' ', Tokens(text).SelectMany(static word => Ids(word.Value, word.Index))));

    private static MatchCollection Tokens(string text) => Regex.Matches(text, "[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+)*");

    // A word that is an id, or two ids that a hyphen joins, or an id and the number that a range ends with.
    private static IEnumerable<string> Ids(string word, int start)
    {
        if (word.Length == 0 || !char.IsAsciiLetterUpper(word[0]))
        {
            return [];
        }

        if (word.Contains('-', StringComparison.Ordinal) && Matcher.Parse(word) is not null)
        {
            return [$"{start}:{word.ToUpperInvariant()}"];
        }

        foreach (var hyphen in Enumerable.Range(0, word.Length).Where(index => word[index] == '-'))
        {
            var (first, rest) = (word[..hyphen], word[(hyphen + 1)..]);
            if (first.Contains('-', StringComparison.Ordinal) && Matcher.Parse(first) is not null && ((rest.Contains('-', StringComparison.Ordinal) && Matcher.Parse(rest) is not null) || rest.All(char.IsAsciiDigit)))
            {
                return [$"{start}:{first.ToUpperInvariant()}", .. Ids(rest, start + hyphen + 1)];
            }
        }

        return [];
    }
}
