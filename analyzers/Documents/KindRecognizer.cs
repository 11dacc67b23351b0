using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>Finds out which kind of framework document a text is (catalogue 1.2, decisions 1). What is not recognised gets no finding.</summary>
public sealed class KindRecognizer
{
    // The weights of catalogue 1.2.
    private const int TitleScore = 4;
    private const int FrontMatterScore = 4;
    private const int FileScore = 3;
    private const int FolderScore = 2;
    private const int MostSections = 3;
    private const int Threshold = 3;

    private readonly CompiledDefinition _definition;
    private readonly ImmutableArray<KindPatterns> _kinds;
    private readonly Lazy<TextPattern?> _foreignTitle;

    /// <summary>Prepares the kinds of a definition.</summary>
    public KindRecognizer(CompiledDefinition definition)
    {
        _definition = definition;
        _foreignTitle = new(() => TextPattern.Any(definition.Definition.ForeignTitles));
        _kinds = [.. definition.Definition.Kinds.Select(static kind => new KindPatterns(kind))];
    }

    /// <summary>The kind of a file, or null.</summary>
    public DocumentKind? Recognize(string path, MarkdownOutline outline)
    {
        var title = outline.Title?.Key ?? "";
        var isForeign = title.Length > 0 && _foreignTitle.Value?.Fits(title) == true;
        var type = outline.FrontMatter is null ? "" : FrontMatterValue(outline, "type");
        KindPatterns? best = null;
        var bestScore = Threshold - 1;
        foreach (var kind in _kinds)
        {
            var score = 0;
            score += title.Length > 0 && kind.Title?.Fits(title) == true ? TitleScore : 0;
            score += type.Length > 0 && kind.Kind.FrontMatterTypes.Contains(type, StringComparer.OrdinalIgnoreCase) ? FrontMatterScore : 0;
            score += kind.File?.Fits(path) == true ? FileScore : 0;
            score += PathResolver.IsInAny(path, kind.Kind.Folders) || PathResolver.IsInAny(path, kind.Kind.GenericFolders) ? FolderScore : 0;
            score += isForeign ? 0 : SectionScore(kind.Kind, outline);
            if (score > bestScore)
            {
                (best, bestScore) = (kind, score);
            }
        }

        return best is not null && HasDistinctiveSignal(best, path, type, outline) ? best.Kind : null;
    }

    /// <summary>The kind of a document embedded in a fence of a recognised document, or null (catalogue 1.1).</summary>
    public DocumentKind? RecognizeEmbedded(MarkdownOutline outline)
    {
        var first = outline.Sections.FirstOrDefault(static section => section.Level > 0);
        if (first is null)
        {
            return null;
        }

        foreach (var kind in _kinds)
        {
            if ((first.Level == 1 && kind.Title?.Fits(first.Key) == true) || kind.EmbeddedHeading?.Fits(first.Key) == true)
            {
                return kind.Kind;
            }
        }

        return _kinds
            .Select(kind => (kind.Kind, Score: SectionScore(kind.Kind, outline, level: 2)))
            .Where(static entry => entry.Score > 0)
            .OrderByDescending(static entry => entry.Score)
            .Select(static entry => entry.Kind)
            .FirstOrDefault();
    }

    private int SectionScore(DocumentKind kind, MarkdownOutline outline, int level = 0)
    {
        var index = _definition.Kind(kind);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in outline.Sections)
        {
            if ((level == 0 ? section.Level is 2 or 3 : section.Level == level) && index.Section(section.Key) is { } definition)
            {
                seen.Add(definition.Role);
                if (seen.Count == MostSections)
                {
                    break;
                }
            }
        }

        return seen.Count;
    }

    private bool HasDistinctiveSignal(KindPatterns kind, string path, string type, MarkdownOutline outline)
    {
        if (PathResolver.IsInAny(path, kind.Kind.Folders) || kind.Kind.FrontMatterTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        if (_definition.Definition.Variants.Any(variant => variant.FrontMatterKeys.Any(key => FrontMatterValue(outline, key).Length > 0)))
        {
            return true;
        }

        var index = _definition.Kind(kind.Kind);
        return outline.Sections.Any(section => section.Level is > 1 and < 5 && IsDistinctiveSection(index, section, outline))
            || outline.Fields.Any(field => index.Fields(field.Key).Any(static place => place.IsDistinctive))
            || outline.Tables.Any(table => IsDistinctiveTable(index, table));
    }

    private static bool IsDistinctiveSection(KindIndex index, Section section, MarkdownOutline outline)
    {
        if (index.Section(section.Key) is { IsDistinctive: true } definition && KindIndex.IsOwnName(definition, section.Key))
        {
            return true;
        }

        return section.Parent > 0
            && index.Section(outline.Sections[section.Parent].Key) is { } parent
            && index.Subsection(section.Key, parent) is { IsDistinctive: true } subsection
            && KindIndex.IsOwnName(subsection, section.Key);
    }

    // A matrix of requirements counts only with ids of the scheme: "ID | Task | Status" is everybody's table.
    private bool IsDistinctiveTable(KindIndex index, MarkdownTable table)
    {
        var ids = _definition.RequirementIds;
        return index.DistinctiveTables(table.HeaderKeys)
            .Any(definition => definition.Columns.All(static column => column.Role != ColumnRoles.RequirementId)
                || table.Rows.Any(row => row.Cells.Any(cell => ids.Parse(cell.Raw) is { } id && ids.Prefix(id) is not null)));
    }

    private static string FrontMatterValue(MarkdownOutline outline, string key)
    {
        foreach (var field in outline.Fields)
        {
            if (field.Notation != FieldNotation.FrontMatter)
            {
                break;
            }

            if (field.Name == key)
            {
                return field.Value.Trim('"', '\'');
            }
        }

        return "";
    }

    private sealed class KindPatterns(DocumentKind kind)
    {
        private TextPattern? _title;
        private TextPattern? _file;
        private TextPattern? _embedded;

        public DocumentKind Kind { get; } = kind;

        public TextPattern? Title => _title ??= TextPattern.Any(Kind.TitlePatterns);

        public TextPattern? File => _file ??= TextPattern.Any(Kind.FilePatterns);

        public TextPattern? EmbeddedHeading => _embedded ??= TextPattern.Any(Kind.EmbeddedHeadingPatterns);
    }
}
