using CsCheck;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Tests.Documents.Values;

internal sealed class ModuleParserTests
{
    private static readonly ModuleParser Parser = new(EmbeddedPacks.Default);

    [TestCase("Workers, Bot", "workers,bot")]
    [TestCase("Bot, Workers", "workers,bot")]
    [TestCase("Workers and Bot", "workers,bot")]
    [TestCase("Workers / Telegram Bot + Redis", "workers,bot,redis")]
    [TestCase("[Workers, RabbitMQ]", "workers,rabbitmq")]
    [TestCase("Workers (credit scoring, payments), Bot", "workers,bot")]
    [TestCase("Background Workers (AsyncIO); Telegram Bot (Aiogram)", "workers,bot")]
    [TestCase("✅ Workers, ✅ MongoDB", "workers,mongodb")]
    [TestCase("**Workers**, `Redis`", "workers,redis")]
    [TestCase("Email/SMS", "communication-apis")]
    [TestCase("Real-Time Communication", "real-time")]
    [TestCase("Воркеры и Бот", "workers,bot")]
    [TestCase("Воркеры, Telegram-бот, Redis; MongoDB не нужна", "workers,bot,redis")]
    [TestCase("FastAPI, PostgreSQL, Redis", "redis")]
    [TestCase("none besides Redis", "redis")]
    [TestCase("none except Workers", "workers")]
    [TestCase("no bot, Workers", "workers")]
    [TestCase("Workers: yes, Telegram Bot: no, MongoDB: ❌", "workers")]
    [TestCase("Workers - reminders, Redis - нет", "workers")]
    [TestCase("✅ Workers, ❌ Bot", "workers")]
    [TestCase("Workers ✅, MongoDB ❌", "workers")]
    [TestCase("Workers; MongoDB is not needed", "workers")]
    [TestCase("Workers - no retries", "workers")]
    public void Reads_modules(string value, string expected)
    {
        var reading = Parser.Parse(value);
        Assert.Multiple(() =>
        {
            Assert.That(string.Join(',', reading.Modules), Is.EqualTo(expected));
            Assert.That(reading.Unknown, Is.Empty);
            Assert.That(reading.IsNone, Is.False);
        });
    }

    [TestCase("none")]
    [TestCase("None (core only)")]
    [TestCase("none (confirmed by the requester on 2025-10-01)")]
    [TestCase("none, the pilot stays small")]
    [TestCase("no")]
    [TestCase("no workers, no bot")]
    [TestCase("Workers: no, Bot: no")]
    [TestCase("none - Redis is not needed")]
    [TestCase("core only")]
    [TestCase("FastAPI + PostgreSQL")]
    [TestCase("нет")]
    [TestCase("Нет на этапе PoC")]
    public void None_is_an_answer(string value)
    {
        var reading = Parser.Parse(value);
        Assert.That((reading.IsNone, reading.Modules.Length, reading.Unknown.Length), Is.EqualTo((true, 0, 0)));
    }

    [TestCase("")]
    [TestCase("  ")]
    [TestCase("?")]
    [TestCase("???")]
    [TestCase("_____")]
    [TestCase("-")]
    [TestCase("—")]
    [TestCase("N/A")]
    [TestCase("which of them do you need?")]
    public void Some_values_are_no_answer(string value) => Assert.That(Parser.Parse(value).IsAnswered, Is.False);

    [Test]
    public void None_together_with_modules_is_kept_as_contradiction()
    {
        var reading = Parser.Parse("none, Redis");
        Assert.That((reading.IsNone, string.Join(',', reading.Modules)), Is.EqualTo((true, "redis")));
    }

    [Test]
    public void Unknown_entries_are_kept_as_written() => Assert.That(Parser.Parse("Workers, GraphQL layer").Unknown, Is.EqualTo(new[] { "GraphQL layer" }));

    [TestCase("- **Optional Modules**:\n  - [x] Background Workers (AsyncIO)\n  - [ ] Telegram Bot (Aiogram)\n  - [x] Redis\n", "workers,redis")]
    [TestCase("- **Optional Modules**:\n  - Workers\n  - Bot\n", "workers,bot")]
    [TestCase("- **Optional Modules**:\n  - [ ] Workers\n  - [ ] Bot\n", "")]
    public void Reads_lists(string text, string expected) =>
        Assert.That(string.Join(',', Parser.Parse(MarkdownParser.Parse(text).Fields[0]).Modules), Is.EqualTo(expected));

    [Test]
    public void Every_list_of_names_is_read_back() =>
        Gen.Shuffle(EmbeddedPacks.Default.Modules.Items.ToArray()).Select(Gen.Int[1, 9], static (modules, count) => modules.Take(count).ToArray()).Sample(modules =>
        {
            var reading = Parser.Parse(string.Join(", ", modules.Select(static module => module.Name)));
            return reading.Unknown.IsEmpty && reading.Modules.ToHashSet(StringComparer.Ordinal).SetEquals(modules.Select(static module => module.Id));
        });

    [Test]
    public void No_text_makes_it_fail() => Gen.String[0, 80].Sample(static text => Parser.Parse(text).Modules.Length <= EmbeddedPacks.Default.Modules.Items.Length);
}
