using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Tests.Documents.Values;

internal sealed class NegativeScopeMatcherTests
{
    private static readonly NegativeScopeMatcher Matcher = new(EmbeddedPacks.Default.NegativeScope);

    [TestCase("no Nginx", "Nginx", true)]
    [TestCase("Docker Compose without Nginx", "Nginx", true)]
    [TestCase("Redis instead of ELK", "ELK", true)]
    [TestCase("без Nginx", "Nginx", true)]
    [TestCase("Nginx is not needed", "Nginx", true)]
    [TestCase("ELK: out of scope", "ELK", true)]
    [TestCase("Grafana comes later", "Grafana", true)]
    [TestCase("Grafana позже", "Grafana", true)]
    [TestCase("JWT from the gateway? Decided against", "JWT", true)]
    [TestCase("Compare Kibana with logs (decision: neither)", "Kibana", true)]
    [TestCase("Nginx. Anything else?", "Nginx", false)]
    [TestCase("not before May, Nginx", "Nginx", false)]
    [TestCase("Nginx without TLS", "Nginx", false)]
    [TestCase("Nginx; ELK is not needed", "Nginx", false)]
    [TestCase("Nginx, notebook", "Nginx", false)]
    [TestCase("Nginx", "Nginx", false)]
    public void Negation(string text, string word, bool isNegated) =>
        Assert.That(Matcher.IsNegated(text, text.IndexOf(word, StringComparison.Ordinal), word.Length), Is.EqualTo(isNegated));

    [TestCase("skipped features", true)]
    [TestCase("out of scope", true)]
    [TestCase("evolution path", true)]
    [TestCase("yagni", true)]
    [TestCase("путь развития", true)]
    [TestCase("risks and mitigations", true)]
    [TestCase("included at selected level", false)]
    [TestCase("services needed", false)]
    [TestCase("infrastructure setup", false)]
    public void Headings(string key, bool isNegative) => Assert.That(Matcher.IsNegativeHeading(key), Is.EqualTo(isNegative));

    [TestCase("❌ Nginx", true)]
    [TestCase("- ❌ Nginx", true)]
    [TestCase("✅ Nginx", false)]
    [TestCase("Nginx ❌", false)]
    public void Marks(string line, bool isNegative) => Assert.That(Matcher.HasNegativeMark(line), Is.EqualTo(isNegative));

    [Test]
    public void A_section_below_a_negative_heading_is_negative()
    {
        var outline = MarkdownParser.Parse("# Evolution\n\n## Included\n\n## Evolution Path\n\n### Level 3\n\n- Nginx\n");
        Assert.That(outline.Sections.Select(section => Matcher.IsNegative(outline, section.Index)), Is.EqualTo(new[] { false, false, false, true, true }));
    }

    [Test]
    public void A_long_line_is_read_around_the_word_only()
    {
        var text = "no " + new string('x', 100_000) + " Nginx " + new string('y', 100_000) + " later";
        Assert.That(Matcher.IsNegated(text, text.IndexOf("Nginx", StringComparison.Ordinal), 5), Is.False);
    }
}
