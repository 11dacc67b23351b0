using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads what ties documents together: the project and the feature id (catalogue 1.14).</summary>
internal static class ProjectReader
{
    /// <summary>The project's name, folded: what the title says behind its colon, else the project field; empty when there is none.</summary>
    public static string Project(BoundDocument document)
    {
        var written = WrittenProject(document.Outline.Title?.Title ?? "");
        if (written.Length > 0)
        {
            return Words.Fold(written);
        }

        return document.Field(FieldRoles.Project) is { } field ? Words.Fold(PlainText.Of(field.Value)) : "";
    }

    /// <summary>The project's name as a title writes it, behind its colon or dash; empty when it names none.</summary>
    public static string WrittenProject(string title)
    {
        var plain = PlainText.Of(title);
        var separator = plain.IndexOfAny([':', '—', '–']);
        return separator > 0 ? plain[(separator + 1)..].Trim() : "";
    }

    /// <summary>The feature id from the front matter, else the file name; empty when there is none.</summary>
    /// <param name="document">The document.</param>
    /// <param name="place">Takes the place of the front matter's value.</param>
    public static string FeatureId(BoundDocument document, Action<TextSpan> place)
    {
        var ids = document.Definition.RequirementIds;
        if (document.IsEmbedded)
        {
            return "";
        }

        foreach (var field in document.Outline.Fields)
        {
            if (field.Notation == FieldNotation.FrontMatter && ids.IsFeatureId(field.Value.Trim('"', '\'')) && document.Definition.Definition.Variants.Any(variant => variant.FrontMatterKeys.Contains(field.Name)))
            {
                place(field.ValueSpan);
                return field.Value.Trim('"', '\'').ToUpperInvariant();
            }
        }

        return FileFeatureId(document);
    }

    /// <summary>The feature id in the file's name; empty when there is none.</summary>
    public static string FileFeatureId(BoundDocument document)
    {
        var name = document.Path[(document.Path.LastIndexOf('/') + 1)..];
        return document.IsEmbedded ? "" : name.Split('_', '.', ' ').FirstOrDefault(document.Definition.RequirementIds.IsFeatureId)?.ToUpperInvariant() ?? "";
    }
}
