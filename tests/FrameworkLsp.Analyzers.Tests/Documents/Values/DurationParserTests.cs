using CsCheck;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Tests.Documents.Values;

internal sealed class DurationParserTests
{
    private static readonly DurationParser Parser = new(EmbeddedPacks.Default.TimeEstimate);

    [TestCase("~15-20 minutes", 15, 20)]
    [TestCase("15–20 min", 15, 20)]
    [TestCase("15 - 20 mins", 15, 20)]
    [TestCase("20-15 min", 15, 20)]
    [TestCase("about 15 minutes", 15, 15)]
    [TestCase("15min", 15, 15)]
    [TestCase("15-minute run", 15, 15)]
    [TestCase("~5-7 минут", 5, 7)]
    [TestCase("12,5 мин", 12.5, 12.5)]
    [TestCase("30+ min", 30, double.PositiveInfinity)]
    [TestCase("15 min to 20 min", 15, 20)]
    [TestCase("10 min of generation, 2 weeks of work", 10, 10)]
    public void Reads_minutes(string value, double low, double high) =>
        Assert.That(Parser.Parse(value), Is.EqualTo(new DurationReading(new MinuteRange(low, high), null, null)));

    [TestCase("")]
    [TestCase("TBD")]
    [TestCase("soon")]
    [TestCase("15")]
    [TestCase("3 days")]
    [TestCase("2 hours")]
    [TestCase("1 h 20 min")]
    [TestCase("4-6 weeks")]
    [TestCase("base 5 weeks")]
    [TestCase("base 5")]
    public void Other_values_give_nothing(string value) => Assert.That(Parser.Parse(value), Is.EqualTo(default(DurationReading)));

    [TestCase("~15-20 minutes (base 15 min + 2 modules)", 15, 20, 15, 2)]
    [TestCase("~15-20 minutes (base: 15 min + 2 optional modules)", 15, 20, 15, 2)]
    [TestCase("~10 minutes (5 base + 2 modules)", 10, 10, 5, 2)]
    [TestCase("~10 minutes (base: 5 + 2 modules)", 10, 10, 5, 2)]
    [TestCase("15 min base + 2 modules", null, null, 15, 2)]
    [TestCase("~13 min (10 min base, 1 module, 2.5 min per module)", 13, 13, 10, 1)]
    [TestCase("~10 минут (база 10 мин + 2 модуля)", 10, 10, 10, 2)]
    [TestCase("~10 minutes (base 10 min + 2-3 modules)", 10, 10, 10, null)]
    public void Reads_base_and_modules(string value, double? low, double? high, double basis, int? modules)
    {
        var stated = low is { } start && high is { } end ? new MinuteRange(start, end) : (MinuteRange?)null;
        Assert.That(Parser.Parse(value), Is.EqualTo(new DurationReading(stated, new MinuteRange(basis, basis), modules)));
    }

    [Test]
    public void What_the_tool_writes_is_read_back_and_fits() =>
        Gen.Select(Gen.OneOf(EmbeddedPacks.Default.Levels.ToArray()), Gen.Int[0, 9], Gen.OneOf("", "10 min", "10 мин")).Sample(static (level, modules, beside) =>
        {
            var reading = Parser.Parse(EmbeddedPacks.Default.TimeEstimate.Write(level, modules, beside));
            return reading.Stated is { } stated
                && stated.Low.Equals(level.BaseMinutes)
                && stated.High.Equals(level.BaseMinutes + EmbeddedPacks.Default.TimeEstimate.Allowance(modules))
                && (modules == 0 || (reading.Modules == modules && reading.Base is { } basis && basis.Low.Equals(level.BaseMinutes)));
        });

    [Test]
    public void No_text_makes_it_fail() => Gen.String[Gen.OneOf(Gen.Char, Gen.OneOf("0123 -+.,()minbase".ToCharArray())), 0, 60].Sample(static text =>
    {
        var stated = Parser.Parse(text).Stated;
        return stated is null || !(stated.Value.Low > stated.Value.High);
    });
}
