using System.Text;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Markdown;

public sealed class MojibakeRepairTests
{
    private const string Intended = "# План ✅\r\n\r\nCoverage ≥ 80% — ok ✅ → done ❌ 📋\n";

    private static readonly MojibakeSignature[] Signatures =
    [
        new("mac-roman", ["‚Ä", "‚úÖ", "‚ùå", "‚Üí", "‚â•", "Ô∏è"]),
        new("windows-1252", ["â€", "âœ…", "â†", "Ã©"]),
        new("windows-1251", ["вЂ", "вњ…", "в†"]),
    ];

    [TestCase("mac-roman", "macintosh")]
    [TestCase("windows-1252", "windows-1252")]
    [TestCase("windows-1251", "windows-1251")]
    public void DecodesTheWholeTextAgain(string charset, string encoding)
    {
        var disguised = Disguise(Intended, encoding);
        var repair = MojibakeRepair.TryRepair(disguised, Signatures);

        Assert.That(repair?.Charset, Is.EqualTo(charset));
        Assert.That(repair!.Text, Is.EqualTo(Intended));
        foreach (var token in new[] { "80%", "План", "✅", "📋", "done" })
        {
            var span = new Microsoft.CodeAnalysis.Text.TextSpan(Intended.IndexOf(token, StringComparison.Ordinal), token.Length);
            var source = repair.Map.ToSource(span);
            Assert.That(disguised.Substring(source.Start, source.Length), Is.EqualTo(Disguise(token, encoding)));
        }
    }

    [Test]
    public void DropsADisguisedByteOrderMark()
    {
        var repair = MojibakeRepair.TryRepair(Disguise("\uFEFF# A — — —", "windows-1252"), Signatures);
        Assert.That(repair?.Text, Is.EqualTo("# A — — —"));
        Assert.That(repair!.Map.ToSource(0), Is.EqualTo(3));
    }

    [Test]
    public void KnowsTheEuroSignOfLaterMacRoman() =>
        Assert.That(MojibakeRepair.TryRepair(Disguise("— — — Ы", "macintosh").Replace('¤', '€'), Signatures)?.Text, Is.EqualTo("— — — Ы"));

    [TestCase("plain ASCII")]
    [TestCase("≥ 80% ✅ план — — —")]
    [TestCase("")]
    public void LeavesSoundTextAlone(string text) => Assert.That(MojibakeRepair.TryRepair(text, Signatures), Is.Null);

    [Test]
    public void WantsThreeOccurrencesOutsideInlineCode()
    {
        Assert.That(MojibakeRepair.TryRepair(Disguise("— and —", "windows-1252"), Signatures), Is.Null);
        Assert.That(MojibakeRepair.TryRepair(Disguise("`—` and `—` and `—` —", "windows-1252"), Signatures), Is.Null);
        Assert.That(MojibakeRepair.TryRepair(Disguise("`a` — `b`\n— `c` —", "windows-1252"), Signatures), Is.Not.Null);
    }

    [Test]
    public void WantsTheWholeTextToFit()
    {
        var disguised = Disguise("— — — —", "windows-1252");
        Assert.That(MojibakeRepair.TryRepair(disguised + " ✅", Signatures), Is.Null, "a character the set does not hold");
        Assert.That(MojibakeRepair.TryRepair(disguised + " é", Signatures), Is.Null, "a lone byte is no UTF-8");
    }

    [Test]
    public void PassesOverUnknownCharsets() =>
        Assert.That(MojibakeRepair.TryRepair(Disguise("— — —", "windows-1252"), [new MojibakeSignature("koi8-r", ["â€"])]), Is.Null);

    private static string Disguise(string text, string encoding) =>
        CodePagesEncodingProvider.Instance.GetEncoding(encoding)!.GetString(Encoding.UTF8.GetBytes(text));
}
