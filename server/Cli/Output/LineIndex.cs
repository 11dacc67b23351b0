using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>A place in a text as people and machines read it: lines and columns from 1, columns in UTF-16 units; the end is exclusive.</summary>
internal readonly record struct TextRange(int StartLine, int StartColumn, int EndLine, int EndColumn);

/// <summary>The lines of a text, for output. They end at LF, CR LF and CR and nowhere else, as in the language server protocol.</summary>
internal sealed class LineIndex(SourceText text)
{
    private readonly LineMap _map = LineMap.Of(text);

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
        var start = _map.Start(line - 1);
        var end = line < _map.Count ? _map.Start(line) : text.Length;
        return text.ToString(TextSpan.FromBounds(start, end)).TrimEnd('\r', '\n');
    }

    private (int Line, int Column) PlaceOf(int offset)
    {
        offset = Math.Clamp(offset, 0, text.Length);
        var line = _map.LineOf(offset);

        // A byte order mark that is part of the text is no column.
        var mark = line == 0 && offset > 0 && text[0] == '\uFEFF' ? 1 : 0;
        return (line + 1, offset - _map.Start(line) - mark + 1);
    }
}
