using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Yaml;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Reads the YAML of a front matter into fields; what was read before an error is kept.</summary>
internal sealed class FrontMatterReader
{
    // Nobody nests a front matter so deep; the limit keeps the reader off the end of the stack.
    private const int MaximumDepth = 32;

    // The scanner takes quadratic time for open brackets.
    private const int MaximumBrackets = 1000;

    private readonly string _text;
    private readonly FrontMatterBlock _block;
    private readonly Parser _parser;
    private readonly ImmutableArray<Field>.Builder _fields = ImmutableArray.CreateBuilder<Field>();
    private string? _error;
    private TextSpan _errorSpan;
    private bool _isMapping = true;

    private FrontMatterReader(string text, FrontMatterBlock block)
    {
        _text = text;
        _block = block;
        _parser = new Parser(new StringReader(text.Substring(block.Content.Start, block.Content.Length)));
    }

    public static (FrontMatter FrontMatter, ImmutableArray<Field> Fields) Read(string text, FrontMatterBlock block)
    {
        if (!block.IsClosed)
        {
            return (new FrontMatter(block.Span, block.Content, IsMapping: false, "no closing line '---' was found", block.Span), []);
        }

        var content = text.AsSpan(block.Content.Start, block.Content.Length);
        if (content.Count('[') + content.Count('{') > MaximumBrackets)
        {
            return (new FrontMatter(block.Span, block.Content, IsMapping: false, "it holds too many brackets", new FrontMatterReader(text, block).OneLine(block.Content)), []);
        }

        var reader = new FrontMatterReader(text, block);
        reader.ReadStream();
        if (reader._error is null && YamlAliases.FirstWithoutAnchor(content.ToString()) is { } alias)
        {
            reader.Fail($"the alias '*{alias.Value.Value}' has no anchor", reader.SpanOf(alias));
        }

        return (
            new FrontMatter(block.Span, block.Content, reader._isMapping && reader._error is null, reader._error, reader._errorSpan),
            reader._fields.DrainToImmutable());
    }

    private void ReadStream()
    {
        try
        {
            _parser.Consume<StreamStart>();
            if (!_parser.TryConsume<DocumentStart>(out _))
            {
                return;
            }

            if (_parser.TryConsume<MappingStart>(out _))
            {
                ReadMapping("", 0);
            }
            else
            {
                _isMapping = _parser.Current is Scalar { Value.Length: 0 };
                Skip();
            }

            _parser.Consume<DocumentEnd>();
            if (_parser.Current is not StreamEnd && _parser.Current is { } extra)
            {
                Fail("it holds more than one document", SpanOf(extra));
            }
        }
        catch (YamlException exception)
        {
            var start = Offset(exception.Start);
            Fail(exception.Message.TrimEnd('.'), TextSpan.FromBounds(start, Math.Max(start, Offset(exception.End))));
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The scanner has such slips on malformed input; for the reader of the message it is YAML that cannot be read.
            Fail("it cannot be read as YAML", _parser.Current is { } current ? SpanOf(current) : _block.Content);
        }
    }

