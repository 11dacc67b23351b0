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
}
