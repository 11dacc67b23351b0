using System.Buffers;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads the paths of what a report ticks off as handed over.</summary>
public static class DeliverableReader
{
    private const int LongestPath = 260;

    private static readonly SearchValues<char> NoPath = SearchValues.Create(" \t<>$|\"'=");

    /// <summary>The paths in code of ticked items and of rows with a pass, with their spans, in document order. Links are checked as links.</summary>
    public static IEnumerable<(string Path, TextSpan Span)> Read(BoundDocument document)
    {
        var sections = document.Sections.Where(static section => section.Definition.Role == SectionRoles.Deliverables).ToList();
        if (sections.Count == 0)
        {
            yield break;
        }

        var results = document.Definition.Status(VocabularyIds.CheckResult);
        foreach (var code in document.Outline.InlineCodes)
        {
            if (PathIn(document, code.Content) is { } path
                && sections.Exists(section => section.Section.Span.Contains(code.Span))
                && document.Outline.Links.All(link => !link.Span.Contains(code.Span))
                && IsTicked(document.Outline, code.Span.Start, results)
                && !IsElsewhere(document, code.Span.Start))
            {
                yield return (path, new TextSpan(document.Outline.Text.IndexOf(path, code.ContentSpan.Start, code.ContentSpan.Length, StringComparison.Ordinal), path.Length));
            }
        }
    }

    private static bool IsTicked(MarkdownOutline outline, int offset, StatusMatcher results)
    {
        if (outline.RowAt(offset) is { } row)
        {
            return row.Cells.Any(cell => !cell.Span.Contains(offset) && results.Classify(cell.Raw) == StatusClasses.Pass)
                && row.Cells.All(cell => results.Classify(cell.Raw) != StatusClasses.Fail);
        }

        return outline.ItemAt(offset) is { } item && (item.IsChecked ?? (results.Classify(Line(item.Raw)) == StatusClasses.Pass));
    }

    // "… of the framework's repository": what is not here cannot be looked for.
    private static bool IsElsewhere(BoundDocument document, int offset)
    {
        var words = document.Definition.Definition.EvidencePaths.ElsewhereWords;
        var text = document.Outline.RowAt(offset) is { } row ? string.Join(' ', row.Cells.Select(static cell => cell.Text)) : document.Outline.ItemAt(offset)?.Raw ?? "";
        return Words.Fold(text).Split(' ', '(', ')', ',', ':', ';', '.').Any(word => words.Any(elsewhere => word.StartsWith(elsewhere, StringComparison.Ordinal)));
    }

    // What stands outside code: a name like "tests_passed.txt" is no tick.
    private static string Line(string raw)
    {
        var parts = raw.Split('`');
        return string.Join(' ', parts.Where(static (_, index) => index % 2 == 0));
    }

    // A line, a symbol or a test behind a file (`path:12`, `path::test`) is no part of its path (catalogue 1.12). Else a colon or an at-sign
    // belongs to the name of something that is not in the repository: an image with its version, a package, a name of C++.
    private static string? PathIn(BoundDocument document, string code)
    {
        var text = code.Trim();
        var path = text.AsSpan().ContainsAny(':', '@', '#') ? EvidenceReader.PathOf(document, text)?.Path : text;
        return path is not null && IsPath(path) ? path : null;
    }

    private static bool IsPath(string text) =>
        text.Length is > 3 and < LongestPath
        && !text.AsSpan().ContainsAny(NoPath)
        && !text.Contains("://", StringComparison.Ordinal)
        && text.Contains('/', StringComparison.Ordinal)
        && text.AsSpan().IndexOfAnyExcept('/', '.', '*') >= 0
        && char.IsAsciiLetterOrDigit(text.AsSpan().TrimStart("./").ToString().FirstOrDefault());
}
