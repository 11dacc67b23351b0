using FrameworkLsp.Analyzers.Documents.Values;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Finds a service wherever a document writes its name: in lists, tables, paths, commands and running text, with underscores, hyphens or in capitals.</summary>
public static class ServiceOccurrences
{
    /// <summary>Every place of a name, in document order.</summary>
    /// <param name="document">The document.</param>
    /// <param name="name">The name, with underscores.</param>
    public static IReadOnlyList<ServiceMention> Of(BoundDocument document, string name)
    {
        var places = new SortedDictionary<int, string>();
        foreach (var mention in ServiceNameCollector.Collect(document).Where(mention => mention.Name == name))
        {
            places[mention.Span.Start] = mention.Written;
        }

        // A name of several words is itself wherever it stands; "api" or "bot" alone may be anything.
        if (IsDistinct(name))
        {
            Add(document.Outline.Text, name, places);
            Add(document.Outline.Text, name.Replace('_', '-'), places);
            Add(document.Outline.Text, name.ToUpperInvariant(), places);
        }

        return [.. places.Select(place => new ServiceMention(name, place.Value, new TextSpan(place.Key, place.Value.Length)))];
    }

    /// <summary>The service that is named at an offset of a document's outline; null when none is.</summary>
    public static ServiceMention? At(BoundDocument document, int offset)
    {
        if (ServiceNameCollector.Collect(document).FirstOrDefault(mention => mention.Span.Start <= offset && offset <= mention.Span.End) is { } listed)
        {
            return listed;
        }

        // In running text only a name that ends in a type is surely one, or one that is listed elsewhere in the document.
        var span = WordAt(document.Outline.Text, offset);
        var written = document.Outline.Text.Substring(span.Start, span.Length);
        var name = ServiceNameParser.Normalize(IsCapital(written) ? written.ToLowerInvariant() : written);
        var names = document.Definition.ServiceNames;
        return IsDistinct(name) && !names.IsInfrastructure(name)
            && (names.Parse(name) is { Type: not null, Parts.Length: > 1 } || ServiceNameCollector.Collect(document).Any(mention => mention.Name == name))
            ? new ServiceMention(name, written, span)
            : null;
    }

    /// <summary>Where a document lists a service: its first mention in a list, table or field; null when it only occurs in paths, code and text.</summary>
    public static ServiceMention? Declaration(BoundDocument document, string name) => ServiceNameCollector.Collect(document).FirstOrDefault(mention =>
        mention.Name == name
        && (mention.Span.Start == 0 || document.Outline.Text[mention.Span.Start - 1] is not ('/' or '{' or ','))
        && document.Outline.FenceAt(mention.Span.Start) is null);

    /// <summary>Whether a text may hold a name in any form.</summary>
    public static bool MayOccur(string text, string name) =>
        text.Contains(name, StringComparison.OrdinalIgnoreCase) || text.Contains(name.Replace('_', '-'), StringComparison.Ordinal);

    /// <summary>Another name in the form in which one is written: with hyphens or in capitals where that is, else with underscores.</summary>
    public static string InFormOf(string written, string name) =>
        written.Contains('-', StringComparison.Ordinal) && !written.Contains('_', StringComparison.Ordinal) ? name.Replace('_', '-')
        : IsCapital(written) ? ServiceNameParser.Normalize(name).ToUpperInvariant()
        : ServiceNameParser.Normalize(name);

    private static bool IsCapital(string written) => written.AsSpan().ContainsAnyInRange('A', 'Z') && !written.Any(char.IsLower);

    // One word in small letters.
    private static bool IsDistinct(string name) => name.Length > 0 && !name.All(char.IsAsciiLetterLower);

    private static void Add(string text, string name, SortedDictionary<int, string> places)
    {
        for (var index = text.IndexOf(name, StringComparison.Ordinal); index >= 0; index = text.IndexOf(name, index + name.Length, StringComparison.Ordinal))
        {
            if (!IsPartOfName(text, index - 1) && !IsPartOfName(text, index + name.Length))
            {
                places.TryAdd(index, name);
            }
        }
    }

    private static bool IsPartOfName(string text, int index) => index >= 0 && index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] is '_' or '-');

    private static TextSpan WordAt(string text, int offset)
    {
        var (start, end) = (offset, offset);
        while (start > 0 && ServiceToken.IsNameCharacter(text[start - 1]))
        {
            start--;
        }

        while (end < text.Length && ServiceToken.IsNameCharacter(text[end]))
        {
            end++;
        }

        return TextSpan.FromBounds(start, end);
    }
}
