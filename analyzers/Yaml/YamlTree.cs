using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FrameworkLsp.Analyzers.Yaml;

/// <summary>
/// Reads a YAML text into nodes with spans. It never throws: a text that is no YAML gives a diagnostic and what could be read before it.
/// </summary>
public static class YamlTree
{
    /// <summary>No pack or configuration nests deeper; a text that does is an attack or an accident.</summary>
    private const int MaxDepth = 32;

    /// <summary>Reads the only document of a text.</summary>
    /// <param name="file">The file's name, for diagnostics.</param>
    /// <param name="text">The text; a byte order mark at its start is skipped.</param>
    /// <param name="diagnostics">Takes what is wrong.</param>
    /// <returns>The root node; null when the text is empty or cannot be read at all.</returns>
    public static YamlNode? Parse(string file, string text, YamlDiagnostics diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var replaced = text.IndexOf('\uFFFD', StringComparison.Ordinal);
        if (replaced >= 0)
        {
            diagnostics.Report(file, new TextSpan(replaced, 1), "The file is not valid UTF-8; save it as UTF-8.");
        }

        return new Builder(file, text, diagnostics).Build();
    }

    private sealed class Builder(string file, string text, YamlDiagnostics diagnostics)
    {
        // The parser does not count the byte order mark.
        private readonly int _offset = text.StartsWith('\uFEFF') ? 1 : 0;

        public YamlNode? Build()
        {
            try
            {
                var parser = new Parser(new StringReader(_offset == 0 ? text : text[1..]));
                parser.Consume<StreamStart>();
                if (!parser.TryConsume<DocumentStart>(out _))
                {
                    return null;
                }

                var root = Node(parser, 0);
                parser.Consume<DocumentEnd>();
                if (parser.Accept<DocumentStart>(out var second))
                {
                    diagnostics.Report(file, Span(second.Start, second.End), "Only one YAML document is allowed in a file.");
                }

                return root;
            }
            catch (YamlException exception)
            {
                diagnostics.Report(file, Span(exception.Start, exception.End), $"Not valid YAML: {exception.Message}");
                return null;
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or FormatException or OverflowException)
            {
                // The parser lets these escape for some malformed escapes and directives; a broken file must stay a diagnostic.
                diagnostics.Report(file, new TextSpan(0, 0), "Not valid YAML.");
                return null;
            }
        }

        private YamlNode Node(Parser parser, int depth)
        {
            if (parser.Accept<NodeEvent>(out var node) && !node.Anchor.IsEmpty)
            {
                throw new YamlException(node.Start, node.End, "anchors and aliases are not supported; write the value out.");
            }

            if (depth > MaxDepth && node is not null)
            {
                throw new YamlException(node.Start, node.End, $"nested more than {MaxDepth} levels deep.");
            }

            if (parser.TryConsume<Scalar>(out var scalar))
            {
                return ReadScalar(scalar);
            }

            if (parser.TryConsume<SequenceStart>(out var sequence))
            {
                var items = ImmutableArray.CreateBuilder<YamlNode>();
                while (!parser.Accept<SequenceEnd>(out _))
                {
                    items.Add(Node(parser, depth + 1));
                }

                return new YamlSequence(items.DrainToImmutable(), Span(sequence.Start, parser.Consume<SequenceEnd>().End, sequence.Style == SequenceStyle.Flow));
            }

            return ReadMapping(parser, parser.Consume<MappingStart>(), depth);
        }

        private YamlScalar ReadScalar(Scalar scalar) =>
            new(scalar.Value, scalar.Style == ScalarStyle.Plain, Span(scalar.Start, scalar.End));

        private YamlMapping ReadMapping(Parser parser, MappingStart start, int depth)
        {
            var entries = ImmutableArray.CreateBuilder<YamlEntry>();
            HashSet<string>? seen = null;
            while (!parser.Accept<MappingEnd>(out _))
            {
                var key = Node(parser, depth + 1);
                var value = Node(parser, depth + 1);
                if (key is not YamlScalar name)
                {
                    diagnostics.Report(file, key.Span, "A key must be a simple word.");
                }
                else if (IsKnown(entries, ref seen, name.Value))
                {
                    diagnostics.Report(file, key.Span, $"The key \"{name.Value}\" is already set above.");
                }
                else
                {
                    entries.Add(new YamlEntry(name, value));
                }
            }

            return new YamlMapping(entries.DrainToImmutable(), Span(start.Start, parser.Consume<MappingEnd>().End, start.Style == MappingStyle.Flow));
        }

        // Most mappings have a handful of keys, for which a set costs more than it saves.
        private static bool IsKnown(ImmutableArray<YamlEntry>.Builder entries, ref HashSet<string>? seen, string key)
        {
            if (entries.Count < 16)
            {
                foreach (var entry in entries)
                {
                    if (string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
                    {
                        return true;
                    }
                }

                return false;
            }

            seen ??= entries.Select(static entry => entry.Key.Value).ToHashSet(StringComparer.Ordinal);
            return !seen.Add(key);
        }

        private TextSpan Span(Mark start, Mark end, bool isFlow = false)
        {
            var from = (int)Math.Clamp(start.Index + _offset, 0, text.Length);
            var to = (int)Math.Clamp(end.Index + _offset, from, text.Length);

            // Block collections end where the next token starts; the blank space between belongs to nobody.
            while (to > from && char.IsWhiteSpace(text[to - 1]))
            {
                to--;
            }

            // The parser lets flow collections end before their closing bracket.
            if (isFlow && to < text.Length && text[to] is ']' or '}')
            {
                to++;
            }

            return TextSpan.FromBounds(from, to);
        }
    }
}
