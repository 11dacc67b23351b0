namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Text being written in which runs of marker characters may turn out to be markup, to be left out at the end.</summary>
internal sealed class MarkedText
{
    private readonly List<Mark> _marks = [];
    private char[] _characters = new char[256];
    private int _length;

    /// <summary>Starts a text that will not be longer than the given length.</summary>
    public void Clear(int maximum)
    {
        _marks.Clear();
        _length = 0;
        if (_characters.Length < maximum)
        {
            _characters = new char[maximum];
        }
    }

    public void Append(char character) => _characters[_length++] = character;

    public void Append(ReadOnlySpan<char> characters)
    {
        characters.CopyTo(_characters.AsSpan(_length));
        _length += characters.Length;
    }

    /// <summary>Appends a run of markers and returns its number.</summary>
    public int AppendMarkers(ReadOnlySpan<char> markers)
    {
        _marks.Add(new Mark(_length, markers.Length, 0));
        Append(markers);
        return _marks.Count - 1;
    }

    /// <summary>How many characters of a run are not markup so far.</summary>
    public int Left(int mark) => _marks[mark].Length - _marks[mark].Removed;

    /// <summary>Makes characters of a run markup.</summary>
    public void Remove(int mark, int count) => _marks[mark] = _marks[mark] with { Removed = _marks[mark].Removed + count };

    /// <summary>The text without markup; the original itself when nothing changed.</summary>
    public string Finish(string original)
    {
        var from = 0;
        var to = 0;
        foreach (var mark in _marks)
        {
            Keep(from, mark.Position, ref to);
            from = mark.Position + mark.Removed;
        }

        Keep(from, _length, ref to);
        var text = _characters.AsSpan(0, to);
        return text.SequenceEqual(original) ? original : text.ToString();
    }

    private void Keep(int start, int end, ref int to)
    {
        _characters.AsSpan(start, end - start).CopyTo(_characters.AsSpan(to));
        to += end - start;
    }

    private readonly record struct Mark(int Position, int Length, int Removed);
}
