using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>Tells templates, which are to be filled in, from documents (catalogue 1.10).</summary>
internal static class TemplateDetector
{
    private const int TitlePlaceholders = 3;
    private const double EmptyShare = 0.6;
    private const int FormRows = 5;

    public static bool IsTemplate(BoundDocument document)
    {
        var name = document.Path[(document.Path.LastIndexOf('/') + 1)..];
        var words = document.Definition.Definition.Placeholders.TemplateWords;
        var stem = Words.Fold(System.IO.Path.GetFileNameWithoutExtension(name));
        if (!document.IsEmbedded && words.Any(word => stem == Words.Fold(word) || stem.EndsWith(" " + Words.Fold(word), StringComparison.Ordinal)))
        {
            return true;
        }

        var values = document.Definition.Values;
        if (document.Outline.Sections.Sum(section => section.Title.Contains('{', StringComparison.Ordinal) ? values.TitlePlaceholders(section.Title) : 0) >= TitlePlaceholders)
        {
            return true;
        }

        var title = Words.Fold(document.Outline.Title?.Title ?? "");
        if (IsBlankForm(document))
        {
            return true;
        }

        return words.Any(word => title.EndsWith(" " + Words.Fold(word), StringComparison.Ordinal))
            && document.Fields.Length > 0
            && document.Fields.Count(field => string.IsNullOrWhiteSpace(field.Value) || values.Placeholder(field.Value) is not null || values.IsChoiceList(field.Value))
                >= EmptyShare * document.Fields.Length;
    }

    // Checks without a single result, outside the folders of deliveries, are the form that deliveries copy.
    private static bool IsBlankForm(BoundDocument document)
    {
        if (document.IsEmbedded || PathResolver.IsInAny(document.Path, document.Kind.Folders))
        {
            return false;
        }

        var rows = 0;
        foreach (var table in document.TablesOf(TableRoles.Checks).Where(static table => table.Columns.ContainsKey(ColumnRoles.Check)))
        {
            foreach (var row in table.Table.Rows)
            {
                if (table.Text(row, ColumnRoles.Result).Length > 0)
                {
                    return false;
                }

                rows++;
            }
        }

        return rows >= FormRows;
    }
}
