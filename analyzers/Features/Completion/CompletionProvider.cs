using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Says what may be inserted at a place of a document.</summary>
public static class CompletionProvider
{
    /// <summary>The candidates at an offset of a file's source text, in the order in which they are to be shown.</summary>
    /// <param name="file">The file.</param>
    /// <param name="analysis">The analysis of the workspace, for facts of other documents.</param>
    /// <param name="offset">The cursor in the source text.</param>
    /// <param name="isAsked">Whether the user asked for it; otherwise a blank line, where anything may follow, gives nothing.</param>
    /// <param name="today">Today's date, for date fields.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<CompletionCandidate> GetCandidates(BoundFile file, WorkspaceAnalysis analysis, int offset, bool isAsked, DateOnly today, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (DocumentPlace.Find(file, offset) is not { } place || IsInCode(place))
        {
            return [];
        }

        var lineEnd = LineEnds.Of(file.Text);
        return [.. Candidates(place, analysis, isAsked, today).Select(candidate => candidate with
        {
            Text = candidate.Text.ReplaceLineEndings(lineEnd),
            Snippet = candidate.Snippet?.ReplaceLineEndings(lineEnd),
        })];
    }

    private static IEnumerable<CompletionCandidate> Candidates(DocumentPlace place, WorkspaceAnalysis analysis, bool isAsked, DateOnly today)
    {
        if (CellPlace.Find(place) is { } cell)
        {
            return TableCompletion.Cell(place, cell, analysis, today);
        }

        if (ValueAt(place) is var (field, value))
        {
            return ValueCompletion.Values(place, field.Definition.ValueKind, value, today);
        }

        var typed = place.TextOf(TextSpan.FromBounds(place.Line.Start, place.Offset));
        return Shape(typed) switch
        {
            LineShape.Heading => StructureCompletion.Sections(place),
            LineShape.Item => StructureCompletion.Fields(place),
            LineShape.Blank when isAsked => StructureCompletion.Fields(place).Concat(StructureCompletion.Sections(place)),
            LineShape.Blank => [],
            _ => RequirementCompletion.InText(place, analysis),
        };
    }

    private static (BoundField Field, TextSpan Value)? ValueAt(DocumentPlace place)
    {
        foreach (var field in place.Document.Fields)
        {
            if (field.Field.Notation == FieldNotation.TableRow || place.Offset <= field.Field.NameSpan.End || !place.Line.Contains(field.Field.NameSpan))
            {
                continue;
            }

            // The cursor may stand behind blanks that are no part of the value.
            var between = place.Text.AsSpan(field.Field.NameSpan.End, place.Offset - field.Field.NameSpan.End);
            if (between.Contains(':') || field.Field.ValueSpan.IntersectsWith(place.Offset))
            {
                var start = Math.Min(field.Field.ValueSpan.Start, place.Offset);
                return (field, field.Field.ValueSpan.IsEmpty ? new TextSpan(place.Offset, 0) : TextSpan.FromBounds(start, Math.Max(field.Field.ValueSpan.End, place.Offset)));
            }
        }

        return null;
    }

    private static LineShape Shape(string typed)
    {
        var text = typed.AsSpan().TrimStart();
        if (text.IsEmpty)
        {
            return LineShape.Blank;
        }

        if (text[0] == '#')
        {
            return text.TrimStart('#') is [] or [' ', ..] ? LineShape.Heading : LineShape.Text;
        }

        // "- ", "* **Ma", "**Ma": a name that is being typed, without a colon yet.
        var isItem = text[0] is '-' or '*' or '+';
        return isItem && !text.Contains(':') && text.TrimStart("-*+ ").IndexOfAny('*', '`', '.') < 0 && text.Length < 60 ? LineShape.Item : LineShape.Text;
    }

    // In a fence that is no document of its own nothing is completed.
    private static bool IsInCode(DocumentPlace place) => place.Document.Outline.Fences.Any(fence =>
        fence.OpeningSpan.End < place.Offset && place.Offset <= (fence.ClosingSpan?.Start ?? fence.Span.End));

    private enum LineShape
    {
        Text,
        Blank,
        Heading,
        Item,
    }
}
