using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FrameworkLsp.Analyzers.Yaml;

/// <summary>Checks whether a text is YAML at all, whatever it says: several documents, anchors and tags included.</summary>
public static class YamlSyntax
{
    /// <summary>The first error with its offset, or null. Duplicate keys of a mapping are errors.</summary>
    public static (string Message, int Offset)? FindError(string text)
    {
        try
        {
            var parser = new Parser(new StringReader(text));
            var mappings = new Stack<Mapping?>();
            while (parser.MoveNext())
            {
                if (Track(parser.Current!, mappings) is { } duplicate)
                {
                    return ($"the key \"{duplicate.Value}\" is set twice", Clamp(duplicate.Start.Index, text));
                }
            }

            return null;
        }
        catch (YamlException exception)
        {
            return (exception.Message, Clamp(exception.Start.Index, text));
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            // The parser lets these escape for some malformed escapes and directives.
            return ("not valid YAML", 0);
        }
    }

    private static int Clamp(long index, string text) => (int)Math.Clamp(index, 0, text.Length);

    // A null entry stands for a sequence. In a mapping every other node is a key.
    private static Scalar? Track(ParsingEvent current, Stack<Mapping?> mappings)
    {
        switch (current)
        {
            case MappingStart or SequenceStart or Scalar or AnchorAlias:
                var isKey = mappings.TryPeek(out var parent) && parent is not null && parent.TakeTurn();
                if (isKey && current is Scalar key && key.Value != "<<" && !parent!.Keys.Add(key.Value))
                {
                    return key;
                }

                if (current is MappingStart or SequenceStart)
                {
                    mappings.Push(current is MappingStart ? new Mapping() : null);
                }

                return null;
            case MappingEnd or SequenceEnd:
                mappings.Pop();
                return null;
            default:
                return null;
        }
    }

    private sealed class Mapping
    {
        private bool _isValue;

        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

        public bool TakeTurn()
        {
            _isValue = !_isValue;
            return _isValue;
        }
    }
}
