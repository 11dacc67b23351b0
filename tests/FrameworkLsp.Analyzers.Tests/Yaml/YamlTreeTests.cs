using FrameworkLsp.Analyzers.Yaml;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Yaml;

public sealed class YamlTreeTests
{
    [TestCase("key: value", "value")]
    [TestCase("\uFEFFkey: value", "value")]
    [TestCase("a: 1\r\nkey: value\r\nb: 2", "value")]
    [TestCase("a: \"😀 ё\"\nkey: value # comment", "value")]
    [TestCase("a: \"😀\"\nkey: 'it''s'", "'it''s'")]
    [TestCase("key: \"a\\nb\"", "\"a\\nb\"")]
    [TestCase("x: [1, 2]\nkey: {a: b}", "{a: b}")]
    [TestCase("key:\n  - a\n  - b\n\nnext: 1", "- a\n  - b")]
    public void SpansCoverExactlyTheNode(string text, string expected)
    {
        var diagnostics = new YamlDiagnostics();
        var root = (YamlMapping?)YamlTree.Parse("f", text, diagnostics);

        var value = root!.Entries.Single(entry => entry.Key.Value == "key").Value;
        Assert.That(text.Substring(value.Span.Start, value.Span.Length), Is.EqualTo(expected));
        Assert.That(diagnostics.IsEmpty);
    }

    [TestCase("")]
    [TestCase("\uFEFF")]
    [TestCase("# only a comment\n")]
    public void NothingIsNoNode(string text)
    {
        var diagnostics = new YamlDiagnostics();

        Assert.That(YamlTree.Parse("f", text, diagnostics), Is.Null);
        Assert.That(diagnostics.IsEmpty);
    }

    [TestCase("a: [1, 2", "Not valid YAML")]
    [TestCase("a: b: c", "Not valid YAML")]
    [TestCase("a:\n\t- b", "Not valid YAML")]
    [TestCase("a: \"\\x\"", "Not valid YAML")]
    [TestCase("a: \"\\UFFFFFFFF\"", "Not valid YAML")]
    [TestCase("%YAML 9.9\n---\na: b", "Not valid YAML")]
    [TestCase("a: &x 1\nb: *x", "anchors and aliases are not supported")]
    [TestCase("a: &x [*x]", "anchors and aliases are not supported")]
    [TestCase("a: 1\na: 2", "The key \"a\" is already set above.")]
    [TestCase("[1, 2]: 3", "A key must be a simple word.")]
    [TestCase("a: 1\n---\nb: 2", "Only one YAML document")]
    [TestCase("a: \uFFFD", "not valid UTF-8")]
    public void BrokenTextIsADiagnosticInsideTheText(string text, string message)
    {
        var diagnostics = new YamlDiagnostics();
        YamlTree.Parse("f", text, diagnostics);

        var items = diagnostics.ToImmutable();
        Assert.That(items, Is.Not.Empty);
        Assert.That(items[0].Message, Does.Contain(message));
        Assert.That(items.All(item => item.Span.End <= text.Length));
    }

    [Test]
    public void DeepNestingEndsInADiagnostic([Values("[", "{a: ", "- ", "? ")] string opening)
    {
        var diagnostics = new YamlDiagnostics();
        YamlTree.Parse("f", string.Concat(Enumerable.Repeat(opening, 20_000)), diagnostics);

        Assert.That(diagnostics.ToImmutable().Select(item => item.Message), Has.Some.Contains("nested more than").Or.Some.Contains("Not valid YAML"));
    }

    [Test]
    public void OnlyTheFirstProblemsAreKept()
    {
        var diagnostics = new YamlDiagnostics();
        YamlTree.Parse("f", "a: 1\n" + string.Concat(Enumerable.Repeat("a: 2\n", 5_000)), diagnostics);

        Assert.That(diagnostics.ToImmutable(), Has.Length.InRange(1, 500));
    }
}
