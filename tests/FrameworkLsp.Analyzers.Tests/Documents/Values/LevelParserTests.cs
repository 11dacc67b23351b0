using CsCheck;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Tests.Documents.Values;

internal sealed class LevelParserTests
{
    private static readonly LevelParser Parser = new(EmbeddedPacks.Default.Levels);

    [TestCase("3", 3)]
    [TestCase("L3", 3)]
    [TestCase("Level 3", 3)]
    [TestCase("level: 3", 3)]
    [TestCase("#3", 3)]
    [TestCase("3 - Pre-Production", 3)]
    [TestCase("3-Pre-Production", 3)]
    [TestCase("2–Development", 2)]
    [TestCase("2. Development", 2)]
    [TestCase("2 Development", 2)]
    [TestCase("**Level 3** (Pre-Production)", 3)]
    [TestCase("3 (full set)", 3)]
    [TestCase("2 (75 % coverage)", 2)]
    [TestCase("2 - chosen by the requester", 2)]
    [TestCase("`2`", 2)]
    [TestCase("\"2 - Development\"", 2)]
    [TestCase("Уровень 2", 2)]
    [TestCase("PoC", 1)]
    [TestCase("proof of concept", 1)]
    [TestCase("Pre-Production", 3)]
    [TestCase("preproduction", 3)]
    [TestCase("Staging", 3)]
    [TestCase("Production (all features)", 4)]
    [TestCase("Production (Level 4)", 4)]
    [TestCase("Pre-Production - 3", 3)]
    [TestCase("Level 1 → targeting Level 2", 1)]
    [TestCase("Level 1 → Level 2", 1)]
    [TestCase("1 -> 2", 1)]
    [TestCase("2 - MVP", 2)]
    [TestCase("4 Enterprise", 4)]
    public void Reads_levels(string value, int level) => Assert.That(Parser.Parse(value).Level?.Number, Is.EqualTo(level));

    [TestCase("")]
    [TestCase("3+")]
    [TestCase("2-3")]
    [TestCase("2 – 3")]
    [TestCase("1/2")]
    [TestCase("3, 4")]
    [TestCase("2.5")]
    [TestCase("7")]
    [TestCase("0")]
    [TestCase("99999999999999999999")]
    [TestCase("Level 1 tests")]
    [TestCase("Level 1: Handler → Service", 1)]
    [TestCase("between 2 and 3")]
    [TestCase("high")]
    [TestCase("Production-like")]
    [TestCase("MVP")]
    [TestCase("choose a level (details in `docs/reference/maturity-levels.md`)")]
    public void Other_texts_are_no_levels(string value, int? level = null) => Assert.That(Parser.Parse(value).Level?.Number, Is.EqualTo(level));

    [TestCase("3 - Production", 3, "Production", 4)]
    [TestCase("1 (Development Ready)", 1, "Development Ready", 2)]
    [TestCase("Level 2: Staging", 2, "Staging", 3)]
    [TestCase("4 PoC", 4, "PoC", 1)]
    [TestCase("Production (Level 3)", 3, "Production", 4)]
    public void Number_and_name_contradict_each_other(string value, int number, string name, int named)
    {
        var reading = Parser.Parse(value);
        Assert.Multiple(() =>
        {
            Assert.That(reading.IsContradictory, Is.True);
            Assert.That(reading.Level?.Number, Is.EqualTo(number));
            Assert.That(reading.Name, Is.EqualTo(name));
            Assert.That(reading.NamedLevel?.Number, Is.EqualTo(named));
        });
    }

    [TestCase("3 - Pre-Production")]
    [TestCase("3 - Pre-Production, not Production")]
    [TestCase("2 - MVP")]
    [TestCase("3 - Enterprise")]
    [TestCase("2 - production-like data")]
    [TestCase("7 - Production")]
    [TestCase("Production (in 3 months)")]
    public void Number_and_name_agree(string value) => Assert.That(Parser.Parse(value).IsContradictory, Is.False);

    [TestCase("Level 1 → targeting Level 2", 2)]
    [TestCase("1 - PoC → 2 - Development", 2)]
    [TestCase("PoC → Production", 4)]
    [TestCase("1 - PoC", null)]
    public void The_target_of_a_transition_is_kept(string value, int? target) => Assert.That(Parser.Parse(value).Target?.Number, Is.EqualTo(target));

    [Test]
    public void An_invalid_number_is_kept() => Assert.That(Parser.Parse("7"), Is.EqualTo(new LevelReading(7, null, "", null)));

    [Test]
    public void What_the_tool_writes_is_read_back() =>
        Assert.That(EmbeddedPacks.Default.Levels.Select(static level => Parser.Parse(level.Display).Level), Is.EqualTo(EmbeddedPacks.Default.Levels));

    [Test]
    public void No_text_makes_it_fail() => Gen.String[Gen.OneOf(Gen.Char, Gen.OneOf("123 ()-→>+/LlevlProduction".ToCharArray())), 0, 60].Sample(text =>
    {
        var reading = Parser.Parse(text);
        return reading.Level is null || EmbeddedPacks.Default.Levels.Contains(reading.Level);
    });
}
