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
            if (segment.DerivedLength == segment.SourceLength)
            {
                Split(segment, builder);
            }
            else
            {
                var start = ToSource(segment.Source);
                AddUnit(builder, segment.Derived, segment.DerivedLength, start, ToSource(segment.Source + segment.SourceLength) - start);
            }
        }

        // The end of the derived text may fall behind a gap of the source, which no segment above knows of.
        var last = inner._segments[^1];
        if (last.DerivedLength != int.MaxValue)
        {
            builder.Add(new Segment(last.Derived + last.DerivedLength, ToSource(last.Source + last.SourceLength), 0, 0));
        }

        return new TextMap(builder.ToImmutable());
    }

    // Maps a run that stands character for character for a stretch of the middle text, which this map may cut and change.
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

            // The last segment goes on behind its end, as ToSource does.
            var outerEnd = index + 1 == _segments.Length ? int.MaxValue : _segments[index + 1].Derived;
            var to = Math.Min(outerEnd, end);
            var length = to == int.MaxValue ? int.MaxValue : to - from;
            var derived = segment.Derived + from - segment.Source;
            if (length == 0)
            {
                continue;
            }

            if (outer.DerivedLength == outer.SourceLength)
            {
                builder.Add(new Segment(derived, outer.Source + from - outer.Derived, length, length));
            }
            else
            {
                AddUnit(builder, derived, length, ToSource(from), from == outer.Derived ? outer.SourceLength : 0);
            }
        }
    }

    // A unit maps its first offset to the start of its source and every other to the end; two segments keep that so when the lengths happen to be equal.
    private static void AddUnit(ImmutableArray<Segment>.Builder builder, int derived, int length, int source, int sourceLength)
    {
        if (length == 0)
        {
            return;
        }

        builder.Add(new Segment(derived, source, 1, sourceLength));
        if (length > 1)
        {
            builder.Add(new Segment(derived + 1, source + sourceLength, length == int.MaxValue ? length : length - 1, 0));
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
