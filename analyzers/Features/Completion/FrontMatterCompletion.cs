using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Offers the keys of the front matter and their values.</summary>
internal static class FrontMatterCompletion
{
    /// <summary>The candidates; null when the cursor is in no front matter.</summary>
    public static IEnumerable<CompletionCandidate>? At(CompletionRequest request)
    {
        var place = request.Place;
        if (place.Document.Outline.FrontMatter is not { } matter || place.Offset < matter.ContentSpan.Start || place.Offset > matter.ContentSpan.End)
        {
            return null;
        }

        var typed = request.Typed;
        var colon = typed.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? Keys(request, typed) : Values(request, typed[..colon].Trim(), colon);
    }

    private static IEnumerable<CompletionCandidate> Keys(CompletionRequest request, string typed)
    {
        var place = request.Place;
        var indent = typed.Length - typed.TrimStart().Length;
        if (typed.AsSpan(indent).StartsWith("- ") || typed.AsSpan(indent).StartsWith("#"))
        {
            yield break;
        }

        var parent = indent == 0 ? "" : Parent(place);
        var present = place.Document.Outline.Fields
            .Where(field => field.Notation == FieldNotation.FrontMatter && !place.Line.IntersectsWith(field.NameSpan))
            .Select(static field => field.Name.Split('.'))
            .SelectMany(static path => Enumerable.Range(1, path.Length).Select(count => string.Join('.', path[..count])))
            .ToHashSet(StringComparer.Ordinal);
        var own = place.Document.Kind.HeaderFields.Concat(place.Document.Kind.AllSections().SelectMany(static section => section.Fields)).Select(static field => field.Role).ToHashSet(StringComparer.Ordinal);
        var replaced = TextSpan.FromBounds(place.Line.Start + indent, place.Offset);
        var names = place.Framework.FrontMatterKeys
            .OrderByDescending(key => key.FieldRole is { } role && own.Contains(role))
            .Where(key => key.Key.StartsWith(parent, StringComparison.Ordinal))
            .Select(key => (Key: key, Path: key.Key.IndexOf('.', parent.Length) is var dot and >= 0 ? key.Key[..dot] : key.Key))
            .Where(entry => !present.Contains(entry.Path))
            .DistinctBy(static entry => entry.Path);
        foreach (var (key, path) in names)
        {
            var name = path[parent.Length..];
            var isMapping = path != key.Key || key.ValueKind == ValueKinds.Map;
            yield return new CompletionCandidate(CandidateKind.Key, name, place.ToSource(replaced), isMapping ? name + ":" : name + ": ")
            {
                Filter = name,
                Detail = isMapping ? "mapping" : key.ValueKind,
                Topic = isMapping ? null : new CompletionTopic(TopicKind.FrontMatterKey, key.Key),
            };
        }
    }

    private static IEnumerable<CompletionCandidate> Values(CompletionRequest request, string name, int colon)
    {
        var place = request.Place;
        var indent = request.Typed.Length - request.Typed.TrimStart().Length;
        var path = (indent == 0 ? "" : Parent(place)) + name;
        if (place.Framework.FrontMatterKeys.FirstOrDefault(key => key.Key == path) is not { } key)
        {
            return [];
        }

        var start = place.Line.Start + colon + 1;
        while (start < place.Offset && place.Text[start] == ' ')
        {
            start++;
        }

        var rest = place.TextOf(TextSpan.FromBounds(start, place.Line.End)).TrimEnd();
        var value = TextSpan.FromBounds(start, Math.Max(place.Offset, start + rest.Length));
        return key.Values.IsEmpty
            ? ValueCompletion.Values(request, key.ValueKind, value)
            : key.Values.Select(choice => ValueCompletion.Candidate(place, value, choice));
    }

    // "metrics." for a line below "metrics:"; empty when no line above is less indented.
    private static string Parent(DocumentPlace place)
    {
        var lines = place.Text[..place.Line.Start].Split('\n');
        for (var index = lines.Length - 1; index > 0; index--)
        {
            var line = lines[index].TrimEnd();
            if (line.Length > 0 && line[0] != ' ')
            {
                return line.EndsWith(':') ? line[..^1] + "." : "";
            }
        }

        return "";
    }
}
