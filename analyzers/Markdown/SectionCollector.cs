using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Collects headings in document order and makes nested sections of them.</summary>
internal sealed class SectionCollector(SourceLines lines, int bodyStart)
{
    private readonly List<(int Level, TextSpan Heading, TextSpan Title)> _headings = [(0, default, default)];

    /// <summary>The index of the section that the walk stands in.</summary>
    public int Current => _headings.Count - 1;

    public void Add(int level, TextSpan heading, TextSpan title) => _headings.Add((level, heading, title));

    /// <summary>The section an offset stands in; for elements that do not come in document order.</summary>
    public int IndexAt(int offset)
    {
        var low = 0;
        var high = _headings.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_headings[middle].Heading.Start <= offset)
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

    public ImmutableArray<Section> Finish()
    {
        var text = lines.Text;
        var count = _headings.Count;
        var parents = new int[count];
        var ends = new int[count];
        var open = new Stack<int>();
        for (var index = 0; index < count; index++)
        {
            while (open.TryPeek(out var top) && index > 0 && top > 0 && _headings[top].Level >= _headings[index].Level)
            {
                ends[open.Pop()] = _headings[index].Heading.Start;
            }

            parents[index] = open.TryPeek(out var parent) ? parent : -1;
            open.Push(index);
        }

        foreach (var index in open)
        {
            ends[index] = text.Length;
        }

        var sections = ImmutableArray.CreateBuilder<Section>(count);
        for (var index = 0; index < count; index++)
        {
            var (level, heading, titleSpan) = _headings[index];
            var title = text.Substring(titleSpan.Start, titleSpan.Length);
            var bodyEnd = index + 1 < count ? _headings[index + 1].Heading.Start : text.Length;
            var body = index == 0 ? bodyStart : lines.Next(lines.LineAt(heading.End));
            sections.Add(new Section(
                index,
                parents[index],
                level,
                title,
                HeadingKey.Normalize(title),
                heading,
                titleSpan,
                TextSpan.FromBounds(heading.Start, ends[index]),
                TextSpan.FromBounds(Math.Min(body, bodyEnd), bodyEnd)));
        }

        return sections.MoveToImmutable();
    }
}
