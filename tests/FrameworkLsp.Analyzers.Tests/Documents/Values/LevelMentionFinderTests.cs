using CsCheck;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Tests.Documents.Values;

internal sealed class LevelMentionFinderTests
{
    private static readonly LevelMentionFinder Finder = new(EmbeddedPacks.Default.Levels);

    [TestCase("Nginx (Level 3)", "3..3")]
    [TestCase("Level 3+", "3..max")]
    [TestCase("≥ Level 3", "3..max")]
    [TestCase("Level ≥ 3", "3..max")]
    [TestCase("Level >= 2", "2..max")]
    [TestCase("Level ≤ 2", "min..2")]
    [TestCase("Levels 2-4", "2..4")]
    [TestCase("levels 1, 2 and 3", "1..3")]
    [TestCase("L3 and L4", "3..3 4..4")]
    [TestCase("Уровень 2", "2..2")]
    [TestCase("level 2: a, level 3: b", "2..2 3..3")]
    [TestCase("ALL levels", "")]
    [TestCase("HTML5, XL3, level of detail, 3 levels", "")]
    public void Finds_levels(string text, string expected) => Assert.That(
        string.Join(' ', Finder.Mentions(text).Select(static mention => $"{(mention.Low == int.MinValue ? "min" : mention.Low)}..{(mention.High == int.MaxValue ? "max" : mention.High)}")),
        Is.EqualTo(expected));

    [TestCase("Nginx (Level 3)", 2, true)]
    [TestCase("Nginx (Level 3)", 3, false)]
    [TestCase("Level 2+", 3, false)]
    [TestCase("Level 3 and Level 2", 2, false)]
    [TestCase("IF user requested", 2, false)]
    public void Knows_text_about_other_levels(string text, int level, bool speaks) => Assert.That(Finder.SpeaksOfOthers(text, level), Is.EqualTo(speaks));

    [Test]
    public void Mentions_lie_in_the_text() => Gen.String[Gen.OneOf(Gen.Char, Gen.OneOf("level L23+-≥, and".ToCharArray())), 0, 60].Sample(static text =>
        Finder.Mentions(text).All(mention => mention.Start >= 0 && mention.Length > 0 && mention.Start + mention.Length <= text.Length));
}
