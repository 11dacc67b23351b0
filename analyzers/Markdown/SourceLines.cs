namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>The lines of a text as CommonMark sees them: ended by LF, CR or CRLF, and by nothing else.</summary>
internal sealed class SourceLines
{
    private readonly int[] _starts;

    public SourceLines(string text)
    {
        Text = text;
        var starts = new List<int>((text.Length / 40) + 1) { 0 };
        var position = 0;
        while (text.AsSpan(position).IndexOfAny('\r', '\n') is >= 0 and var found)
        {
            position += found + 1;
            if (text[position - 1] == '\r' && position < text.Length && text[position] == '\n')
            {
                position++;
            }

            starts.Add(position);
        }

        _starts = [.. starts];
    }

    public string Text { get; }

    /// <summary>The number of lines; a final line end starts one more, empty line.</summary>
    public int Count => _starts.Length;

    public int Start(int line) => _starts[line];

    /// <summary>Where the next line starts, or the end of the text.</summary>
    public int Next(int line) => line + 1 < _starts.Length ? _starts[line + 1] : Text.Length;

    /// <summary>Where the line's content ends, before its line end.</summary>
    public int End(int line)
    {
        var end = Next(line);
        if (line + 1 < _starts.Length)
        {
            end -= end - 2 >= _starts[line] && Text[end - 1] == '\n' && Text[end - 2] == '\r' ? 2 : 1;
        }

        return end;
    }

    /// <summary>The line that holds the offset.</summary>
    public int LineAt(int offset)
    {
        var index = Array.BinarySearch(_starts, offset);
        return index >= 0 ? index : ~index - 1;
    }

    /// <summary>The end of the content of the line that holds the offset.</summary>
    public int EndAt(int offset)
    {
        var end = Text.AsSpan(offset).IndexOfAny('\r', '\n');
        return end < 0 ? Text.Length : offset + end;
    }

    public ReadOnlySpan<char> Content(int line) => Text.AsSpan(_starts[line], End(line) - _starts[line]);
}
