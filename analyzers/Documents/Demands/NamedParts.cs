using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Demands;

/// <summary>
/// What is named in each section of a document, in whatever form: a field, a heading, the header of a table column. People write "Definition
/// of Done" as any of them.
/// </summary>
internal sealed class NamedParts
{
    private readonly Dictionary<BoundSection, HashSet<FieldDefinition>> _bySection = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<FieldDefinition> _headings = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<BoundSection> _withItems = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<BoundSection> _withLooseItems = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<HashSet<string>> _frontMatter;
    private readonly BoundDocument _document;
    private readonly KindIndex _index;

    public NamedParts(BoundDocument document)
    {
        _document = document;
        _index = document.Definition.Kind(document.Kind);
        _frontMatter = new(FrontMatterRoles);
        foreach (var field in document.Outline.Fields.Where(static field => field.Notation != FieldNotation.FrontMatter))
        {
            Add(field.Section, field.Key);
        }

        foreach (var section in document.Outline.Sections.Where(static section => section.Level > 1))
        {
            Add(section.Index, section.Key);
            _headings.UnionWith(_index.Fields(section.Key).Select(static place => place.Field));
        }

        foreach (var table in document.Outline.Tables)
        {
            foreach (var cell in table.Header.Cells)
            {
                Add(table.Section, HeadingKey.Normalize(cell.Text));
            }
        }

        AddItems();
    }

    /// <summary>Whether a field is named inside a section, subsections included.</summary>
    public bool IsNamedIn(BoundSection section, FieldDefinition field) => _bySection.TryGetValue(section, out var fields) && fields.Contains(field);

    /// <summary>Whether a field stands anywhere where it counts for the whole document: bound, as a heading, or under another name in the front matter.</summary>
    public bool IsNamed(FieldDefinition field) =>
        _document.Field(field.Role) is not null || _headings.Contains(field) || _frontMatter.Value.Contains(field.Role);

    /// <summary>Whether the section's own heading names one of its fields, so that the section is that field and no more.</summary>
    public bool IsHeadedAsField(BoundSection section) =>
        _index.Fields(section.Section.Key).Any(place => section.Definition.Fields.Contains(place.Field));

    /// <summary>Whether a section holds list items, subsections or tables: work can be listed in each of these forms.</summary>
    public bool HoldsItems(BoundSection section) => _withItems.Contains(section);

    /// <summary>Whether a section holds a list that no field claims.</summary>
    public bool HoldsLooseList(BoundSection section) => _withLooseItems.Contains(section);

    private HashSet<string> FrontMatterRoles() =>
    [
        .. _document.Outline.Fields
            .TakeWhile(static field => field.Notation == FieldNotation.FrontMatter)
            .Select(field => _document.Definition.Definition.FrontMatterKeys.FirstOrDefault(key => key.Key == field.Name)?.FieldRole)
            .OfType<string>(),
    ];

    private void AddItems()
    {
        // A sentence that ends in a colon is no name: its list is as loose as one without it.
        var claimed = _document.Fields.SelectMany(static field => field.Field.Items.IsDefaultOrEmpty ? [] : field.Field.Items.Select(static item => item.Span.Start))
            .Concat(_document.Outline.Fields.Select(static field => field.Span.Start))
            .ToHashSet();
        var items = new HashSet<int>();
        var loose = new HashSet<int>();
        foreach (var item in _document.Outline.ListItems)
        {
            items.Add(item.Section);
            if (item.Parent < 0 && !loose.Contains(item.Section) && !claimed.Contains(item.Span.Start))
            {
                loose.Add(item.Section);
            }
        }

        _withItems.UnionWith(items.SelectMany(OwnersOf));
        _withLooseItems.UnionWith(loose.SelectMany(OwnersOf));
        foreach (var table in _document.Outline.Tables)
        {
            _withItems.UnionWith(OwnersOf(table.Section));
        }

        foreach (var section in _document.Outline.Sections.Where(static section => section.Parent > 0))
        {
            _withItems.UnionWith(OwnersOf(section.Parent));
        }
    }

    private void Add(int section, string key)
    {
        var places = _index.Fields(key);
        if (places.Count == 0)
        {
            return;
        }

        foreach (var owner in OwnersOf(section))
        {
            if (!_bySection.TryGetValue(owner, out var fields))
            {
                _bySection[owner] = fields = new HashSet<FieldDefinition>(ReferenceEqualityComparer.Instance);
            }

            fields.UnionWith(places.Select(static place => place.Field));
        }
    }

    // The bound sections that an outline section stands in, innermost first.
    private IEnumerable<BoundSection> OwnersOf(int section)
    {
        BoundSection? last = null;
        for (var index = section; index >= 0; index = _document.Outline.Sections[index].Parent)
        {
            if (_document.Owners[index] is { } owner && !ReferenceEquals(owner, last))
            {
                yield return last = owner;
            }
        }
    }
}
