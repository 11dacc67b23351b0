using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Configuration;

/// <summary>
/// A place in a configuration file, read from its indentation: a file in which somebody types is seldom valid YAML.
/// </summary>
/// <param name="Path">The keys around the place, the outermost first; empty at the top.</param>
/// <param name="Key">The key whose value the place is in; empty where a key or the item of a list of keys stands.</param>
/// <param name="Word">What is typed of the key or value, and what stands behind it of the same word.</param>
/// <param name="Siblings">The other keys of the same mapping.</param>
internal sealed record ConfigurationPlace(ImmutableArray<string> Path, string Key, TextSpan Word, ImmutableHashSet<string> Siblings)
{
    private static readonly char[] WordEnds = [' ', ',', '[', ']', '{', '}', '"', '\'', '\r', '\n'];

    /// <summary>The definitions of the keys that may stand in the mapping at <see cref="Path"/>; empty where there are none.</summary>
    public ImmutableArray<ConfigurationKey> Keys => KeysOf(Path);

    /// <summary>Finds the place of an offset; null in a comment.</summary>
    public static ConfigurationPlace? Find(string text, int offset)
    {
        var start = LineStart(text, offset);
        var before = text[start..offset];
        if (before.Contains('#', StringComparison.Ordinal))
        {
            return null;
        }

        var word = Around(text, start, offset);
        var line = Content(before);
        var above = Enclosing(text, start, before);
        var flow = line.LastIndexOf('{');
        if (flow >= 0 && line.IndexOf('}', flow) < 0)
        {
            return InFlow(line, flow, above, word);
        }

        var colon = line.IndexOf(": ", StringComparison.Ordinal) is var found and >= 0 ? found : line.EndsWith(':') ? line.Length - 1 : -1;
        if (colon >= 0)
        {
            return new ConfigurationPlace(above, line[..colon].Trim(), word, []);
        }

        // "- artifacts" below "include:" is a value of that key.
        return HasMarker(before) && above is [.., var owner] && KeysOf(above).IsEmpty
            ? new ConfigurationPlace(above.RemoveAt(above.Length - 1), owner, word, [])
            : new ConfigurationPlace(above, "", word, Names(text, start, before));
    }

    /// <summary>The definition of the key whose value the place is in; null when there is none.</summary>
    public ConfigurationKey? Definition => KeysOf(Path).FirstOrDefault(key => key.Name == Key);

    /// <summary>Whether a rule or its severity stands here: the mapping below a key of severities.</summary>
    public bool IsSeverities => Path is [.., var last] && KeysOf(Path.RemoveAt(Path.Length - 1)).FirstOrDefault(key => key.Name == last)?.Value == ConfigurationValue.Severities;

    private static ImmutableArray<ConfigurationKey> KeysOf(ImmutableArray<string> path)
    {
        var keys = ConfigurationKeys.All;
        foreach (var name in path)
        {
            keys = keys.FirstOrDefault(key => key.Name == name)?.Keys ?? [];
        }

        return keys;
    }

    // "{files: x, kind: |": the keys of a mapping on one line.
    private static ConfigurationPlace InFlow(string line, int open, ImmutableArray<string> above, TextSpan word)
    {
        var head = line[..open].TrimEnd();
        var path = head.EndsWith(':') ? above.Add(head[..^1].Trim()) : above;
        var entries = line[(open + 1)..].Split(',');
        var last = entries[^1].Split(':');
        var names = entries[..^1].Select(static entry => entry.Split(':')[0].Trim()).ToImmutableHashSet(StringComparer.Ordinal);
        return new ConfigurationPlace(path, last.Length > 1 ? last[0].Trim() : "", word, names);
    }

    // The keys of the lines above that the line belongs to. An item belongs to the nearest key that is no deeper than its marker, anything
    // else to a line that is less deep; the first line of an item is as deep as what stands behind its marker.
    private static ImmutableArray<string> Enclosing(string text, int lineStart, string before)
    {
        var path = new List<string>();
        var isItem = HasMarker(before);
        var limit = Indent(before, countMarker: !isItem);
        for (var end = lineStart - 1; end >= 0 && (limit > 0 || isItem); end = LineStart(text, end) - 1)
        {
            var line = text[LineStart(text, end)..end].TrimEnd();
            var depth = Indent(line, countMarker: true);
            if (depth == line.Length || line[depth] == '#')
            {
                continue;
            }

            var hasMarker = HasMarker(line);
            if (!isItem && hasMarker && depth == limit)
            {
                (isItem, limit) = (true, Indent(line, countMarker: false));
            }
            else if (line.EndsWith(':') && (isItem ? depth <= limit : depth < limit))
            {
                path.Insert(0, line[depth..^1].Trim());
                (isItem, limit) = (hasMarker, hasMarker ? Indent(line, countMarker: false) : depth);
            }
        }

        return [.. path];
    }

    private static bool HasMarker(string line) => Indent(line, countMarker: true) != Indent(line, countMarker: false);

    // The keys of the lines around that are as deep as this one, up to a line that is less deep.
    private static ImmutableHashSet<string> Names(string text, int lineStart, string before)
    {
        var depth = Indent(before, countMarker: true);
        var names = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var lines = text.Split('\n');
        var own = text.AsSpan(0, lineStart).Count('\n');
        if (!HasMarker(before))
        {
            for (var index = own - 1; index >= 0 && Collect(lines[index], stopAtMarker: false); index--)
            {
                if (HasMarker(lines[index]))
                {
                    break;
                }
            }
        }

        for (var index = own + 1; index < lines.Length && Collect(lines[index], stopAtMarker: true); index++)
        {
        }

        return names.ToImmutable();

        bool Collect(string line, bool stopAtMarker)
        {
            var body = Content(line);
            if (body.Length == 0 || body[0] == '#')
            {
                return true;
            }

            var column = Indent(line, countMarker: true);
            if (column < depth || (stopAtMarker && column == depth && HasMarker(line)))
            {
                return false;
            }

            if (column == depth && body.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                names.Add(body[..colon].Trim());
            }

            return true;
        }
    }

    private static int Indent(string line, bool countMarker)
    {
        var indent = 0;
        while (indent < line.Length && (line[indent] == ' ' || (countMarker && line[indent] == '-' && (indent + 1 == line.Length || line[indent + 1] == ' '))))
        {
            indent++;
        }

        return indent;
    }

    private static string Content(string line) => line[Indent(line, countMarker: true)..];

    private static TextSpan Around(string text, int lineStart, int offset)
    {
        var start = offset;
        while (start > lineStart && !WordEnds.Contains(text[start - 1]))
        {
            start--;
        }

        var end = text.AsSpan(offset).IndexOfAny([.. WordEnds, ':', '#']);
        return TextSpan.FromBounds(start, end < 0 ? text.Length : offset + end);
    }

    private static int LineStart(string text, int offset) => offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;
}
