using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>
/// Finds fences that were meant to be nested but have the length of their outer fence, so that CommonMark ends the outer one too early
/// (catalogue FW912). Only cases that balance better when read as nested are reported, each cause once.
/// </summary>
internal sealed class NestedFenceRecovery
{
    // How far a nested reading is followed; keeps the scan linear on hostile texts.
    private const int MaximumLookahead = 200;

    private readonly SourceLines _lines;
    private readonly List<FenceLine> _events;
    private readonly ImmutableArray<NestedFence>.Builder _found = ImmutableArray.CreateBuilder<NestedFence>();
    private readonly List<FenceLine> _inner = [];

    private NestedFenceRecovery(SourceLines lines, List<FenceLine> events)
    {
        _lines = lines;
        _events = events;
    }

    /// <summary>Finds nested fences from a line on and hides the markers of the inner ones in the parsed text, which keeps its length.</summary>
    public static ImmutableArray<NestedFence> Recover(SourceLines lines, int firstLine, ref string parsed)
    {
        var events = FenceLine.Scan(lines, firstLine);
        var recovery = new NestedFenceRecovery(lines, events);
        recovery.Run();
        if (recovery._inner.Count == 0)
        {
            return [];
        }

        // The other fence character makes the inner lines content of the outer fence.
        parsed = string.Create(parsed.Length, (parsed, recovery._inner), static (target, state) =>
        {
            state.parsed.CopyTo(target);
            foreach (var fence in state._inner)
            {
                target.Slice(fence.Start, fence.Length).Fill(fence.Marker == '`' ? '~' : '`');
            }
        });
        return recovery._found.DrainToImmutable();
    }

    private void Run()
    {
        var index = 0;
        while (index < _events.Count)
        {
            if (_events[index].Kind != FenceLineKind.Fence)
            {
                index++;
                continue;
            }

            var opening = _events[index];
            var hasCandidate = false;
            var next = index + 1;
            while (next < _events.Count && !_events[next].Closes(opening))
            {
                hasCandidate |= _events[next].MayNestIn(opening);
                next++;
            }

            index = hasCandidate && next < _events.Count && TryConfirm(index) is { } resume ? resume : next + 1;
        }
    }

    // Reads on from an opening as if tagged fences nested; returns the event behind the outer closing line when that reading is the better one.
    private int? TryConfirm(int start)
    {
        var reading = new NestedReading(_events, start);
        var limit = Math.Min(_events.Count, start + MaximumLookahead);
        for (var index = start + 1; index < limit; index++)
        {
            if (_events[index].Kind == FenceLineKind.Heading && reading.IsOutside)
            {
                return reading.IsBetter ? Report(start, reading) : null;
            }

            reading.Step(index);
        }

        return limit == _events.Count && reading.IsOutside && reading.IsBetter ? Report(start, reading) : null;
    }

    private int Report(int start, NestedReading reading)
    {
        var outer = _events[start];
        var closing = _events[reading.OuterClosing];
        var (first, last) = Swallowed(reading);
        _found.Add(new NestedFence(
            LineSpan(outer),
            LineSpan(_events[reading.InnerOpening]),
            LineSpan(_events[reading.InnerClosing]),
            LineSpan(closing),
            Info(outer),
            Info(_events[reading.InnerOpening]),
            first,
            last));
        foreach (var inner in reading.Inner)
        {
            _inner.Add(_events[inner]);
        }

        return reading.OuterClosing + 1;
    }

    // CommonMark reads the outer closing line as an opening one; what follows is code up to the next line that closes it.
    private (int First, int Last) Swallowed(NestedReading reading)
    {
        var line = _events[reading.OuterClosing].Line;
        var first = Math.Min(line + 1, _lines.Count - 1);
        for (var index = reading.OuterClosing + 1; index < _events.Count; index++)
        {
            if (_events[index].Closes(_events[reading.OuterClosing]))
            {
                return (first, Math.Max(first, _events[index].Line - 1));
            }
        }

        return (first, _lines.Count - 1);
    }

    private TextSpan LineSpan(FenceLine fence) => TextSpan.FromBounds(fence.Start, _lines.End(fence.Line));

    private string Info(FenceLine fence) => _lines.Text.AsSpan(fence.Start + fence.Length, _lines.End(fence.Line) - fence.Start - fence.Length).Trim().ToString();

    /// <summary>Follows the nested reading and the one of CommonMark side by side.</summary>
    private sealed class NestedReading
    {
        private readonly List<FenceLine> _events;
        private readonly FenceLine _outer;
        private readonly Stack<int> _open = new();
        private FenceLine? _flat;
        private int _surprises;

        public NestedReading(List<FenceLine> events, int start)
        {
            _events = events;
            _outer = events[start];
            _flat = _outer;
            _open.Push(start);
        }

        public int InnerOpening { get; private set; } = -1;

        public int InnerClosing { get; private set; } = -1;

        public int OuterClosing { get; private set; } = -1;

        /// <summary>The fence lines inside the outer fence, which CommonMark must not see.</summary>
        public List<int> Inner { get; } = [];

        public bool IsOutside => OuterClosing >= 0 && _open.Count == 0;

        /// <summary>CommonMark is inside a fence where the nested reading is outside, or had to take several tagged fence lines for content.</summary>
        public bool IsBetter => InnerClosing >= 0 && (_flat is not null || _surprises > 1);

        public void Step(int index)
        {
            var current = _events[index];
            StepFlat(current);
            if (!_open.TryPeek(out var top))
            {
                if (current.Kind == FenceLineKind.Fence)
                {
                    _open.Push(index);
                }
            }
            else if (current.Closes(_events[top]))
            {
                _open.Pop();
                Close(index);
            }
            else if (current.MayNestIn(_outer) && current.MayNestIn(_events[top]))
            {
                _open.Push(index);
                Open(index);
            }
        }

        private void StepFlat(FenceLine current)
        {
            if (_flat is not { } open)
            {
                _flat = current.Kind == FenceLineKind.Fence ? current : null;
            }
            else if (current.Closes(open))
            {
                _flat = null;
            }
            else if (current.MayNestIn(open))
            {
                _surprises++;
            }
        }

        private void Open(int index)
        {
            if (OuterClosing < 0)
            {
                Inner.Add(index);
                InnerOpening = InnerOpening < 0 ? index : InnerOpening;
            }
        }

        private void Close(int index)
        {
            if (OuterClosing >= 0)
            {
                return;
            }

            if (_open.Count == 0)
            {
                OuterClosing = index;
                return;
            }

            if (_events[index].Kind == FenceLineKind.Fence)
            {
                Inner.Add(index);
            }

            InnerClosing = InnerClosing < 0 ? index : InnerClosing;
        }
    }
}
