using System.Buffers;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads the services of a document from its lists and tables of services, each with its role and its port on the host.</summary>
public sealed class ServiceEntryReader
{
    // Several rules ask for the entries of the same document.
    private static readonly DocumentMemo<IReadOnlyList<ServiceEntry>> Known = new(ReadAll);

    private const int LongestDecoration = 8;
    private static readonly SearchValues<char> LabelEnds = SearchValues.Create("(:–—;,");

    private readonly BoundDocument _document;
    private readonly ServiceToken _token;
    private readonly ServiceLists _lists;
    private readonly HostPortReader _ports;
    private readonly HashSet<int> _fields;
    private readonly List<ServiceEntry> _entries = [];

    private ServiceEntryReader(BoundDocument document)
    {
        _document = document;
        _token = new ServiceToken(document.Definition.ServiceNames);
        _lists = new ServiceLists(document);
        _ports = new HostPortReader(document.Definition.Definition.Architecture);

        // "**Infrastructure**: PostgreSQL" among the items below a heading is a field of its own.
        _fields = [.. document.Fields.Select(static field => field.Field.NameSpan.Start)];
    }

    /// <summary>The entries in document order; those where the document claims nothing are left out.</summary>
    public static IReadOnlyList<ServiceEntry> Read(BoundDocument document) => Known.Of(document);

    private static IReadOnlyList<ServiceEntry> ReadAll(BoundDocument document)
    {
        var reader = new ServiceEntryReader(document);
        reader.FromItems();
        reader.FromTables();
        reader.FromValues();
        return [.. reader._entries.OrderBy(static entry => entry.Span.Start)];
    }

    private void FromItems()
    {
        foreach (var item in _document.Outline.ListItems)
        {
            if (_lists.IsListed(item) && !IsField(item) && IsClaimed(item.Section, item.Raw) && item.IsChecked != false)
            {
                Add(item.Raw, item.ContentSpan.Start, _lists.ListOf(item), entry => entry with { Item = item });
            }
        }
    }

    // Behind marks and emphasis: "✅ **Services Needed**:".
    private bool IsField(ListItem item) => Enumerable.Range(item.ContentSpan.Start, LongestDecoration).Any(_fields.Contains);

    private void FromTables()
    {
        foreach (var (table, column) in _lists.Tables())
        {
            var portColumn = _ports.Column(table);
            foreach (var row in table.Rows)
            {
                if (row.Cell(column) is { ContentSpan.IsEmpty: false } cell && IsClaimed(table.Section, cell.Raw))
                {
                    AddRow(table, row, cell, row.Cell(portColumn));
                }
            }
        }
    }

    private void AddRow(MarkdownTable table, TableRow row, TableCell cell, TableCell? port)
    {
        var token = _token.Leading(cell.Raw);
        var name = token.Length > 0 ? cell.Raw.Substring(token.Start, token.Length) : "";
        var description = string.Join(", ", row.Cells.Where(other => other != cell).Select(static other => other.Text).Prepend(name.Length > 0 ? "" : cell.Text).Where(static text => text.Length > 0));
        var normalized = ServiceNameParser.Normalize(name);
        _entries.Add(new ServiceEntry(
            normalized,
            name.Length > 0 ? name : cell.Text,
            name.Length > 0 ? new TextSpan(cell.ContentSpan.Start + token.Start, token.Length) : cell.ContentSpan,
            description,
            row.Span,
            table.Span.Start,
            _document.Definition.ServiceRoles.Of(normalized, description))
        {
            Port = port is not null ? _ports.OfCell(port) : row.Cells.Select(other => _ports.Find(other.Raw, other.ContentSpan.Start)).FirstOrDefault(static found => found is not null),
            Table = table,
            Row = row,
        });
    }

    // "**Services**: FastAPI (Port 8000), PostgreSQL data service (Port 8001)"
    private void FromValues()
    {
        foreach (var field in _document.Fields.Where(static field => field.Definition.ValueKind == ValueKinds.Services && field.Field.Value.Length > 0))
        {
            foreach (var (start, length) in IsClaimed(field.Field.Section, "") ? Parts(field.Field.Value) : [])
            {
                Add(field.Field.Value.Substring(start, length), field.Field.ValueSpan.Start + start, field.Field.Span.Start, static entry => entry);
            }
        }
    }

    private void Add(string raw, int offset, int list, Func<ServiceEntry, ServiceEntry> complete)
    {
        var token = _token.Leading(raw);
        var label = token.Length > 0 ? token : Words(raw);
        if (label.Length == 0)
        {
            return;
        }

        var name = token.Length > 0 ? ServiceNameParser.Normalize(raw.Substring(token.Start, token.Length)) : "";
        var description = PlainText.Of(token.Length > 0 ? raw[(token.Start + token.Length)..] : raw[label.Start..]);
        _entries.Add(complete(new ServiceEntry(
            name,
            raw.Substring(label.Start, label.Length),
            new TextSpan(offset + label.Start, label.Length),
            description,
            new TextSpan(offset, raw.Length),
            list,
            _document.Definition.ServiceRoles.Of(name, description))
        {
            Port = _ports.Find(raw, offset),
        }));
    }

    private bool IsClaimed(int section, string raw) =>
        !_document.Definition.NegativeScope.HasNegativeMark(raw) && !_document.Definition.NegativeScope.IsNegative(_document.Outline, section);

    // The words before a parenthesis, a dash or a colon.
    private static (int Start, int Length) Words(string raw)
    {
        var start = 0;
        while (start < raw.Length && !char.IsLetterOrDigit(raw[start]))
        {
            start++;
        }

        var end = raw.AsSpan(start).IndexOfAny(LabelEnds);
        var dash = raw.AsSpan(start).IndexOf(" - ", StringComparison.Ordinal);
        end = dash >= 0 && (end < 0 || dash < end) ? dash : end;
        var length = raw.AsSpan(start, end < 0 ? raw.Length - start : end).TrimEnd(" *`_.").Length;
        return (start, length);
    }

    private static IEnumerable<(int Start, int Length)> Parts(string value)
    {
        var (start, depth) = (0, 0);
        for (var index = 0; index <= value.Length; index++)
        {
            depth += index == value.Length ? -depth : value[index] switch { '(' => 1, ')' when depth > 0 => -1, _ => 0 };
            if (depth == 0 && (index == value.Length || value[index] is ',' or ';' or '+'))
            {
                var span = TextScan.Trimmed(value, start, index);
                yield return (span.Start, span.Length);
                start = index + 1;
            }
        }
    }
}
