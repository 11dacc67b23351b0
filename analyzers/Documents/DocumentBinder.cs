using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>Binds an outline to the definition of its kind: which heading is which section, which value which field, which table what.</summary>
internal static class DocumentBinder
{
    public static BoundDocument Bind(
        string path,
        SourceText source,
        DocumentKind kind,
        MarkdownOutline outline,
        CompiledDefinition definition,
        TextMap toSource,
        BoundDocument? host = null,
        int part = 0)
    {
        var index = definition.Kind(kind);
        var sections = BindSections(index, outline);
        var owners = Owners(outline, sections);
        var fields = FieldBinder.Bind(index, outline, owners, definition);
        var document = new BoundDocument
        {
            Path = path,
            Source = source,
            Part = part,
            Kind = kind,
            Outline = outline,
            Definition = definition,
            ToSource = toSource,
            Sections = sections,
            Owners = owners,
            Fields = fields,
            Tables = TableBinder.Bind(index, outline, owners),
            IsReference = host?.IsReference ?? PathResolver.IsInAny(path, definition.Definition.ReferenceRoots),
            HasElision = HasElision(outline, definition),
        };
        document = document with { Variant = FindVariant(document) };
        return document with
        {
            State = DocumentStateReader.Read(document),
            IsTemplate = host?.IsTemplate ?? TemplateDetector.IsTemplate(document),

            // What was read while this was not known may be wrong.
            Memos = new DocumentMemos(),
        };
    }

    private static ImmutableArray<BoundSection> BindSections(KindIndex index, MarkdownOutline outline)
    {
        var bound = ImmutableArray.CreateBuilder<BoundSection>();
        var definitions = new SectionDefinition?[outline.Sections.Length];
        foreach (var section in outline.Sections)
        {
            // Titles are H1; a subsection belongs to the nearest bound section above it.
            if (section.Level < 2)
            {
                continue;
            }

            var parent = section.Parent >= 0 ? definitions[section.Parent] : null;
            var definition = (parent is null ? null : index.Subsection(section.Key, parent)) ?? (section.Level <= 4 ? index.Section(section.Key) : null);
            definitions[section.Index] = definition ?? parent;
            if (definition is not null)
            {
                bound.Add(new BoundSection(definition, section));
            }
        }

        return bound.ToImmutable();
    }

    // For every section of the outline the nearest bound section at or above it.
    private static ImmutableArray<BoundSection?> Owners(MarkdownOutline outline, ImmutableArray<BoundSection> bound)
    {
        var owners = new BoundSection?[outline.Sections.Length];
        var next = 0;
        foreach (var section in outline.Sections)
        {
            if (next < bound.Length && bound[next].Section.Index == section.Index)
            {
                owners[section.Index] = bound[next++];
            }
            else if (section.Parent >= 0)
            {
                owners[section.Index] = owners[section.Parent];
            }
        }

        return [.. owners];
    }

    private static DocumentVariant? FindVariant(BoundDocument document)
    {
        foreach (var variant in document.Definition.Definition.Variants)
        {
            if (document.Sections.Any(section => variant.SectionRoles.Contains(section.Definition.Role))
                || document.Tables.Any(table => variant.ColumnRoles.Any(table.Columns.ContainsKey))
                || IsHeadedAs(document.Outline, variant)
                || (document.Outline.FrontMatter is not null && document.Outline.Fields.Any(field => field.Notation == FieldNotation.FrontMatter && variant.FrontMatterKeys.Contains(field.Name))))
            {
                return variant;
            }
        }

        return null;
    }

    // Most of the headings: a single one may be numbered or quoted by chance.
    private static bool IsHeadedAs(MarkdownOutline outline, DocumentVariant variant)
    {
        if (TextPattern.Any(variant.Headings) is not { } pattern)
        {
            return false;
        }

        var titles = outline.Sections.Where(static section => section.Level == 2).Select(static section => section.Title).ToList();
        return titles.Count > 1 && titles.Count(pattern.Fits) * 2 > titles.Count;
    }

    private static bool HasElision(MarkdownOutline outline, CompiledDefinition definition)
    {
        // What a fence that is never closed has swallowed is there, but nobody can read it (catalogue FW911).
        if (outline.Fences.Any(static fence => fence.ClosingSpan is null && fence.Content.Contains("\n## ", StringComparison.Ordinal)))
        {
            return true;
        }

        var text = outline.Text;
        var start = 0;
        while (start < text.Length)
        {
            var end = text.AsSpan(start).IndexOf('\n');
            end = end < 0 ? text.Length : start + end;
            if (text.AsSpan(start, end - start).TrimStart() is ['[' or '.' or '…', ..]
                && definition.Values.IsElision(text[start..end])
                && outline.FenceAt(start) is null)
            {
                return true;
            }

            start = end + 1;
        }

        return false;
    }
}
