using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Navigation;

/// <summary>Finds references to numbered sections in running text ("see Section 2.3").</summary>
internal static class SectionReferences
{
    /// <summary>The references to sections of the document itself in a stretch of its text.</summary>
    public static IEnumerable<(TextSpan Span, Section Section)> In(BoundDocument document, TextSpan stretch)
    {
        var outline = document.Outline;
        var text = outline.Text.Substring(stretch.Start, stretch.Length);
        foreach (var pattern in document.Definition.Definition.SectionReferences)
        {
            foreach (var match in TextPattern.Get(pattern).Matches(text))
            {
                var span = new TextSpan(stretch.Start + match.Index, match.Length);
                var number = match.Groups["number"].Value;
                if (outline.Sections.FirstOrDefault(section => section.Level > 0 && NumberOf(section.Title) == number) is { } section && !section.HeadingSpan.Contains(span))
                {
                    yield return (span, section);
                }
            }
        }
    }

    // "2.3 Scope", "2.3. Scope", "§ 2.3": the first number of a heading, when nothing but a word or sign stands before it.
    private static string NumberOf(string title)
    {
        var start = 0;
        while (start < title.Length && !char.IsAsciiDigit(title[start]))
        {
            start++;
        }

        if (start > 0 && (start == title.Length || title.AsSpan(0, start).TrimEnd().Contains(' ')))
        {
            return "";
        }

        var end = start;
        while (end < title.Length && (char.IsAsciiDigit(title[end]) || (title[end] == '.' && end + 1 < title.Length && char.IsAsciiDigit(title[end + 1]))))
        {
            end++;
        }

        return title[start..end];
    }
}
