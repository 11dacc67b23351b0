using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>A kind's sections, fields and columns by their normalised names (catalogue 1.3).</summary>
public sealed class KindIndex
{
    private readonly Dictionary<string, SectionDefinition> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(SectionDefinition Definition, SectionDefinition Parent)>> _subsections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<FieldPlace>> _fields = new(StringComparer.Ordinal);
    private readonly List<(TextPattern Pattern, SectionDefinition Section)> _patterns = [];
    private readonly List<(TextPattern Pattern, SectionDefinition Definition, SectionDefinition Parent)> _subsectionPatterns = [];
    private readonly Dictionary<ColumnDefinition, ImmutableHashSet<string>> _columns = new(ReferenceEqualityComparer.Instance);

    /// <summary>Prepares a kind.</summary>
    public KindIndex(DocumentKind kind)
    {
        Kind = kind;
        // A section's own name goes before another's alias, and both before names that are common elsewhere.
        AddSections(static section => [section.Name]);
        AddSections(static section => section.Aliases);
        AddSections(static section => section.GenericNames);
        foreach (var section in kind.Sections)
        {
            if (section.HeadingPattern is { } pattern)
            {
                _patterns.Add((TextPattern.Get(pattern), section));
            }

            AddSubsections(section);
            AddFields(section.Fields, section);
            AddColumns(section.Tables);
        }

        AddFields(kind.HeaderFields, owner: null);
        AddColumns(kind.Tables);
    }

    /// <summary>The kind.</summary>
    public DocumentKind Kind { get; }

    /// <summary>The section with a heading key, or null. Repeating sections match by pattern.</summary>
    public SectionDefinition? Section(string key)
    {
        if (_sections.TryGetValue(key, out var section))
        {
            return section;
        }

        foreach (var (pattern, repeating) in _patterns)
        {
            if (pattern.Fits(key))
            {
                return repeating;
            }
        }

        return null;
    }

    /// <summary>Whether a heading key that is bound to a section is its name, an alias or of its pattern, not a name that is common elsewhere.</summary>
    public static bool IsOwnName(SectionDefinition section, string key) => !Keys("", section.GenericNames).Contains(key, StringComparer.Ordinal);

    /// <summary>The tables that tell the kind from documents of other projects (decisions 1) and of which the header cells name every key column.</summary>
    public IEnumerable<TableDefinition> DistinctiveTables(IReadOnlyList<string> headerKeys) =>
        Kind.AllSections().SelectMany(static section => section.Tables).Concat(Kind.Tables)
            .Where(table => table.IsDistinctive && table.Columns.All(column => !column.IsKey || headerKeys.Any(key => IsColumn(column, key))));

    /// <summary>The subsection with a heading key inside a section, or null. Repeating subsections match by pattern.</summary>
    public SectionDefinition? Subsection(string key, SectionDefinition parent)
    {
        if (_subsections.TryGetValue(key, out var candidates)
            && candidates.FirstOrDefault(candidate => ReferenceEquals(candidate.Parent, parent)).Definition is { } named)
        {
            return named;
        }

        foreach (var (pattern, definition, owner) in _subsectionPatterns)
        {
            if (ReferenceEquals(owner, parent) && pattern.Fits(key))
            {
                return definition;
            }
        }

        return null;
    }

    /// <summary>The definitions a field name may stand for, with the section they belong to; empty for an unknown name.</summary>
    public IReadOnlyList<FieldPlace> Fields(string key) => _fields.TryGetValue(key, out var places) ? places : [];

    /// <summary>Whether a header cell names a column.</summary>
    public bool IsColumn(ColumnDefinition column, string headerKey) => _columns.TryGetValue(column, out var keys) && keys.Contains(headerKey);

    private static IEnumerable<string> Keys(string name, ImmutableArray<string> aliases) =>
        aliases.Prepend(name).Select(HeadingKey.Normalize).Where(static key => key.Length > 0).Distinct(StringComparer.Ordinal);

    private void AddSections(Func<SectionDefinition, ImmutableArray<string>> names)
    {
        foreach (var section in Kind.Sections)
        {
            foreach (var key in Keys("", names(section)))
            {
                _sections.TryAdd(key, section);
            }
        }
    }

    private void AddSubsections(SectionDefinition section)
    {
        foreach (var subsection in section.Subsections)
        {
            if (subsection.HeadingPattern is { } pattern)
            {
                _subsectionPatterns.Add((TextPattern.Get(pattern), subsection, section));
            }

            foreach (var key in Keys(subsection.Name, [.. subsection.Aliases, .. subsection.GenericNames]))
            {
                Add(_subsections, key, (subsection, section));
            }

            AddFields(subsection.Fields, section);
            AddColumns(subsection.Tables);
        }
    }

    private void AddFields(ImmutableArray<FieldDefinition> fields, SectionDefinition? owner)
    {
        foreach (var field in fields)
        {
            foreach (var key in Keys(field.Name, field.Aliases))
            {
                Add(_fields, key, new FieldPlace(field, owner, IsGeneric: false));
            }

            foreach (var key in Keys("", field.GenericNames))
            {
                Add(_fields, key, new FieldPlace(field, owner, IsGeneric: true));
            }
        }
    }

    private void AddColumns(ImmutableArray<TableDefinition> tables)
    {
        foreach (var column in tables.SelectMany(static table => table.Columns))
        {
            _columns.TryAdd(column, [.. Keys(column.Name, column.Aliases)]);
        }
    }

    private static void Add<T>(Dictionary<string, List<T>> index, string key, T value)
    {
        if (!index.TryGetValue(key, out var values))
        {
            index[key] = values = [];
        }

        values.Add(value);
    }
}

/// <summary>A field definition with the section it belongs to; without one it belongs to the header.</summary>
/// <param name="Field">The definition.</param>
/// <param name="Owner">The section, or null for a header field.</param>
/// <param name="IsGeneric">Whether the name is common in other projects too, so that it says nothing outside its place.</param>
public readonly record struct FieldPlace(FieldDefinition Field, SectionDefinition? Owner, bool IsGeneric)
{
    /// <summary>Whether the name tells this workflow from other projects (decisions 1).</summary>
    public bool IsDistinctive => Field.IsDistinctive && !IsGeneric;
}
