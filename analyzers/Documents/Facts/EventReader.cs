using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>An event that a document lists.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Span">Where that stands.</param>
/// <param name="Label">What it is listed under: a label with its remark, a heading or a column.</param>
/// <param name="Section">Index of the section it stands in.</param>
internal sealed record EventEntry(string Name, TextSpan Span, string Label, int Section);

/// <summary>Reads the events that a document lists under their labels, headings and columns.</summary>
internal sealed class EventReader
{
    private static readonly ConditionalWeakTable<CompiledDefinition, ImmutableHashSet<string>> Labels = [];

    private readonly BoundDocument _document;
    private readonly TextPattern _name;
    private readonly ImmutableHashSet<string> _keys;
    private readonly List<EventEntry> _events = [];

    private EventReader(BoundDocument document)
    {
        var architecture = document.Definition.Definition.Architecture;
        _document = document;
        _name = TextPattern.Get(architecture.EventName);
        _keys = Labels.GetValue(document.Definition, static definition => [.. definition.Definition.Architecture.EventLabels.Select(HeadingKey.Normalize)]);
    }

    /// <summary>The events in document order, without those where the document claims nothing.</summary>
    public static IReadOnlyList<EventEntry> Read(BoundDocument document)
    {
        var reader = new EventReader(document);
        reader.FromFields();
        reader.FromSections();
        reader.FromTables();
        return [.. reader._events.Where(entry => !document.Definition.NegativeScope.IsNegative(document.Outline, entry.Section)).DistinctBy(static entry => entry.Span.Start).OrderBy(static entry => entry.Span.Start)];
    }

    private void FromFields()
    {
        foreach (var field in _document.Outline.Fields.Where(field => _keys.Contains(field.Key)))
        {
            var label = _document.Outline.Text[field.NameSpan.Start..Math.Max(field.NameSpan.End, field.ValueSpan.Start)];
            Add(field.Value, field.ValueSpan.Start, label, field.Section);
            foreach (var item in field.Items.IsDefault ? [] : field.Items)
            {
                Add(item.Raw, item.ContentSpan.Start, label, field.Section);
            }
        }
    }

    private void FromSections()
    {
        var sections = _document.Outline.Sections;
        foreach (var item in _document.Outline.ListItems.Where(item => item.Parent < 0 && _keys.Contains(sections[item.Section].Key)))
        {
            Add(item.Raw, item.ContentSpan.Start, sections[item.Section].Title, item.Section);
        }
    }

    private void FromTables()
    {
        foreach (var table in _document.Outline.Tables)
        {
            var column = ServiceLists.Column(table, _keys.Contains);
            column = column < 0 && _keys.Contains(_document.Outline.Sections[table.Section].Key) ? 0 : column;
            foreach (var cell in table.Rows.Select(row => row.Cell(column)).OfType<TableCell>())
            {
                Add(cell.Raw, cell.ContentSpan.Start, _document.Outline.Sections[table.Section].Title, table.Section);
            }
        }
    }

    private void Add(string raw, int offset, string label, int section)
    {
        if (_document.Definition.NegativeScope.HasNegativeMark(raw))
        {
            return;
        }

        for (var start = 0; start < raw.Length; start++)
        {
            var end = start;
            while (end < raw.Length && (char.IsAsciiLetterOrDigit(raw[end]) || raw[end] is '_' or '.' or '-' or '/'))
            {
                end++;
            }

            var token = raw[start..end].TrimEnd('.');
            if (token.Contains('.', StringComparison.Ordinal) && _name.Fits(token))
            {
                _events.Add(new EventEntry(token, new TextSpan(offset + start, token.Length), label, section));
            }

            start = end;
        }
    }
}
