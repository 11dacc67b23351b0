using System.Buffers;
using System.Net;
using System.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Reads a piece of inline Markdown as a reader sees it.</summary>
public static class PlainText
{
    // A destination longer than this is no link a person wrote; the limit keeps the scan linear.
    private const int MaximumDestination = 2048;

    private static readonly SearchValues<char> Special = SearchValues.Create("*_~`[<\\&");

    private static readonly SearchValues<char> AsciiPunctuation = SearchValues.Create("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");

    /// <summary>
    /// The text without emphasis marks, code ticks, link targets and comments; entities and backslash escapes are resolved
    /// (so <c>\|</c> is a pipe) and <c>&lt;br&gt;</c> is a line feed. Other tags stay: they may be placeholders.
    /// </summary>
    public static string Of(string raw) => raw.AsSpan().ContainsAny(Special) ? new Scan(raw).Run() : raw;

    private sealed class Scan(string raw)
    {
        private readonly StringBuilder _output = new(raw.Length);
        private readonly List<Mark> _marks = [];
        private readonly Stack<int> _brackets = new();
        private readonly Stack<int>[] _openers = [new(), new(), new()];
        private int _position;

        public string Run()
        {
            while (_position < raw.Length)
            {
                switch (raw[_position])
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
                    case '!' when _position + 1 < raw.Length && raw[_position + 1] == '[':
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
                        _output.Append(raw[_position++]);
                        break;
                }
            }

            return WithoutMarks();
        }

        private void Escape()
        {
            var escapes = _position + 1 < raw.Length && AsciiPunctuation.Contains(raw[_position + 1]);
            _output.Append(raw[escapes ? _position + 1 : _position]);
            _position += escapes ? 2 : 1;
        }

        private void Code()
        {
            var length = RunLength('`', _position);
            var start = _position + length;
            for (var index = start; index < raw.Length; index++)
            {
                if (raw[index] != '`')
                {
                    continue;
                }

                var closing = RunLength('`', index);
                if (closing == length)
                {
                    var code = raw.AsSpan(start, index - start);
                    if (code.Length > 2 && code[0] == ' ' && code[^1] == ' ' && code.ContainsAnyExcept(' '))
                    {
                        code = code[1..^1];
                    }

                    // Only in a table is the escape needed, but nobody writes it in code elsewhere.
                    _output.Append(code.Contains("\\|", StringComparison.Ordinal) ? code.ToString().Replace("\\|", "|", StringComparison.Ordinal) : code);
                    _position = index + length;
                    return;
                }

                index += closing - 1;
            }

            _output.Append('`', length);
            _position = start;
        }

        private void Emphasis(int kind)
        {
            var marker = raw[_position];
            var length = RunLength(marker, _position);
            var before = _position == 0 ? ' ' : raw[_position - 1];
            var after = _position + length < raw.Length ? raw[_position + length] : ' ';
            var leftFlanking = !char.IsWhiteSpace(after) && (!IsPunctuation(after) || char.IsWhiteSpace(before) || IsPunctuation(before));
            var rightFlanking = !char.IsWhiteSpace(before) && (!IsPunctuation(before) || char.IsWhiteSpace(after) || IsPunctuation(after));
            var opens = leftFlanking && (marker != '_' || !rightFlanking || IsPunctuation(before));
            var closes = rightFlanking && (marker != '_' || !leftFlanking || IsPunctuation(after));
            var mark = new Mark(_output.Length, length);
            var rest = length;
            var openers = _openers[kind];
            while (closes && rest > 0 && openers.TryPeek(out var index))
            {
                var opener = _marks[index];
                var open = opener.Length - opener.Removed;
                if (marker == '~' && (open != rest || rest > 2))
                {
                    break;
                }

                var matched = Math.Min(open, rest);
                rest -= matched;
                _marks[index] = opener with { Removed = opener.Removed + matched };
                if (matched == open)
                {
                    openers.Pop();
                }
            }

            _output.Append(marker, length);
            _position += length;
            _marks.Add(mark with { Removed = length - rest });
            if (opens && rest > 0)
            {
                openers.Push(_marks.Count - 1);
            }
        }

        private void OpenBracket(int length)
        {
            _brackets.Push(_marks.Count);
            _marks.Add(new Mark(_output.Length, length));
            _output.Append(raw, _position, length);
            _position += length;
        }

        private void CloseBracket()
        {
            if (_brackets.TryPop(out var bracket) && LinkEnd(_position + 1) is { } end)
            {
                _marks[bracket] = _marks[bracket] with { Removed = _marks[bracket].Length };
                _position = end;
                return;
            }

            _output.Append(']');
            _position++;
        }

        // The end of "(target)" or "[label]" that starts at the index, or null.
        private int? LinkEnd(int index)
        {
            if (index >= raw.Length || raw[index] is not ('(' or '['))
            {
                return null;
            }

            var close = raw[index] == '(' ? ')' : ']';
            var open = raw[index];
            var depth = 0;
            var limit = Math.Min(raw.Length, index + MaximumDestination);
            for (var at = index; at < limit; at++)
            {
                var character = raw[at];
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
            var rest = raw.AsSpan(_position);
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
            var window = raw.AsSpan(_position, Math.Min(12, raw.Length - _position));
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

        private string WithoutMarks()
        {
            var text = _output.ToString();
            _output.Clear();
            var from = 0;
            foreach (var mark in _marks)
            {
                _output.Append(text, from, mark.Position - from);
                from = mark.Position + mark.Removed;
            }

            return _output.Append(text, from, text.Length - from).ToString();
        }

        private int RunLength(char character, int start)
        {
            var rest = raw.AsSpan(start);
            var end = rest.IndexOfAnyExcept(character);
            return end < 0 ? rest.Length : end;
        }

        private static bool IsPunctuation(char character) =>
            char.IsPunctuation(character) || char.IsSymbol(character) || char.IsSurrogate(character);
    }

    /// <summary>A run of marker characters in the output, of which some turn out to be markup.</summary>
    private readonly record struct Mark(int Position, int Length, int Removed = 0);
}
