using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Collects the fields of paragraphs, list items and tables in document order (catalogue 1.4).</summary>
internal sealed class FieldCollector(string text)
{
    private readonly List<Field> _fields = [];
    private readonly ImmutableArray<Field>.Builder _plainLines = ImmutableArray.CreateBuilder<Field>();
    private int _open = -1;

    public int Count => _fields.Count;

    public int StartOf(int index) => _fields[index].Span.Start;

    public void AddRange(ImmutableArray<Field> fields) => _fields.AddRange(fields);

    public ImmutableArray<Field> Finish() => ImmutableCollectionsMarshal.AsImmutableArray(_fields.ToArray());

    /// <summary>The lines that look like fields, see <see cref="MarkdownOutline.PlainLines"/>.</summary>
    public ImmutableArray<Field> PlainLines => _plainLines.ToImmutable();

    /// <summary>The field whose value may follow in the next block, or -1; asking clears it.</summary>
    public int TakeOpen()
    {
        var open = _open;
        _open = -1;
        return open;
    }

    /// <summary>Adds the fields of a paragraph's lines.</summary>
    /// <param name="content">The lines, trimmed.</param>
    /// <param name="item">The list item whose first line is the first of the lines, or null.</param>
    /// <param name="section">The section they stand in.</param>
    /// <param name="listFollows">Whether the next block is a list.</param>
    /// <param name="inlines">Tells which lines begin inside code or a comment.</param>
    public void AddLines(ReadOnlySpan<TextSpan> content, ListItem? item, int section, bool listFollows, InlineCollector inlines)
    {
        if (item is null)
        {
            AddPlainLines(content, section, inlines);
        }

        _open = -1;
        var afterField = true;
        for (var index = 0; index < content.Length; index++)
        {
            var line = content[index];
            var isLast = index == content.Length - 1;
            var count = _fields.Count;
            if (!inlines.Covers(line.Start))
            {
                AddLine(line, index == 0 ? item : null, section, listFollows && isLast, afterField);
            }

            if (_fields.Count > count)
            {
                _open = _fields.Count - 1;
                afterField = true;
            }
            else
            {
                ContinueOnLine(line);
                afterField = false;
            }
        }
    }

    // A block of "Name: value" lines is a header; a single sentence with a colon among others is prose.
    private void AddPlainLines(ReadOnlySpan<TextSpan> content, int section, InlineCollector inlines)
    {
        var before = _plainLines.Count;
        foreach (var line in content)
        {
            if (FieldLine.ReadBold(text, line.Start, line.End) is { HasColon: true })
            {
                continue;
            }

            if (inlines.Covers(line.Start) || FieldLine.ReadPlain(text, line.Start, line.End) is not { Value.IsEmpty: false } plain)
            {
                _plainLines.Count = before;
                return;
            }

            _plainLines.Add(Create(FieldNotation.PlainLine, plain.Name, plain.Value, line, section));
        }
    }

    /// <summary>Adds the rows of a two-column table.</summary>
    public void AddRows(MarkdownTable table)
    {
        if (table.Header.Cells.Length != 2)
        {
            return;
        }

        foreach (var row in table.Rows)
        {
            if (row.Cell(0) is { } cell && FieldLine.ReadCellName(text, cell.ContentSpan) is { } name)
            {
                var value = row.Cell(1)?.ContentSpan ?? new TextSpan(row.Span.End, 0);
                Add(FieldNotation.TableRow, name, value, row.Span, table.Section);
            }
        }
    }

    /// <summary>Gives an open field the block that follows it.</summary>
    public void Continue(int open, TextSpan span, ImmutableArray<ListItem> items)
    {
        var field = _fields[open];
        var isItem = field.Notation is FieldNotation.BoldItem or FieldNotation.PlainItem;
        if (field.Value.Length > 0 && !isItem)
        {
            return;
        }

        _fields[open] = field with { Items = items, ContinuationSpan = field.Value.Length == 0 ? span : default };
    }

    private void AddLine(TextSpan line, ListItem? item, int section, bool listFollows, bool afterField)
    {
        var start = Math.Min(item?.ContentSpan.Start ?? line.Start, line.End);
        var span = item is null ? line : TextSpan.FromBounds(item.Span.Start, line.End);
        if (FieldLine.ReadBold(text, start, line.End) is { } bold)
        {
            if (bold.HasColon)
            {
                AddBoldFields(bold, item is null ? FieldNotation.BoldLine : FieldNotation.BoldItem, span, section);
            }
            else if (listFollows)
            {
                Add(FieldNotation.LabelWithList, bold.Name, bold.Value, span, section);
            }

            return;
        }

        if ((item is not null || (listFollows && afterField)) && FieldLine.ReadPlain(text, start, line.End) is { } plain && (item is not null || plain.Value.IsEmpty))
        {
            Add(item is null ? FieldNotation.LabelWithList : FieldNotation.PlainItem, plain.Name, plain.Value, span, section);
        }
    }

    // A header line may hold several fields: "**Version**: 1.0 | **Status**: Draft".
    private void AddBoldFields(FieldLine first, FieldNotation notation, TextSpan span, int section)
    {
        FieldLine? current = first;
        while (current is { } field)
        {
            current = FieldLine.SplitValue(text, field.Value, out var value);
            Add(notation, field.Name, value, span, section);
        }
    }

    private void ContinueOnLine(TextSpan line)
    {
        if (_open < 0)
        {
            return;
        }

        var field = _fields[_open];
        if (field.Value.Length == 0)
        {
            var start = field.ContinuationSpan.IsEmpty ? line.Start : field.ContinuationSpan.Start;
            _fields[_open] = field with { ContinuationSpan = TextSpan.FromBounds(start, line.End) };
        }
    }

    private void Add(FieldNotation notation, TextSpan name, TextSpan value, TextSpan span, int section) => _fields.Add(Create(notation, name, value, span, section));

    private Field Create(FieldNotation notation, TextSpan name, TextSpan value, TextSpan span, int section)
    {
        var nameText = text.Substring(name.Start, name.Length);
        return new Field(notation, nameText, HeadingKey.Normalize(nameText), name, text.Substring(value.Start, value.Length), value, span, section, []);
    }
}
