using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>
/// Finds GFM tables among the lines of a paragraph and splits their rows. Done on the text itself because Markdig reads tables as
/// inlines: code with a pipe does not split there, an unbalanced backtick swallows rows, and its cell spans are approximate.
/// </summary>
internal static class TableReader
{
    /// <summary>The index of the delimiter row of the first table in the lines, or -1. The row above it is the header.</summary>
    public static int FindDelimiter(string text, ReadOnlySpan<TextSpan> lines)
    {
        for (var index = 1; index < lines.Length; index++)
        {
            var columns = DelimiterColumns(text, lines[index]);
            if (columns > 0 && CellCount(text, lines[index - 1]) == columns && HasPipe(text, lines[index - 1], lines[index]))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Reads a row whose span has neither indentation nor line end.</summary>
    public static TableRow ReadRow(string text, TextSpan row)
    {
        var cells = ImmutableArray.CreateBuilder<TableCell>();
        var splitter = new RowSplitter(text, row);
        while (splitter.Next(out var cell))
        {
            var content = TextScan.Trimmed(text, cell.Start, cell.End);
            if (content.IsEmpty && cell.Length > 0)
            {
                content = new TextSpan(cell.Start + 1, 0);
            }

            var raw = text.Substring(content.Start, content.Length);
            cells.Add(new TableCell(cell, content, raw, PlainText.Of(raw)));
        }

        return new TableRow(row, cells.DrainToImmutable());
    }

    /// <summary>The number of columns of a delimiter row; 0 when the line is none.</summary>
    public static int DelimiterColumns(string text, TextSpan line)
    {
        if (line.IsEmpty || text[line.Start] is not ('|' or '-' or ':'))
        {
            return 0;
        }

        var columns = 0;
        var splitter = new RowSplitter(text, line);
        while (splitter.Next(out var cell))
        {
            if (!IsDelimiter(text.AsSpan(cell.Start, cell.Length).Trim(" \t")))
            {
                return 0;
            }

            columns++;
        }

        return columns;
    }

    /// <summary>Where unescaped pipes stand between two runs of as many backticks: the row is split there, though its writer meant code.</summary>
    public static ImmutableArray<int> PipesInCode(string text, TextSpan row)
    {
        var pipes = ImmutableArray.CreateBuilder<int>();
        var position = row.Start;
        while (text.AsSpan(position, row.End - position).IndexOf('`') is >= 0 and var found)
        {
            var open = position + found;
            var length = TextScan.RunLength(text, open, row.End);
            var close = open + length;
            while (close < row.End && (text[close] != '`' || TextScan.RunLength(text, close, row.End) != length))
            {
                close += text[close] == '`' ? TextScan.RunLength(text, close, row.End) : 1;
            }

            for (var index = open + length; close < row.End && index < close; index++)
            {
                if (text[index] == '|' && text[index - 1] != '\\')
                {
                    pipes.Add(index);
                }
            }

            position = Math.Min(close < row.End ? close + length : open + length, row.End);
        }

        return pipes.DrainToImmutable();
    }

    private static bool IsDelimiter(ReadOnlySpan<char> cell)
    {
        cell = cell is [':', ..] ? cell[1..] : cell;
        cell = cell is [.., ':'] ? cell[..^1] : cell;
        return !cell.IsEmpty && !cell.ContainsAnyExcept('-');
    }

    private static int CellCount(string text, TextSpan row)
    {
        var count = 0;
        var splitter = new RowSplitter(text, row);
        while (splitter.Next(out _))
        {
            count++;
        }

        return count;
    }

    private static bool HasPipe(string text, TextSpan header, TextSpan delimiter) =>
        text.AsSpan(header.Start, header.Length).Contains('|') || text.AsSpan(delimiter.Start, delimiter.Length).Contains('|');

    /// <summary>Walks over the cells of a row: a backslash protects a pipe, inline code does not.</summary>
    private ref struct RowSplitter
    {
        private readonly string _text;
        private readonly int _end;
        private int _position;

        public RowSplitter(string text, TextSpan row)
        {
            _text = text;
            _position = row.Start;
            _end = TextScan.TrimEnd(text, row.Start, row.End);
            if (_position < _end && text[_position] == '|')
            {
                _position++;
            }
        }

        public bool Next(out TextSpan cell)
        {
            if (_position >= _end)
            {
                cell = default;
                return false;
            }

            var start = _position;
            var at = start;
            while (true)
            {
                var found = _text.AsSpan(at, _end - at).IndexOfAny('|', '\\');
                if (found < 0)
                {
                    cell = TextSpan.FromBounds(start, _end);
                    _position = _end;
                    return true;
                }

                at += found;
                if (_text[at] == '|')
                {
                    cell = TextSpan.FromBounds(start, at);
                    _position = at + 1;
                    return true;
                }

                at = Math.Min(at + 2, _end);
            }
        }
    }
}
