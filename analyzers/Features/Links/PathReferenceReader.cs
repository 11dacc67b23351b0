using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Links;

/// <summary>Reads the paths that a document writes: targets of links, code that has the form of a path, evidence, front matter and navigation matrices.</summary>
internal static class PathReferenceReader
{
    /// <summary>Every path in document order; whether it leads anywhere is another question.</summary>
    public static IReadOnlyList<PathReference> Read(BoundDocument document)
    {
        var references = new SortedDictionary<int, PathReference>();
        foreach (var reference in Links(document.Outline).Concat(Navigation(document)).Concat(Codes(document)).Concat(Evidence(document)).Concat(FrontMatter(document)))
        {
            references.TryAdd(reference.Span.Start, reference);
        }

        return [.. references.Values];
    }

    /// <summary>The path at an offset of the document's outline; null when none is there.</summary>
    public static PathReference? At(BoundDocument document, int offset)
    {
        var outline = document.Outline;

        // Only these hold paths; anywhere else the document need not be read.
        var mayHold = outline.LinkAt(offset) is not null || outline.CodeAt(offset) is not null || (offset > 0 && outline.CodeAt(offset - 1) is not null)
            || outline.RowAt(offset) is not null || outline.FrontMatter?.Span.Contains(offset) == true;
        return mayHold ? Read(document).FirstOrDefault(reference => reference.Span.Start <= offset && offset <= reference.Span.End) : null;
    }

    /// <summary>The targets of the Markdown links of any outline, recognised or not.</summary>
    public static IEnumerable<PathReference> Links(MarkdownOutline outline)
    {
        foreach (var link in outline.Links)
        {
            var hash = link.Target.IndexOf('#', StringComparison.Ordinal);
            var path = hash == 0 ? "" : LinkReader.RelativePath(link.Target);
            if (link.Kind == LinkKind.Autolink || path is null || (path.Length == 0 && hash < 0) || path.AsSpan().ContainsAny("{}<>*"))
            {
                continue;
            }

            var fragment = hash < 0 ? "" : Uri.UnescapeDataString(link.Target[(hash + 1)..]);
            yield return new PathReference(PathForm.MarkdownLink, path, link.TargetSpan.IsEmpty ? link.Span : link.TargetSpan)
            {
                PathSpan = new TextSpan(link.TargetSpan.Start, link.TargetSpan.IsEmpty ? 0 : PathLength(outline.Text.AsSpan(link.TargetSpan.Start, link.TargetSpan.Length))),
                Fragment = fragment,
                Line = Line(fragment),
                IsWritten = !link.TargetSpan.IsEmpty,
            };
        }
    }

    private static IEnumerable<PathReference> Navigation(BoundDocument document) =>
        from row in NavigationReader.Rows(document)
        from cell in new[] { row.Reads, row.Table.Cell(row.Row, ColumnRoles.Tools) }
        where cell is not null
        from reference in NavigationReader.References(cell.Raw, cell.ContentSpan.Start)
        select new PathReference(PathForm.Navigation, reference.Path, reference.Span) { PathSpan = reference.Span };

    private static IEnumerable<PathReference> Codes(BoundDocument document)
    {
        foreach (var code in document.Outline.InlineCodes)
        {
            if (Cited(document, code.Content.Trim(), TextScan.Trimmed(document.Outline.Text, code.ContentSpan.Start, code.ContentSpan.End)) is { } reference
                && document.Outline.LinkAt(code.Span.Start) is null)
            {
                yield return reference;
            }
        }
    }

    private static IEnumerable<PathReference> Evidence(BoundDocument document) =>
        from evidence in EvidenceReader.Read(document)
        where document.Outline.Text[evidence.Span.Start] != '`'
        select new PathReference(PathForm.Cited, evidence.Fact.Path, evidence.Span)
        {
            PathSpan = PathSpan(document.Outline.Text, evidence.Fact.Path, evidence.Span),
            Line = evidence.Fact.Line,
        };

    private static IEnumerable<PathReference> FrontMatter(BoundDocument document)
    {
        foreach (var field in document.Outline.Fields.Where(static field => field.Notation == FieldNotation.FrontMatter))
        {
            foreach (var (raw, span) in (field.Items.IsDefault ? [] : field.Items.Select(static item => (item.Raw, item.ContentSpan))).Prepend((field.Value, field.ValueSpan)))
            {
                if (Cited(document, raw.Trim('"', '\''), span) is { } reference)
                {
                    yield return reference;
                }
            }
        }
    }

    private static PathReference? Cited(BoundDocument document, string text, TextSpan span)
    {
        if (EvidenceReader.PathOf(document, text) is { } evidence)
        {
            return new PathReference(PathForm.Cited, evidence.Path, span) { PathSpan = PathSpan(document.Outline.Text, evidence.Path, span), Line = evidence.Line };
        }

        if (LinkReader.CitedPath(text, document.Definition.Definition.NumberSlots.CoverageReport) is not { } path)
        {
            return null;
        }

        var fragment = path.Length + 1 < text.Length ? text[(path.Length + 1)..] : "";
        return new PathReference(PathForm.Cited, path, span) { PathSpan = PathSpan(document.Outline.Text, path, span), Fragment = fragment, Line = Line(fragment) };
    }

    // The path within its code or quotes.
    private static TextSpan PathSpan(string text, string path, TextSpan span)
    {
        var start = text.IndexOf(path, span.Start, span.Length, StringComparison.Ordinal);
        return start < 0 ? default : new TextSpan(start, path.Length);
    }

    private static int PathLength(ReadOnlySpan<char> target) => target.IndexOfAny('#', '?') is var end and >= 0 ? end : target.Length;

    // "#L20" and "#L20-L30", as the pages of repositories write lines.
    private static int? Line(string fragment)
    {
        var end = 1;
        while (end < fragment.Length && char.IsAsciiDigit(fragment[end]))
        {
            end++;
        }

        return fragment is ['L', ..] && (end == fragment.Length || fragment[end] == '-') && int.TryParse(fragment.AsSpan(1, end - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : null;
    }
}
