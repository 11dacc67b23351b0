using System.Runtime.InteropServices;
using Markdig.Helpers;
using Markdig.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Finds the lines of a leaf in the text, without container prefixes and blanks around them.</summary>
internal sealed class LeafLines(SourceLines lines, string parsedText)
{
    private readonly List<TextSpan> _spans = [];

    /// <summary>The lines of a leaf; valid until the next call.</summary>
    public ReadOnlySpan<TextSpan> Take(StringLineGroup group)
    {
        _spans.Clear();
        for (var index = 0; index < group.Count; index++)
        {
            _spans.Add(SpanOf(group.Lines[index]));
        }

        return CollectionsMarshal.AsSpan(_spans);
    }

    /// <summary>Whether Markdig holds the lines as slices of the text, so that its offsets are true.</summary>
    public bool IsUntouched(LeafBlock leaf)
    {
        for (var index = 0; index < leaf.Lines.Count; index++)
        {
            if (!ReferenceEquals(leaf.Lines.Lines[index].Slice.Text, parsedText))
            {
                return false;
            }
        }

        return true;
    }

    // A line that begins in the middle of a tab is a copy with blanks for that tab; its text is found in the source again.
    private TextSpan SpanOf(in StringLine line)
    {
        var text = lines.Text;
        var slice = line.Slice;
        if (ReferenceEquals(slice.Text, parsedText))
        {
            var start = Math.Clamp(slice.Start, 0, text.Length);
            return TextSpan.FromBounds(start, TextScan.TrimEnd(text, start, Math.Clamp(slice.End + 1, start, text.Length)));
        }

        var number = Math.Clamp(line.Line, 0, lines.Count - 1);
        var content = slice.AsSpan().Trim();
        var found = lines.Content(number).LastIndexOf(content, StringComparison.Ordinal);
        return found < 0 ? TextScan.Trimmed(text, lines.Start(number), lines.End(number)) : new TextSpan(lines.Start(number) + found, content.Length);
    }
}
