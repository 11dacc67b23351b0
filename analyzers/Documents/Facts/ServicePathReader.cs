using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads service names from paths below the folder of services and from compose files in fences (catalogue 1.11).</summary>
internal static class ServicePathReader
{
    private const int LongestBraceList = 400;

    /// <summary>Every name, in no particular order.</summary>
    public static IEnumerable<ServiceMention> Read(BoundDocument document, string folder)
    {
        var mentions = new List<ServiceMention>();
        if (folder.Length > 0)
        {
            var token = new ServiceToken(document.Definition.ServiceNames);
            FromPaths(document, folder, token, mentions);
            FromCompose(document, folder.TrimEnd('/') + ":", token, mentions);
        }

        return mentions;
    }

    private static void FromPaths(BoundDocument document, string folder, ServiceToken token, List<ServiceMention> mentions)
    {
        var text = document.Outline.Text;
        for (var index = text.IndexOf(folder, StringComparison.Ordinal); index >= 0; index = text.IndexOf(folder, index + 1, StringComparison.Ordinal))
        {
            if (!IsPathStart(text, index) || document.Outline.FenceAt(index) is not null)
            {
                continue;
            }

            var start = index + folder.Length;
            if (start < text.Length && text[start] == '{')
            {
                AddBraces(text, start, token, mentions);
            }
            else
            {
                AddFolder(text, start, token, mentions);
            }
        }
    }

    // "docs/atomic/services/" is a folder of documents; "./services/" and "/services/" are the folder of services.
    private static bool IsPathStart(string text, int index)
    {
        var before = index == 0 ? ' ' : text[index - 1];
        if (before == '/')
        {
            var outer = index == 1 ? ' ' : text[index - 2];
            return outer == '.' ? index < 3 || !ServiceToken.IsNameCharacter(text[index - 3]) : !ServiceToken.IsNameCharacter(outer) && outer is not ('*' or '}' or '>');
        }

        return !ServiceToken.IsNameCharacter(before) && before is not ('.' or '}' or '>' or '*');
    }

    private static void AddBraces(string text, int start, ServiceToken token, List<ServiceMention> mentions)
    {
        var close = text.IndexOf('}', start, Math.Min(LongestBraceList, text.Length - start));
        if (close < 0 || !text.AsSpan(start, close - start).Contains(','))
        {
            return;
        }

        for (var position = start + 1; position < close;)
        {
            var comma = text.IndexOf(',', position, close - position);
            var end = comma < 0 ? close : comma;
            var name = TextScan.Trimmed(text, position, end);
            var written = text.Substring(name.Start, name.Length);
            if (written.All(ServiceToken.IsNameCharacter) && token.IsListedFolder(written))
            {
                mentions.Add(new ServiceMention(ServiceNameParser.Normalize(written), written, name));
            }

            position = end + 1;
        }
    }

    private static void AddFolder(string text, int start, ServiceToken token, List<ServiceMention> mentions)
    {
        var end = start;
        while (end < text.Length && ServiceToken.IsNameCharacter(text[end]))
        {
            end++;
        }

        // A name with a dot behind it is a file.
        var isFile = end + 1 < text.Length && text[end] == '.' && char.IsLetterOrDigit(text[end + 1]);
        var written = text[start..end];
        if (!isFile && token.IsFolderName(written))
        {
            mentions.Add(new ServiceMention(ServiceNameParser.Normalize(written), written, TextSpan.FromBounds(start, end)));
        }
    }

    private static void FromCompose(BoundDocument document, string opening, ServiceToken token, List<ServiceMention> mentions)
    {
        foreach (var fence in document.Outline.Fences)
        {
            if (fence.Language is "yaml" or "yml" && fence.Content.Contains(opening, StringComparison.Ordinal))
            {
                AddKeys(fence, opening, token, mentions);
            }
        }
    }

    // The keys one step below the opening line; the file need not be sound YAML.
    private static void AddKeys(CodeFence fence, string opening, ServiceToken token, List<ServiceMention> mentions)
    {
        var isInside = false;
        var indent = -1;
        for (var start = 0; start < fence.Content.Length;)
        {
            var end = fence.Content.IndexOf('\n', start);
            end = end < 0 ? fence.Content.Length : end;
            var line = fence.Content[start..end].TrimEnd();
            var width = line.Length - line.TrimStart(' ').Length;
            if (line.Length > 0 && width == 0)
            {
                isInside = line == opening;
                indent = -1;
            }
            else if (isInside && line.Length > 0 && line[width] != '#')
            {
                indent = indent < 0 ? width : indent;
                var name = width == indent && line.EndsWith(':') ? line[width..^1].Trim('"', '\'') : "";
                if (name.Length > 0 && token.IsFolderName(name))
                {
                    var place = new TextSpan(start + line.IndexOf(name, StringComparison.Ordinal), name.Length);
                    mentions.Add(new ServiceMention(ServiceNameParser.Normalize(name), name, fence.ContentMap.ToSource(place)));
                }
            }

            start = end + 1;
        }
    }
}