    private void ReadMapping(string prefix, int depth)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key) || depth >= MaximumDepth)
            {
                // A list or mapping as a key names no field.
                Skip();
                if (key is null)
                {
                    Skip();
                }

                continue;
            }

            if (!keys.Add(key.Value))
            {
                Fail($"the key '{key.Value}' appears twice", Inside(key));
            }

            ReadValue(key, string.Concat(prefix, _text.AsSpan(Inside(key).Start, Inside(key).Length)), depth);
        }
    }

    private void ReadValue(Scalar key, string name, int depth)
    {
        switch (_parser.Current)
        {
            case MappingStart { Style: not MappingStyle.Flow }:
                _parser.MoveNext();
                ReadMapping(name + ".", depth + 1);
                break;
            case SequenceStart sequence:
                var isFlow = sequence.Style == SequenceStyle.Flow;
                var items = ReadSequence(isFlow, out var end);
                var span = Trimmed(Offset(sequence.Start), end);
                Add(key, name, isFlow ? span : EmptyValue(key), items, isFlow ? default : span);
                break;
            case Scalar scalar:
                _parser.MoveNext();
                var value = Inside(scalar);
                Add(key, name, value.IsEmpty && scalar.Style == ScalarStyle.Plain ? EmptyValue(key) : value, [], default);
                break;
            default:
                var start = Offset(_parser.Current!.Start);
                Add(key, name, Trimmed(start, Skip()), [], default);
                break;
        }
    }

    private ImmutableArray<ListItem> ReadSequence(bool isFlow, out int end)
    {
        var items = ImmutableArray.CreateBuilder<ListItem>();
        end = Offset(_parser.Current!.End);
        _parser.MoveNext();
        while (true)
        {
            var current = _parser.Current!;
            if (current is SequenceEnd)
            {
                end = isFlow ? BehindBracket(end) : end;
                _parser.MoveNext();
                return items.DrainToImmutable();
            }

            var start = Offset(current.Start);
            if (current is Scalar scalar)
            {
                _parser.MoveNext();
                var inside = Inside(scalar);
                AddItem(items, Trimmed(start, Offset(scalar.End)), inside, scalar.Value);
            }
            else
            {
                var span = Trimmed(start, Skip());
                AddItem(items, span, span, _text.Substring(span.Start, span.Length));
            }

            end = Math.Max(end, items[^1].Span.End);
        }
    }

    // The marks of the events that end a list or mapping are of no use: in block style they stand at the next token.
    private int BehindBracket(int offset)
    {
        var found = _text.AsSpan(offset, _block.Content.End - offset).IndexOfAny(']', '}');
        return found < 0 ? offset : offset + found + 1;
    }

    // Items of the front matter are no Markdown items: they have no index in the outline.
    private void AddItem(ImmutableArray<ListItem>.Builder items, TextSpan span, TextSpan content, string value) =>
        items.Add(new ListItem(-1, -1, 0, span, content, _text.Substring(content.Start, content.Length), value, IsOrdered: false, IsChecked: null, default));

    private void Add(Scalar key, string name, TextSpan value, ImmutableArray<ListItem> items, TextSpan continuation)
    {
        var nameSpan = Inside(key);
        if (nameSpan.IsEmpty)
        {
            return;
        }

        var line = Trimmed(Offset(key.Start), LineEnd(Offset(key.End)));
        _fields.Add(new Field(FieldNotation.FrontMatter, name, HeadingKey.Normalize(name), nameSpan, _text.Substring(value.Start, value.Length), value, line, 0, items)
        {
            ContinuationSpan = continuation,
        });
    }

    // Skips a node with everything in it; returns where it ends.
    private int Skip()
    {
        var isFlow = new Stack<bool>();
        var end = Offset(_parser.Current!.Start);
        do
        {
            var current = _parser.Current!;
            _parser.MoveNext();
            switch (current)
            {
                case MappingStart mapping:
                    isFlow.Push(mapping.Style == MappingStyle.Flow);
                    end = isFlow.Peek() ? Offset(current.End) : end;
                    break;
                case SequenceStart sequence:
                    isFlow.Push(sequence.Style == SequenceStyle.Flow);
                    end = isFlow.Peek() ? Offset(current.End) : end;
                    break;
                case MappingEnd or SequenceEnd:
                    end = isFlow.Pop() ? BehindBracket(end) : end;
                    break;
                default:
                    end = Math.Max(end, Offset(current.End));
                    break;
            }
        }
        while (isFlow.Count > 0);

        return end;
    }

    private void Fail(string error, TextSpan span)
    {
        if (_error is not null)
        {
            return;
        }

        _error = error;
        _errorSpan = OneLine(span);
    }

    // An error is shown on the line where it begins: the scanner notices some of them many lines later.
    private TextSpan OneLine(TextSpan span)
    {
        var end = LineEnd(span.Start);
        return span.IsEmpty ? Trimmed(span.Start, end) : TextSpan.FromBounds(span.Start, Math.Clamp(span.End, span.Start, Math.Max(span.Start, end)));
    }

    // The text of a scalar without its quotes or block indicator.
    private TextSpan Inside(Scalar scalar)
    {
        var start = Offset(scalar.Start);
        var end = Math.Max(start, Offset(scalar.End));
        switch (scalar.Style)
        {
            case ScalarStyle.DoubleQuoted or ScalarStyle.SingleQuoted when end - start >= 2:
                return TextSpan.FromBounds(start + 1, end - 1);
            case ScalarStyle.Literal or ScalarStyle.Folded:
                return Trimmed(Math.Min(LineEnd(start), end), end);
            default:
                return Trimmed(start, end);
        }
    }

    private TextSpan EmptyValue(Scalar key)
    {
        var at = Offset(key.End);
        var end = LineEnd(at);
        var colon = _text.AsSpan(at, end - at).IndexOf(':');
        return new TextSpan(colon < 0 ? end : at + colon + 1, 0);
    }

    private TextSpan SpanOf(ParsingEvent current) => TextSpan.FromBounds(Offset(current.Start), Math.Max(Offset(current.Start), Offset(current.End)));

    private TextSpan Trimmed(int start, int end) => TextScan.Trimmed(_text, start, Math.Max(start, end));

    private int LineEnd(int offset)
    {
        var end = _text.AsSpan(offset, _block.Content.End - offset).IndexOfAny('\r', '\n');
        return end < 0 ? _block.Content.End : offset + end;
    }

    private int Offset(Mark mark) => _block.Content.Start + (int)Math.Clamp(mark.Index, 0, _block.Content.Length);
}
