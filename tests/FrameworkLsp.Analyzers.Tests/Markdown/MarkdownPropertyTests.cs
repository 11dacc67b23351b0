using CsCheck;
using FrameworkLsp.Analyzers.Markdown;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Markdown;

public sealed class MarkdownPropertyTests
{
    [Test]
    public void EverySpanIsItsToken() => MarkdownGen.Document.Sample(OutlineInvariants.Check, iter: 2000, print: Printed);

    [Test]
    public void EverySpanIsItsTokenWithOtherLineEnds() => Gen.Select(MarkdownGen.Document, Gen.OneOf("\r\n", "\r"))
        .Sample(static (text, lineEnd) => OutlineInvariants.Check(text.Replace("\n", lineEnd, StringComparison.Ordinal)), iter: 2000, print: static (pair) => Printed(pair.Item1) + Printed(pair.Item2));

    [Test]
    public void LineEndsChangeNothing() => MarkdownGen.Document.Sample(
        static text =>
        {
            var plain = MarkdownParser.Parse(text);
            var windows = MarkdownParser.Parse(text.Replace("\n", "\r\n", StringComparison.Ordinal));
            var old = MarkdownParser.Parse(text.Replace('\n', '\r'));
            OutlineInvariants.Same(OutlineInvariants.Describe(windows, static offset => offset), OutlineInvariants.Describe(plain, offset => offset + text.AsSpan(0, offset).Count('\n')));
            OutlineInvariants.Same(OutlineInvariants.Describe(old, static offset => offset), OutlineInvariants.Describe(plain, static offset => offset));
        },
        iter: 1000,
        print: Printed);

    [Test]
    public void ACutTextHasAnOutline() => Gen.Select(MarkdownGen.Document, Gen.Double[0, 1])
        .Sample(static (text, share) => OutlineInvariants.Check(text[..(int)(text.Length * share)]), iter: 2000, print: static pair => Printed(pair.Item1[..(int)(pair.Item1.Length * pair.Item2)]));

    [Test]
    public void AnySoupHasAnOutline() => MarkdownGen.Soup.Sample(OutlineInvariants.Check, iter: 5000, print: Printed);

    [Test]
    public void AnySoupInAFrontMatterHasAnOutline() => MarkdownGen.Soup.Sample(static soup => OutlineInvariants.Check("---\nkey: " + soup + "\n---\n"), iter: 3000, print: Printed);

    [Test]
    public void AnyTextHasAnOutline() => Gen.String.Sample(OutlineInvariants.Check, iter: 2000, print: Printed);

    [Test]
    public void AnyTextHasAKey() => Gen.OneOf(Gen.String, MarkdownGen.Soup, MarkdownGen.Document).Sample(static text => HeadingKey.Normalize(text) is not null && PlainText.Of(text) is not null, iter: 3000, print: Printed);

    [Test]
    public void CancellationIsHeard()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.That(() => MarkdownParser.Parse("# T", source.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    private static string Printed(string text) => "«" + text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + "»";
}
