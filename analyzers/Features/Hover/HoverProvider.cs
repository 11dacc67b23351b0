using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Hover;

/// <summary>Says what stands at a place of a document: the findings there, and what the workflow knows of it.</summary>
public static class HoverProvider
{
    /// <summary>The hover at an offset of a file's source text; null when there is nothing to say.</summary>
    /// <param name="file">The file.</param>
    /// <param name="analysis">The analysis of the workspace, for facts of other documents.</param>
    /// <param name="findings">The findings of the file that the editor shows.</param>
    /// <param name="offset">The offset in the source text.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static HoverText? GetHover(BoundFile file, WorkspaceAnalysis analysis, IEnumerable<Finding> findings, int offset, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var here = findings.Where(finding => finding.Span.Start <= offset && offset <= finding.Span.End).DistinctBy(static finding => finding.Rule).ToList();
        var subject = DocumentPlace.Find(file, offset) is { } place ? Subject(place, analysis) : null;
        if (here.Count == 0)
        {
            return subject;
        }

        var texts = here.Select(static finding => StructureHovers.Rule(finding.Rule, finding.Severity));
        return new HoverText(
            subject?.Span ?? here.MinBy(static finding => finding.Span.Length)!.Span,
            string.Join("\n\n---\n\n", subject is null ? texts : texts.Append(subject.Markdown)));
    }

    private static HoverText? Subject(DocumentPlace place, WorkspaceAnalysis analysis) =>
        SuppressionHover.At(place)
        ?? InFrontMatter(place)
        ?? RequirementHover.At(place, analysis)
        ?? ServiceNameHover.At(place)
        ?? CoverageHover.At(place, analysis)
        ?? InField(place)
        ?? InTable(place)
        ?? FeatureHover.At(place)
        ?? OnHeading(place, analysis)
        ?? ReadingHover.InText(place, analysis);

    private static HoverText? InFrontMatter(DocumentPlace place)
    {
        var field = place.Document.Outline.Fields.FirstOrDefault(field => field.Notation == FieldNotation.FrontMatter && field.NameSpan.IntersectsWith(place.Offset));
        return field is not null && place.Framework.FrontMatterKeys.FirstOrDefault(key => key.Key == field.Name) is { } key
            ? new HoverText(place.ToSource(field.NameSpan), StructureHovers.FrontMatter(place.Framework, place.Document.Kind, key))
            : null;
    }

    private static HoverText? InField(DocumentPlace place)
    {
        var field = place.Document.Fields.FirstOrDefault(field =>
            field.Field.Notation != FieldNotation.TableRow && field.Field.Span.Start <= place.Offset && place.Offset <= Math.Max(field.Field.Span.End, field.Field.ValueSpan.End));
        if (field is null)
        {
            return null;
        }

        if (field.Field.NameSpan.IntersectsWith(place.Offset))
        {
            return new HoverText(place.ToSource(field.Field.NameSpan), Overview(place.Framework, field.Definition));
        }

        return InValue(place, field.Definition.ValueKind, field.Field.Value, field.Field.ValueSpan);
    }

    private static HoverText? InTable(DocumentPlace place)
    {
        if (CellPlace.Find(place) is not { Definition: { } column, Cell: { } cell } found || cell.ContentSpan.IsEmpty)
        {
            return null;
        }

        if (found.IsHeader)
        {
            return new HoverText(place.ToSource(cell.ContentSpan), StructureHovers.Column(place.Framework, column));
        }

        return column.Role == ColumnRoles.Check && place.Document.Definition.Checks.Find(cell.Text, found.Table.Text(found.Row, ColumnRoles.Command)) is { } check
            ? new HoverText(place.ToSource(cell.ContentSpan), WorkflowHovers.Check(place.Framework, check))
            : InValue(place, column.ValueKind, cell.Text, cell.ContentSpan);
    }

    private static HoverText? InValue(DocumentPlace place, string valueKind, string value, TextSpan span)
    {
        if (span.IsEmpty || !span.IntersectsWith(place.Offset))
        {
            return null;
        }

        switch (valueKind)
        {
            case ValueKinds.Level when place.Document.Definition.Levels.Parse(value).Level is { } level:
                return new HoverText(place.ToSource(span), WorkflowHovers.Level(place.Framework, level));
            case ValueKinds.Modules:
                var word = place.EntryIn(span);
                return place.Document.Definition.Modules.Parse(place.TextOf(word)).Modules is [var id, ..] && place.Framework.Module(id) is { } module
                    ? new HoverText(place.ToSource(word), WorkflowHovers.Module(place.Framework, module))
                    : null;
            default:
                return null;
        }
    }

    private static string Overview(FrameworkDefinition framework, FieldDefinition field) => field.ValueKind switch
    {
        ValueKinds.Level => WorkflowHovers.Levels(framework, field),
        ValueKinds.Modules => WorkflowHovers.Modules(framework, field),
        _ => StructureHovers.Field(framework, field),
    };

    private static HoverText? OnHeading(DocumentPlace place, WorkspaceAnalysis analysis)
    {
        var section = place.Document.Outline.SectionAt(place.Offset);
        if (section.Level == 0 || !section.HeadingSpan.IntersectsWith(place.Offset))
        {
            return null;
        }

        var bound = place.Document.Sections.FirstOrDefault(candidate => candidate.Section.Index == section.Index);
        var isTitle = ReferenceEquals(section, place.Document.Outline.Title);
        var text = bound is not null ? StructureHovers.Section(bound.Definition) : isTitle ? StructureHovers.Kind(place.Framework, place.Document.Kind) : null;

        // What is to be read there helps more than what the template puts below the heading.
        var reading = isTitle
            ? place.Document.Kind.Stage.Length > 0 ? ReadingHover.Stage(place.Framework, place.Document.Kind.Stage, place.Document, analysis) : null
            : ReadingHover.OnHeading(place, analysis);
        text = reading is null ? text : text is null ? reading : isTitle ? $"{text}\n\n---\n\n{reading}" : $"{reading}\n\n---\n\n{text}";
        return text is null ? null : new HoverText(place.ToSource(section.TitleSpan.IntersectsWith(place.Offset) ? section.TitleSpan : section.HeadingSpan), text);
    }
}
