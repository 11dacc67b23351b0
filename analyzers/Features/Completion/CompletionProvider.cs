using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
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
    public static CompletionAnswer GetCandidates(BoundFile file, WorkspaceAnalysis analysis, int offset, bool isAsked, DateOnly today, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (DocumentPlace.Find(file, offset) is not { } place || IsInCode(place))
        {
            return CompletionAnswer.None;
        }

        var lineEnd = LineEnds.Of(file.Text);
        ImmutableArray<CompletionCandidate> candidates = [.. Candidates(new CompletionRequest(place, analysis, isAsked, today)).Select(candidate => candidate with
        {
            Text = candidate.Text.ReplaceLineEndings(lineEnd),
            Snippet = candidate.Snippet?.ReplaceLineEndings(lineEnd),
        })];
        return new CompletionAnswer(candidates, candidates.Count(static candidate => candidate.Kind is CandidateKind.File or CandidateKind.Folder or CandidateKind.Anchor) > PathCompletion.Most);
    }

    private static IEnumerable<CompletionCandidate> Candidates(CompletionRequest request)
    {
        // What is written between marks of its own is that, wherever it stands.
        if ((FrontMatterCompletion.At(request) ?? RuleCompletion.InComment(request) ?? LinkCompletion.At(request)) is { } marked)
        {
            return marked;
        }

        var place = request.Place;
        if (CellPlace.Find(place) is { } cell)
        {
            return WithText(TableCompletion.Cell(request, cell), request);
        }

        if (ValueAt(place) is var (field, value))
        {
            return WithText(OfField(request, field, value), request);
        }

        return Shape(request.Typed) switch
        {
            LineShape.Heading => StructureCompletion.Sections(request),
            LineShape.Item when IsServiceItem(place) => ServiceNameCompletion.InPlace(request).Concat(StructureCompletion.Fields(place)),
            LineShape.Item => StructureCompletion.Fields(place).Concat(PhaseCompletion.SubStages(request)),
            LineShape.Blank when request.IsAsked => StructureCompletion.Fields(place).Concat(StructureCompletion.Sections(request)),
            LineShape.Blank => [],
            _ => InText(request),
        };
    }

    private static IEnumerable<CompletionCandidate> OfField(CompletionRequest request, BoundField field, TextSpan value)
    {
        var valueKind = field.Definition.ValueKind;
        if (valueKind is ValueKinds.Paths or ValueKinds.Evidence or ValueKinds.Commands or ValueKinds.Text && ReadingCompletion.Files(request, value) is { } files)
        {
            return files;
        }

        return ValueCompletion.Values(request, valueKind, value);
    }

    // Where no value is known, what is typed may be the beginning of an id, a name or a reason.
    private static IEnumerable<CompletionCandidate> WithText(IEnumerable<CompletionCandidate> candidates, CompletionRequest request)
    {
        List<CompletionCandidate> known = [.. candidates];
        return known.Count > 0 ? known : InText(request);
    }

    // Between ticks anything may stand: a name, an id, a path.
    private static IEnumerable<CompletionCandidate> InText(CompletionRequest request) => RequirementCompletion.InText(request)
        .Concat((IsServiceItem(request.Place) && request.Typed.AsSpan().Count('`') % 2 == 1) || IsServiceCell(request.Place) ? ServiceNameCompletion.InPlace(request) : ServiceNameCompletion.InText(request))
        .Concat(ReasonCompletion.InText(request))
        .Concat(ReadingCompletion.Files(request, request.Place.Line) ?? []);

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

    // An item of a list of services: below a heading that says so, or of a field that holds them; a cell of a column of them.
    private static bool IsServiceItem(DocumentPlace place)
    {
        var names = place.Document.Definition.ServiceNames;
        var section = place.Document.Outline.SectionAt(Math.Max(0, place.Line.Start - 1));
        return (section.Level > 0 && names.HeadingKeys.Contains(section.Key))
            || place.Document.Fields.Any(field => field.Definition.ValueKind == ValueKinds.Services && field.Field.Section == section.Index
                && !field.Field.Items.IsDefaultOrEmpty && field.Field.Items.Any(item => place.Line.IntersectsWith(item.Span)))
            || IsServiceCell(place);
    }

    // Also in a table of the author's own, which the definition does not know.
    private static bool IsServiceCell(DocumentPlace place)
    {
        var table = place.Document.Outline.Tables.FirstOrDefault(table => table.Span.Start <= place.Line.Start && place.Line.Start <= table.Span.End);
        var row = table?.Rows.FirstOrDefault(row => place.Line.IntersectsWith(row.Span));
        var column = row?.Cells.TakeWhile(cell => cell.Span.End < place.Offset).Count() ?? -1;
        return table?.Header.Cell(column) is { } header && place.Document.Definition.ServiceNames.ColumnKeys.Contains(HeadingKey.Normalize(header.Text));
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
