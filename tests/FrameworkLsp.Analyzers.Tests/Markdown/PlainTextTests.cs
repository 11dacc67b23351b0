using FrameworkLsp.Analyzers.Markdown;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Markdown;

public sealed class PlainTextTests
{
    [TestCase("plain", "plain")]
    [TestCase("**bold** and *it* and ***both***", "bold and it and both")]
    [TestCase("__bold__ and _it_", "bold and it")]
    [TestCase("~~old~~ ~1 day", "old ~1 day")]
    [TestCase("template_business_api", "template_business_api")]
    [TestCase("2 * 3 * 4", "2 * 3 * 4")]
    [TestCase("** not bold **", "** not bold **")]
    [TestCase("`code`", "code")]
    [TestCase("`a|b`", "a|b")]
    [TestCase(@"`a\|b`", "a|b")]
    [TestCase("`` a ` b ``", "a ` b")]
    [TestCase("`**kept**`", "**kept**")]
    [TestCase("unbalanced ` tick", "unbalanced ` tick")]
    [TestCase("[text](target.md \"title\") end", "text end")]
    [TestCase("[a](b(c)d)", "a")]
    [TestCase("![alt](image.png)", "alt")]
    [TestCase("[![alt](i.png)](t.md)", "alt")]
    [TestCase("[text][ref]", "text")]
    [TestCase("[x] task", "[x] task")]
    [TestCase("[open", "[open")]
    [TestCase("one<br>two<BR/>three<br />four", "one\ntwo\nthree\nfour")]
    [TestCase(@"a \| b \* c", "a | b * c")]
    [TestCase(@"C:\temp", @"C:\temp")]
    [TestCase("<ctr> stays", "<ctr> stays")]
    [TestCase("<https://a.b/c>", "https://a.b/c")]
    [TestCase("a <!-- note --> b", "a  b")]
    [TestCase("R&amp;D &lt; 3 & more", "R&D < 3 & more")]
    [TestCase("✅ **PASS**", "✅ PASS")]
    [TestCase("**[Doc](x.md)**: text", "Doc: text")]
    public void ReadsAsAReaderDoes(string raw, string text) => Assert.That(PlainText.Of(raw), Is.EqualTo(text));
}
