using System.Collections.Immutable;
using CsCheck;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Markdown;

public sealed class TextMapTests
{
    // Pieces of a derived text: how long each is, how long its source is, and how much of the source is left out before it.
    private static readonly Gen<(TextMap Map, int Length)> Maps = Gen.Select(Gen.Int[1, 4], Gen.Int[0, 4], Gen.Int[0, 3], Gen.Bool)
        .Array[0, 8]
        .Select(static pieces =>
        {
            var segments = ImmutableArray.CreateBuilder<TextMap.Segment>();
            var derived = 0;
            var source = 0;
            foreach (var (length, other, gap, isEqual) in pieces)
            {
                var sourceLength = isEqual ? length : other;
                source += gap;
                segments.Add(new TextMap.Segment(derived, source, length, sourceLength));
                derived += length;
                source += sourceLength;
            }

            return (TextMap.Create(segments.ToImmutable()), segments.Count == 0 ? 40 : derived);
        });

    private static readonly Gen<(TextMap Map, int Length)> AllMaps = Gen.OneOf(Maps, Gen.Int[0, 20].Select(static start => (TextMap.Offset(start), 40)));

    [Test]
    public void CompositionAppliesBoth() => Gen.Select(AllMaps, AllMaps).Sample(static (outer, inner) =>
    {
        var both = outer.Map.After(inner.Map);
        for (var offset = 0; offset <= inner.Length; offset++)
        {
            var expected = outer.Map.ToSource(inner.Map.ToSource(offset));
            if (both.ToSource(offset) != expected)
            {
                throw new AssertionException($"{offset}: {both.ToSource(offset)} instead of {expected}");
            }
        }
    });

    [Test]
    public void LaterOffsetsMapLater() => AllMaps.Sample(static map => Enumerable.Range(0, map.Length).All(offset => map.Map.ToSource(offset) <= map.Map.ToSource(offset + 1)));

    [Test]
    public void SpansStayOrdered() => Gen.Select(AllMaps, Gen.Int[0, 20], Gen.Int[0, 20]).Sample(static (map, start, length) =>
        map.Map.ToSource(new TextSpan(start, length)).Start == map.Map.ToSource(start));

    [Test]
    public void IdentityChangesNothing()
    {
        Assert.That(TextMap.Identity.ToSource(new TextSpan(3, 4)), Is.EqualTo(new TextSpan(3, 4)));
        Assert.That(TextMap.Offset(0).IsIdentity);
        Assert.That(TextMap.Offset(5).After(TextMap.Offset(2)).ToSource(1), Is.EqualTo(8));
    }

    [Test]
    public void ASpanDoesNotGrowOverAGap()
    {
        var map = TextMap.Create([new TextMap.Segment(0, 2, 3, 3), new TextMap.Segment(3, 10, 3, 3)]);
        Assert.That(map.ToSource(new TextSpan(0, 3)), Is.EqualTo(new TextSpan(2, 3)));
        Assert.That(map.ToSource(new TextSpan(0, 4)), Is.EqualTo(TextSpan.FromBounds(2, 11)));
    }
}
