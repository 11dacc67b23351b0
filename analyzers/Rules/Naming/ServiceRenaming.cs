using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>Renames a service everywhere in a document: in lists, tables, paths and commands, each in the form it is written in there.</summary>
internal static class ServiceRenaming
{
    /// <summary>A fix that renames a service.</summary>
    /// <param name="document">The document.</param>
    /// <param name="name">The name, with underscores.</param>
    /// <param name="replacement">The new name, with underscores.</param>
    /// <param name="isPreferred">Whether it is the one obvious fix.</param>
    public static Fix Fix(BoundDocument document, string name, string replacement, bool isPreferred) =>
        new($"Rename \"{name}\" to \"{replacement}\" in this document", FixSafety.Unsafe, Edits(document, name, replacement)) { IsPreferred = isPreferred };

    private static ImmutableArray<TextChange> Edits(BoundDocument document, string name, string replacement)
    {
        var spans = new SortedDictionary<int, string>();
        foreach (var mention in ServiceNameCollector.Collect(document).Where(mention => mention.Name == name))
        {
            spans[mention.Span.Start] = mention.Written;
        }

        // A name of several words is itself wherever it stands; "api" or "bot" alone may be anything.
        if (name.Length > 0 && !name.All(char.IsAsciiLetterLower))
        {
            AddOccurrences(document.Outline.Text, name, spans);
            AddOccurrences(document.Outline.Text, name.Replace('_', '-'), spans);
        }

        return [.. spans.Select(entry => new TextChange(new TextSpan(entry.Key, entry.Value.Length), InFormOf(entry.Value, replacement)))];
    }

    private static string InFormOf(string written, string replacement) =>
        written.Contains('-', StringComparison.Ordinal) && !written.Contains('_', StringComparison.Ordinal) ? replacement.Replace('_', '-') : ServiceNameParser.Normalize(replacement);

    private static void AddOccurrences(string text, string name, SortedDictionary<int, string> spans)
    {
        for (var index = text.IndexOf(name, StringComparison.Ordinal); index >= 0; index = text.IndexOf(name, index + name.Length, StringComparison.Ordinal))
        {
            if (!IsPartOfName(text, index - 1) && !IsPartOfName(text, index + name.Length))
            {
                spans.TryAdd(index, name);
            }
        }
    }

    private static bool IsPartOfName(string text, int index) => index >= 0 && index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] is '_' or '-');
}
