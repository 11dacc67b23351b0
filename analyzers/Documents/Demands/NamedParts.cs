using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Demands;

/// <summary>
/// What is named in each section of a document, in whatever form: a field, a heading, the header of a table column. People write "Definition
/// of Done" as any of them.
/// </summary>
internal sealed class NamedParts
{
    private static readonly DocumentMemo<NamedParts> Known = new(static document => new NamedParts(document));

    private readonly HashSet<FieldDefinition> _headings = new(ReferenceEqualityComparer.Instance);

    // By the index of the outline's section that a bound section is.
    private readonly List<FieldDefinition>?[] _fields;
    private readonly bool[] _hasItems;
    private readonly bool[] _hasLooseItems;
    private readonly Lazy<HashSet<string>> _frontMatter;
    private readonly BoundDocument _document;
    private readonly KindIndex _index;

    private NamedParts(BoundDocument document)
    {
        _document = document;
        _index = document.Definition.Kind(document.Kind);
        _frontMatter = new(FrontMatterRoles);
        var sections = document.Outline.Sections.Length;
        (_fields, _hasItems, _hasLooseItems) = (new List<FieldDefinition>?[sections], new bool[sections], new bool[sections]);
        foreach (var field in document.Outline.Fields.Where(static field => field.Notation != FieldNotation.FrontMatter).Concat(document.Outline.PlainLines))
        {
            Add(field.Section, field.Key);

            // "NF-001 Performance: p95 < 300 ms" names the performance.
            if (document.Definition.RequirementIds.Leading(field.Name) is { } id)
            {
                Add(field.Section, HeadingKey.Normalize(field.Name[id.End..].TrimStart(' ', '-', '–', '—', '.', ')', ']', '(')));
            }
        }

        foreach (var section in document.Outline.Sections.Where(static section => section.Level > 1))
        {
            Add(section.Index, section.Key);
            _headings.UnionWith(_index.Fields(section.Key).Select(static place => place.Field));
        }

        foreach (var table in document.Outline.Tables)
        {
            foreach (var key in table.HeaderKeys)
            {
                Add(table.Section, key);
            }
        }

        AddItems();
    }

    /// <summary>The named parts of a document.</summary>
    public static NamedParts Of(BoundDocument document) => Known.Of(document);

    /// <summary>Whether a field is named inside a section, subsections included.</summary>
    public bool IsNamedIn(BoundSection section, FieldDefinition field) => _fields[section.Section.Index] is { } fields && Holds(fields, field);

    /// <summary>Whether a field stands anywhere where it counts for the whole document: bound, as a heading, or under another name in the front matter.</summary>
    public bool IsNamed(FieldDefinition field) =>
        _document.Field(field.Role) is not null || _headings.Contains(field) || _frontMatter.Value.Contains(field.Role);

    /// <summary>Whether the section's own heading names one of its fields, so that the section is that field and no more.</summary>
    public bool IsHeadedAsField(BoundSection section) =>
        _index.Fields(section.Section.Key).Any(place => section.Definition.Fields.Contains(place.Field));

    /// <summary>Whether a section holds list items, subsections or tables: work can be listed in each of these forms.</summary>
    public bool HoldsItems(BoundSection section) => _hasItems[section.Section.Index];

    /// <summary>Whether a section holds a list that no field claims.</summary>
    public bool HoldsLooseList(BoundSection section) => _hasLooseItems[section.Section.Index];

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
        var claimed = new HashSet<int>();
        foreach (var field in _document.Fields)
        {
            foreach (var item in field.Field.Items.IsDefault ? [] : field.Field.Items)
            {
                claimed.Add(item.Span.Start);
            }
        }

        foreach (var field in _document.Outline.Fields)
        {
            claimed.Add(field.Span.Start);
        }

        foreach (var item in _document.Outline.ListItems)
        {
            Mark(_hasItems, item.Section);
            if (item.Parent < 0 && !claimed.Contains(item.Span.Start))
            {
                Mark(_hasLooseItems, item.Section);
            }
        }

        foreach (var table in _document.Outline.Tables)
        {
            Mark(_hasItems, table.Section);
        }

        foreach (var section in _document.Outline.Sections)
        {
            if (section.Parent > 0)
            {
                Mark(_hasItems, section.Parent);
            }
        }
    }

    // Marks the sections that an outline section stands in; those above one that was marked before are marked.
    private void Mark(bool[] marks, int section)
    {
        var last = -1;
        for (var index = section; index >= 0; index = _document.Outline.Sections[index].Parent)
        {
            // A heading of one's own belongs to the same section as the one above it.
            if (_document.Owners[index] is not { Section.Index: var owner } || owner == last)
            {
                continue;
            }

            if (marks[owner])
            {
                return;
            }

            marks[owner] = true;
            last = owner;
        }
    }

    // By reference: equal definitions of two sections are two.
    private static bool Holds(List<FieldDefinition> fields, FieldDefinition field)
    {
        foreach (var known in fields)
        {
            if (ReferenceEquals(known, field))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(int section, string key)
    {
        var places = _index.Fields(key);
        if (places.Count == 0)
        {
            return;
        }

        BoundSection? last = null;
        for (var index = section; index >= 0; index = _document.Outline.Sections[index].Parent)
        {
            if (_document.Owners[index] is not { } owner || ReferenceEquals(owner, last))
            {
                continue;
            }

            last = owner;
            var fields = _fields[owner.Section.Index] ??= [];
            for (var place = 0; place < places.Count; place++)
            {
                if (!Holds(fields, places[place].Field))
                {
                    fields.Add(places[place].Field);
                }
            }
        }
    }
}
