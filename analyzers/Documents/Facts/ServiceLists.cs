using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Tells which list items and tables of a document list its services (catalogue 1.11).</summary>
internal sealed class ServiceLists
{
    private readonly BoundDocument _document;
    private readonly ServiceNameParser _names;

    // The field whose list an item belongs to; null where it belongs to none.
    private readonly Field?[] _owners;

    public ServiceLists(BoundDocument document)
    {
        _document = document;
        _names = document.Definition.ServiceNames;
        _owners = new Field?[document.Outline.ListItems.Length];
        foreach (var field in document.Outline.Fields)
        {
            foreach (var item in field.Notation == FieldNotation.FrontMatter || field.Items.IsDefault ? [] : field.Items)
            {
                _owners[item.Index] = field;
            }
        }
    }

    /// <summary>
    /// Whether an item stands in a list of services: "Services:", "The system has 4 services:". "**Infrastructure**:" below a service heading
    /// starts another list.
    /// </summary>
    public bool IsListed(ListItem item) => _owners[item.Index] is { } field
        ? _names.HeadingKeys.Contains(field.Key) || _names.HeadingKeys.Contains(field.Key[(field.Key.LastIndexOf(' ') + 1)..])
        : item.Parent < 0 && IsServiceSection(item.Section);

    /// <summary>Where the list of an item starts: at its field, else at its section.</summary>
    public int ListOf(ListItem item) => _owners[item.Index]?.Span.Start ?? _document.Outline.Sections[item.Section].Span.Start;

    /// <summary>The tables that list services, with the column of their names.</summary>
    public IEnumerable<(MarkdownTable Table, int Column)> Tables()
    {
        foreach (var table in _document.Outline.Tables)
        {
            var column = Column(table, _names.ColumnKeys.Contains);
            column = column < 0 && IsServiceSection(table.Section) ? 0 : column;
            if (column >= 0)
            {
                yield return (table, column);
            }
        }
    }

    /// <summary>The first column whose normalised header is one of some names; -1 when none is.</summary>
    public static int Column(MarkdownTable table, Predicate<string> isName)
    {
        for (var index = 0; index < table.HeaderKeys.Length; index++)
        {
            if (isName(table.HeaderKeys[index]))
            {
                return index;
            }
        }

        return -1;
    }

    private bool IsServiceSection(int section) => section >= 0 && _names.HeadingKeys.Contains(_document.Outline.Sections[section].Key);
}
