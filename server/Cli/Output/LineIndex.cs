using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>A place in a text as people and machines read it: lines and columns from 1, columns in UTF-16 units; the end is exclusive.</summary>
internal readonly record struct TextRange(int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>
/// The lines of a text. They end at LF, CR LF or CR and nowhere else, as in editors and the language server protocol;
/// <see cref="SourceText.Lines"/> would also break at characters that are part of a line there.
/// </summary>
internal sealed class LineIndex
{
    private readonly SourceText _text;
    private readonly List<int> _starts = [0];

    /// <summary>Reads the lines of a text.</summary>
    public LineIndex(SourceText text)
    {
        _text = text;
        var content = text.ToString();
        for (var at = content.AsSpan().IndexOfAny('\r', '\n'); at >= 0;)
        {
            at += content[at] == '\r' && at + 1 < content.Length && content[at + 1] == '\n' ? 2 : 1;
            _starts.Add(at);
            var next = content.AsSpan(at).IndexOfAny('\r', '\n');
            at = next < 0 ? -1 : at + next;
        }
    }

    /// <summary>How many lines there are; an empty line after the last line end counts.</summary>
    public int Count => _starts.Count;

    /// <summary>The line and column of a span. What lies outside the text is brought to its ends.</summary>
    public TextRange RangeOf(TextSpan span)
    {
        var (startLine, startColumn) = PlaceOf(span.Start);
        var (endLine, endColumn) = PlaceOf(span.End);
        return new TextRange(startLine, startColumn, endLine, endColumn);
    }

    /// <summary>The text of a line without its end.</summary>
    /// <param name="line">The line, from 1.</param>
    public string TextOf(int line)
    {
        var start = _starts[line - 1];
        var end = line < _starts.Count ? _starts[line] : _text.Length;
        return _text.ToString(TextSpan.FromBounds(start, end)).TrimEnd('\r', '\n');
    }

    private (int Line, int Column) PlaceOf(int offset)
    {
        offset = Math.Clamp(offset, 0, _text.Length);
        var found = _starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;

        // A byte order mark that is part of the text is no column.
        var mark = line == 0 && offset > 0 && _text[0] == '\uFEFF' ? 1 : 0;
        return (line + 1, offset - _starts[line] - mark + 1);
    }
}
