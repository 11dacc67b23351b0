using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;

/// <summary>Turns a list of requirements into the table of the template, and a list of labelled items into a table of their labels.</summary>
internal static class ListToTable
{
    public const string Id = "listToTable";

    /// <summary>Offered in a list of requirements, and in one whose items all have the same first label.</summary>
    public static RefactoringOffer? Offer(RefactoringContext context)
    {
        if (LabelledList.At(context.Place) is not { } list)
        {
            return null;
        }

        var template = Template(context);
        if (template is null && !HasLabels(context, list))
        {
            return null;
        }

        return new RefactoringOffer(Id, template is null ? "Turn the list into a table" : $"Turn the list into the table {template.Name}", RefactoringKind.Rewrite, Obstacle(context, list, template));
    }

    /// <summary>Makes the edit.</summary>
    public static RefactoringResult Make(RefactoringContext context)
    {
        var list = LabelledList.At(context.Place)!;
        var (headers, rows) = Template(context) is { } template ? OfRequirements(context, list, template) : OfLabels(context, list);
        return context.Change([new TextChange(list.Span, TableText.Write(headers, rows).TrimEnd('\n'))]);
    }

    // The table of requirements that the section may have, where a list stands in its place.
    private static TableDefinition? Template(RefactoringContext context)
    {
        var definition = context.Place.Owner?.Definition.Tables.FirstOrDefault(static table => table.Role == TableRoles.Requirements);
        var ids = context.Document.Definition.RequirementIds;
        return definition is not null && LabelledList.At(context.Place) is { } list && list.Items.Any(item => IsRequirement(ids, item)) ? definition : null;
    }

    private static bool IsRequirement(RequirementIdMatcher ids, ListItem item) => ids.FindAll(item.Raw).Any(token => item.Raw.AsSpan(0, token.Start).IndexOfAnyExcept(" *_`[") < 0);

    private static bool HasLabels(RefactoringContext context, LabelledList list)
    {
        var outline = context.Document.Outline;
        var labels = list.Items.Select(item => LabelledList.Labelled(LabelledList.Text(outline, item))?.Label).Distinct(StringComparer.Ordinal).ToList();
        return list.Items.Count > 1 && labels is [not null] && list.Items.Any(item => LabelledList.Below(outline, item).Any());
    }

    private static string? Obstacle(RefactoringContext context, LabelledList list, TableDefinition? template)
    {
        var outline = context.Document.Outline;
        var inner = list.Items.SelectMany(item => LabelledList.Below(outline, item)).ToList();
        if (list.Items.Concat(inner).Any(static item => item.IsChecked is not null))
        {
            return "A table has no boxes to tick.";
        }

        if (inner.Exists(item => LabelledList.Below(outline, item).Any()) || outline.Fences.Any(fence => list.Span.Contains(fence.Span)))
        {
            return "What is nested deeper, or code, has no place in a cell.";
        }

        if (template is null)
        {
            return inner.Exists(item => LabelledList.Labelled(LabelledList.Text(outline, item)) is null) ? "Not every nested item has a label for the head of a column." : null;
        }

        return context.Document.TablesOf(template.Role).Any(table => table.Owner?.Section == context.Place.Owner!.Section) ? "The section has its table already; add rows to it." : null;
    }

    private static (IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows) OfRequirements(RefactoringContext context, LabelledList list, TableDefinition template)
    {
        var rows = list.Items.Select(item => new RequirementItem(context.Document, item, template).Cells).ToList();
        var columns = template.Columns
            .Where(column => column.Presence == Presence.Required || (context.Document.IsExtended && column.Presence == Presence.Extended) || rows.Exists(row => row.ContainsKey(column.Role)))
            .ToList();
        return ([.. columns.Select(static column => column.Name)], rows.ConvertAll(row => (IReadOnlyList<string>)columns.ConvertAll(column => TableText.Cell(row.GetValueOrDefault(column.Role, "")))));
    }

    private static (IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows) OfLabels(RefactoringContext context, LabelledList list)
    {
        var outline = context.Document.Outline;
        var rows = list.Items.Select(item => LabelledList.Below(outline, item).Prepend(item)
            .Select(part => LabelledList.Labelled(LabelledList.Text(outline, part))!.Value)
            .GroupBy(static part => part.Label, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => string.Join("; ", group.Select(static part => part.Value)), StringComparer.Ordinal)).ToList();
        var headers = rows.SelectMany(static row => row.Keys).Distinct(StringComparer.Ordinal).ToList();
        return (headers, rows.ConvertAll(row => (IReadOnlyList<string>)headers.ConvertAll(header => TableText.Cell(row.GetValueOrDefault(header, "")))));
    }
}
