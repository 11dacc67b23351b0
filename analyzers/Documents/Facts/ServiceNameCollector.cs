using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A service name in a naming position.</summary>
/// <param name="Name">The name as written, hyphens as underscores.</param>
/// <param name="Written">The name as written.</param>
/// <param name="Span">Where.</param>
public sealed record ServiceMention(string Name, string Written, TextSpan Span);

/// <summary>
/// Collects service names from naming positions only (catalogue 1.11, decisions 24): service lists and tables, fields for a service name,
/// folders of services and compose files. Never from running text.
/// </summary>
public sealed class ServiceNameCollector
{
    // Several rules ask for the names of the same document.
    private static readonly DocumentMemo<IReadOnlyList<ServiceMention>> Known = new(Read);

    private readonly BoundDocument _document;
    private readonly ServiceNameParser _names;
    private readonly ServiceToken _token;
    private readonly ServiceLists _lists;
    private readonly List<ServiceMention> _mentions = [];

    private ServiceNameCollector(BoundDocument document)
    {
        _document = document;
        _names = document.Definition.ServiceNames;
        _token = new ServiceToken(_names);
        _lists = new ServiceLists(document);
    }

    /// <summary>Every mention in document order; infrastructure is left out.</summary>
    public static IReadOnlyList<ServiceMention> Collect(BoundDocument document) => Known.Of(document);

    private static IReadOnlyList<ServiceMention> Read(BoundDocument document)
    {
        var convention = document.Definition.Definition.Naming;
        if (convention.Types.IsEmpty)
        {
            return [];
        }

        var collector = new ServiceNameCollector(document);
        collector.FromFields();
        collector.FromItems();
        collector.FromTables();
        collector._mentions.AddRange(ServicePathReader.Read(document, convention.ServicesFolder));
        return
        [
            .. collector._mentions
                .Where(mention => !document.Definition.ServiceNames.IsInfrastructure(mention.Name))
                .DistinctBy(static mention => mention.Span.Start)
                .OrderBy(static mention => mention.Span.Start),
        ];
    }

    private void FromFields()
    {
        foreach (var field in _document.Outline.Fields)
        {
            // The items of a list in the text are read with all others; those of the front matter are nowhere else.
            if (_names.HeadingKeys.Contains(field.Key))
            {
                AddAll(field.Value, field.ValueSpan.Start);
                foreach (var item in field.Notation == FieldNotation.FrontMatter && !field.Items.IsDefault ? field.Items : [])
                {
                    AddAll(item.Raw, item.ContentSpan.Start);
                }
            }
        }

        foreach (var field in _document.Fields)
        {
            if (field.Definition.ValueKind == ValueKinds.ServiceName)
            {
                Add(_token.Leading(field.Field.Value), field.Field.Value, field.Field.ValueSpan.Start);
            }
        }
    }

    private void FromItems()
    {
        var items = _document.Outline.ListItems;
        var isScaffolding = new bool[items.Length];
        var hints = new PhrasePlaces(_document, _names.HeadingHints);
        foreach (var item in items)
        {
            isScaffolding[item.Index] = (item.Parent >= 0 && isScaffolding[item.Parent]) || (hints.AnyIn(item.ContentSpan) && _names.HeadingPhrases.OccursIn(item.Text));
            if (_lists.IsListed(item))
            {
                Add(_token.Leading(item.Raw), item.Raw, item.ContentSpan.Start);
                AddQuoted(item);
            }
            else if (item.Parent >= 0 && isScaffolding[item.Parent] && item.Raw.StartsWith('`'))
            {
                // The names below "Service scaffolding" stand in lists of their own.
                AddQuoted(item);
            }
        }
    }

    private void FromTables()
    {
        foreach (var (table, column) in _lists.Tables())
        {
            foreach (var row in table.Rows)
            {
                if (row.Cell(column) is { } cell)
                {
                    Add(_token.Leading(cell.Raw), cell.Raw, cell.ContentSpan.Start);
                }
            }
        }

        foreach (var table in _document.Outline.Tables.Where(table => table.HeaderKeys.Any(_names.CodeColumnKeys.Contains)))
        {
            FromCodeColumns(table);
        }

        foreach (var table in _document.Tables)
        {
            foreach (var column in table.Definition.Columns.Where(static column => column.ValueKind == ValueKinds.Services))
            {
                foreach (var row in table.Table.Rows)
                {
                    if (table.Cell(row, column.Role) is { } cell)
                    {
                        AddAll(cell.Raw, cell.ContentSpan.Start);
                    }
                }
            }
        }
    }

    // Such a column may hold commands and files as well; a name ends in a type.
    private void FromCodeColumns(MarkdownTable table)
    {
        for (var column = 0; column < table.HeaderKeys.Length; column++)
        {
            foreach (var cell in _names.CodeColumnKeys.Contains(table.HeaderKeys[column]) ? table.Rows.Select(row => row.Cell(column)).OfType<TableCell>() : [])
            {
                var token = _token.Leading(cell.Raw);
                if (token.Length > 0 && _names.Parse(cell.Raw.Substring(token.Start, token.Length)) is { Type: not null, TokenCount: > 2 })
                {
                    Add(token, cell.Raw, cell.ContentSpan.Start);
                }
            }
        }
    }

    private void AddQuoted(ListItem item)
    {
        foreach (var token in _token.Quoted(item.Raw))
        {
            Add(token, item.Raw, item.ContentSpan.Start);
        }
    }

    private void AddAll(string text, int offset)
    {
        foreach (var token in _token.All(text))
        {
            Add(token, text, offset);
        }
    }

    private void Add((int Start, int Length) token, string text, int offset)
    {
        if (token.Length > 0)
        {
            var written = text.Substring(token.Start, token.Length);
            _mentions.Add(new ServiceMention(ServiceNameParser.Normalize(written), written, new TextSpan(offset + token.Start, token.Length)));
        }
    }
}
