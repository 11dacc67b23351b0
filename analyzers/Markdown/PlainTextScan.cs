using System.Buffers;
using System.Net;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>One pass over a piece of inline Markdown; its buffers serve many texts, one after the other.</summary>
internal sealed class PlainTextScan
{
    // A destination longer than this is no link a person wrote; the limit keeps the scan linear.
    private const int MaximumDestination = 2048;

    private static readonly SearchValues<char> AsciiPunctuation = SearchValues.Create("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    private readonly MarkedText _output = new();
    private readonly Stack<int> _brackets = new();
    private readonly Stack<int>[] _openers = [new(), new(), new()];
    private string _raw = "";
    private int _position;

    public string Run(string text)
    {
        _raw = text;
        _position = 0;
        _brackets.Clear();
        _output.Clear(text.Length);
        foreach (var openers in _openers)
        {
            openers.Clear();
        }

        while (_position < _raw.Length)
        {
            switch (_raw[_position])
            {
                case '\\':
                    Escape();
                    break;
                case '`':
                    Code();
                    break;
                case '*':
                    Emphasis(0);
                    break;
                case '_':
                    Emphasis(1);
                    break;
                case '~':
                    Emphasis(2);
                    break;
                case '!' when _position + 1 < _raw.Length && _raw[_position + 1] == '[':
                    OpenBracket(2);
                    break;
                case '[':
                    OpenBracket(1);
                    break;
                case ']':
                    CloseBracket();
                    break;
                case '<':
                    Tag();
                    break;
                case '&':
                    Entity();
                    break;
                default:
                    _output.Append(_raw[_position++]);
                    break;
            }
        }

        return _output.Finish(_raw);
    }

    private void Escape()
    {
        var escapes = _position + 1 < _raw.Length && AsciiPunctuation.Contains(_raw[_position + 1]);
        _output.Append(_raw[escapes ? _position + 1 : _position]);
        _position += escapes ? 2 : 1;
    }

    private void Code()
    {
        var length = RunLength('`', _position);
        var start = _position + length;
        for (var index = start; index < _raw.Length; index++)
        {
            if (_raw[index] != '`')
            {
                continue;
            }

            var closing = RunLength('`', index);
            if (closing == length)
            {
                var code = _raw.AsSpan(start, index - start);
                if (code.Length > 2 && code[0] == ' ' && code[^1] == ' ' && code.ContainsAnyExcept(' '))
                {
                    code = code[1..^1];
                }

                // Only in a table is the escape needed, but nobody writes it in code elsewhere.
                AppendCode(code);
                _position = index + length;
                return;
            }

            index += closing - 1;
        }

        _output.Append(_raw.AsSpan(_position, length));
        _position = start;
    }

    private void AppendCode(ReadOnlySpan<char> code)
    {
        for (var index = 0; index < code.Length; index++)
        {
            if (code[index] != '\\' || index + 1 == code.Length || code[index + 1] != '|')
            {
                _output.Append(code[index]);
            }
        }
    }

    private void Emphasis(int kind)
    {
        var marker = _raw[_position];
        var length = RunLength(marker, _position);
        var before = _position == 0 ? ' ' : _raw[_position - 1];
        var after = _position + length < _raw.Length ? _raw[_position + length] : ' ';
        var leftFlanking = !char.IsWhiteSpace(after) && (!IsPunctuation(after) || char.IsWhiteSpace(before) || IsPunctuation(before));
        var rightFlanking = !char.IsWhiteSpace(before) && (!IsPunctuation(before) || char.IsWhiteSpace(after) || IsPunctuation(after));
        var opens = leftFlanking && (marker != '_' || !rightFlanking || IsPunctuation(before));
        var closes = rightFlanking && (marker != '_' || !leftFlanking || IsPunctuation(after));
        var mark = _output.AppendMarkers(_raw.AsSpan(_position, length));
        _position += length;
        var openers = _openers[kind];
        while (closes && _output.Left(mark) is > 0 and var rest && openers.TryPeek(out var opener))
        {
            var open = _output.Left(opener);
            if (marker == '~' && (open != rest || rest > 2))
            {
                break;
            }

            var matched = Math.Min(open, rest);
            _output.Remove(mark, matched);
            _output.Remove(opener, matched);
            if (matched == open)
            {
                openers.Pop();
            }
        }

        if (opens && _output.Left(mark) > 0)
        {
            openers.Push(mark);
        }
    }

    private void OpenBracket(int length)
    {
        _brackets.Push(_output.AppendMarkers(_raw.AsSpan(_position, length)));
        _position += length;
    }

    private void CloseBracket()
    {
        if (_brackets.TryPop(out var bracket) && LinkEnd(_position + 1) is { } end)
        {
            _output.Remove(bracket, _output.Left(bracket));
            _position = end;
            return;
        }

        _output.Append(']');
        _position++;
    }

    // The end of "(target)" or "[label]" that starts at the index, or null.
    private int? LinkEnd(int index)
    {
        if (index >= _raw.Length || _raw[index] is not ('(' or '['))
        {
            return null;
        }

        var close = _raw[index] == '(' ? ')' : ']';
        var open = _raw[index];
        var depth = 0;
        var limit = Math.Min(_raw.Length, index + MaximumDestination);
        for (var at = index; at < limit; at++)
        {
            var character = _raw[at];
            if (character == '\\')
            {
                at++;
            }
            else if (character == open)
            {
                depth++;
            }
            else if (character == close && --depth == 0)
            {
                return at + 1;
            }
        }

        return null;
    }

    private void Tag()
    {
        var rest = _raw.AsSpan(_position);
        if (rest.StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = rest[4..].IndexOf("-->", StringComparison.Ordinal);
            if (end >= 0)
            {
                _position += 4 + end + 3;
                return;
            }
        }

        var close = rest.IndexOf('>');
        if (close > 0)
        {
            var inside = rest[1..close];
            if (inside.TrimEnd(" /").Equals("br", StringComparison.OrdinalIgnoreCase))
            {
                _output.Append('\n');
                _position += close + 1;
                return;
            }

            if (!inside.ContainsAny(' ', '<') && (inside.Contains("://", StringComparison.Ordinal) || inside.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)))
            {
                _output.Append(inside);
                _position += close + 1;
                return;
            }
        }

        _output.Append('<');
        _position++;
    }

    private void Entity()
    {
        var window = _raw.AsSpan(_position, Math.Min(12, _raw.Length - _position));
        var end = window.IndexOf(';');
        if (end > 1)
        {
            _output.Append(WebUtility.HtmlDecode(window[..(end + 1)].ToString()));
            _position += end + 1;
            return;
        }

        _output.Append('&');
        _position++;
    }

    private int RunLength(char character, int start)
    {
        var rest = _raw.AsSpan(start);
        var end = rest.IndexOfAnyExcept(character);
        return end < 0 ? rest.Length : end;
    }

    private static bool IsPunctuation(char character) =>
        char.IsPunctuation(character) || char.IsSymbol(character) || char.IsSurrogate(character);
}
