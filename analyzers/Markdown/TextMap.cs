using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>
/// Maps offsets of a derived text (the content of a fence, a text repaired of mojibake) to the text it was derived from.
/// Monotonic: a later offset never maps before an earlier one.
/// </summary>
public sealed class TextMap
{
    private readonly ImmutableArray<Segment> _segments;

    private TextMap(ImmutableArray<Segment> segments) => _segments = segments;

    /// <summary>The map that changes nothing.</summary>
    public static TextMap Identity { get; } = new([]);

    /// <summary>Whether the map changes nothing.</summary>
    public bool IsIdentity => _segments.IsEmpty;

    /// <summary>Whether the derived text is one unbroken slice of the source, so that edits can be mapped back.</summary>
    public bool IsContiguous
    {
        get
        {
            for (var index = 0; index < _segments.Length; index++)
            {
                var segment = _segments[index];
                if (segment.DerivedLength != segment.SourceLength
                    || (index > 0 && segment.Source - _segments[index - 1].Source != segment.Derived - _segments[index - 1].Derived))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Makes a map from segments in ascending order of <see cref="Segment.Derived"/>; the first must start at 0.</summary>
    public static TextMap Create(ImmutableArray<Segment> segments) =>
        segments is [] or [{ Derived: 0, Source: 0, DerivedLength: int.MaxValue }] ? Identity : new(segments);

    /// <summary>The map of a contiguous slice that starts at an offset of the source.</summary>
    public static TextMap Offset(int start) => start == 0 ? Identity : new([new Segment(0, start, int.MaxValue, int.MaxValue)]);

    /// <summary>Maps an offset of the derived text to the source.</summary>
    public int ToSource(int offset)
    {
        if (_segments.IsEmpty)
        {
            return offset;
        }

        var segment = _segments[IndexOf(offset)];
        var inside = offset - segment.Derived;
        return segment.Source + (segment.DerivedLength == segment.SourceLength ? inside : Math.Min(inside == 0 ? 0 : segment.SourceLength, segment.SourceLength));
    }

    /// <summary>Maps a span of the derived text to the source.</summary>
    public TextSpan ToSource(TextSpan span)
    {
        var start = ToSource(span.Start);
        var end = span.IsEmpty ? start : ToSourceEnd(span.End);
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    /// <summary>The map that applies this one after another: derived -> middle (<paramref name="inner"/>) -> source (this).</summary>
    public TextMap After(TextMap inner)
    {
        if (IsIdentity)
        {
            return inner;
        }

        if (inner.IsIdentity)
        {
            return this;
        }

        var builder = ImmutableArray.CreateBuilder<Segment>();
        foreach (var segment in inner._segments)
        {
            if (segment.DerivedLength != segment.SourceLength)
            {
                var start = ToSource(segment.Source);
                builder.Add(new Segment(segment.Derived, start, segment.DerivedLength, ToSourceEnd(segment.Source + segment.SourceLength) - start));
                continue;
            }

            Split(segment, builder);
        }

        return new TextMap(builder.ToImmutable());
    }

    private void Split(Segment segment, ImmutableArray<Segment>.Builder builder)
    {
        var end = segment.SourceLength == int.MaxValue ? int.MaxValue : segment.Source + segment.SourceLength;
        for (var index = IndexOf(segment.Source); index < _segments.Length; index++)
        {
            var outer = _segments[index];
            var from = Math.Max(outer.Derived, segment.Source);
            if (from >= end)
            {
                break;
            }

            var outerEnd = outer.DerivedLength == int.MaxValue ? int.MaxValue : outer.Derived + outer.DerivedLength;
            var to = Math.Min(outerEnd, end);
            var length = to == int.MaxValue ? int.MaxValue : to - from;
            var sourceLength = outer.DerivedLength == outer.SourceLength ? length : outer.SourceLength;
            builder.Add(new Segment(segment.Derived + from - segment.Source, ToSource(from), length, sourceLength));
        }
    }

    // The end of a span belongs to the segment of its last character, so that a span never grows over a gap behind it.
    private int ToSourceEnd(int end)
    {
        if (end == 0 || _segments.IsEmpty)
        {
            return ToSource(end);
        }

        var segment = _segments[IndexOf(end - 1)];
        return segment.DerivedLength == segment.SourceLength
            ? segment.Source + end - segment.Derived
            : segment.Source + segment.SourceLength;
    }

    private int IndexOf(int offset)
    {
        var low = 0;
        var high = _segments.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_segments[middle].Derived <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    /// <summary>A run of the derived text and the run of the source it stands for; equal lengths mean character for character.</summary>
    /// <param name="Derived">Start in the derived text.</param>
    /// <param name="Source">Start in the source.</param>
    /// <param name="DerivedLength">Length in the derived text; <see cref="int.MaxValue"/> means to the end.</param>
    /// <param name="SourceLength">Length in the source.</param>
    public readonly record struct Segment(int Derived, int Source, int DerivedLength, int SourceLength);
}
