using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes fields beside another one, in its notation: marker, emphasis, place of the colon, prefix of a quote.</summary>
internal sealed class FieldWriter(MarkdownOutline outline)
{
    private readonly string _text = outline.Text;

    public TextChange After(Field model, IReadOnlyList<NewField> fields)
    {
        if (RowOf(model) is var (table, index))
        {
            return Rows(table, table.Rows[index], fields);
        }

        var end = EndOf(model, out var hasBlock);
        var isSpaced = model.Notation == FieldNotation.BoldLine && (hasBlock || StandsAlone(model));
        var lines = fields.Select(field => (isSpaced ? "\n" + Prefix(model).TrimEnd(' ') : "") + "\n" + Prefix(model) + Line(model, field));
        return new TextChange(new TextSpan(LineEnd(end), 0), string.Concat(lines));
    }

    public TextChange Before(Field model, IReadOnlyList<NewField> fields)
    {
        if (RowOf(model) is var (table, index))
        {
            return Rows(table, index == 0 ? null : table.Rows[index - 1], fields);
        }

        var isSpaced = model.Notation == FieldNotation.BoldLine && StandsAlone(model);
        var lines = fields.Select(field => Prefix(model) + Line(model, field) + "\n" + (isSpaced ? Prefix(model).TrimEnd(' ') + "\n" : ""));
        return new TextChange(new TextSpan(InsertionPoint.LineStart(_text, model.Span.Start), 0), string.Concat(lines));
    }

    /// <summary>As the first thing below a heading, or at the top of a text without one.</summary>
    public TextChange Below(Section host, IReadOnlyList<NewField> fields)
    {
        var lines = string.Join('\n', fields.Select(static field => SectionSkeleton.Field(field.Definition, field.Value)));
        if (host.Level == 0)
        {
            return new TextChange(new TextSpan(host.BodySpan.Start, 0), lines + "\n\n");
        }

        var end = host.HeadingSpan.End;
        var after = InsertionPoint.LineEndsAfter(_text, end, out var atEnd);
        return new TextChange(new TextSpan(end, 0), "\n\n" + lines + (!atEnd && after < 2 && !IsItem(host.BodySpan.Start) ? "\n" : ""));
    }

    // Where the field ends with everything that belongs to it.
    private int EndOf(Field model, out bool hasBlock)
    {
        hasBlock = false;
        var end = model.Span.End;
        foreach (var item in outline.ListItems)
        {
            // The item itself with what is nested in it, or the list that is the field's value.
            if (item.Span.Start == model.Span.Start || model.Items.Any(owned => owned.Span == item.Span))
            {
                hasBlock |= item.Span.Start != model.Span.Start;
                end = Math.Max(end, item.Span.End);
            }
        }

        if (model.ContinuationSpan.End > end)
        {
            hasBlock = true;
            end = model.ContinuationSpan.End;
        }

        return model.Notation == FieldNotation.BoldLine && !hasBlock ? EndOfValue(model, end) : end;
    }

    // A value may run over several lines of its paragraph, up to the next field.
    private int EndOfValue(Field model, int end)
    {
        while (true)
        {
            var lineEnd = LineEnd(end);
            var next = lineEnd + (lineEnd + 1 < _text.Length && _text[lineEnd] == '\r' && _text[lineEnd + 1] == '\n' ? 2 : 1);
            if (next >= _text.Length)
            {
                return end;
            }

            var line = _text.AsSpan(next, LineEnd(next) - next).TrimStart("> ");
            if (line.IsWhiteSpace() || line[0] is '#' or '-' or '*' or '+' or '_' or '|' or '`' or '~' or '=' or '<' || char.IsAsciiDigit(line[0]))
            {
                return end;
            }

            end = LineEnd(next);
        }
    }

    // Whether other fields of the kind are set apart by blank lines.
    private bool StandsAlone(Field model)
    {
        var start = InsertionPoint.LineStart(_text, model.Span.Start);
        return InsertionPoint.LineEndsBefore(_text, start) > 1
            && InsertionPoint.LineEndsAfter(_text, LineEnd(model.Span.End), out var atEnd) > 1
            && !atEnd
            && outline.Fields.Any(other => other.Section == model.Section && other.Notation == model.Notation && other.Span != model.Span);
    }

    private string Prefix(Field model)
    {
        var start = InsertionPoint.LineStart(_text, model.Span.Start);
        return _text[start..model.Span.Start];
    }

    private string Line(Field model, NewField field)
    {
        var name = field.Definition.Name;
        var tail = field.Value.Length == 0 ? "" : " " + field.Value;
        if (model.Notation == FieldNotation.PlainItem)
        {
            return Marker(model) + name + ":" + tail;
        }

        var bold = model.NameSpan.Start >= 2 && _text[model.NameSpan.Start - 1] == '_' ? "__" : "**";
        var isColonInside = model.NameSpan.End < _text.Length && _text[model.NameSpan.End] == ':';
        var label = isColonInside ? $"{bold}{name}:{bold}" : $"{bold}{name}{bold}:";
        return (model.Notation == FieldNotation.BoldItem ? Marker(model) : "") + label + tail;
    }

    // The marker of the list; a number is not continued, since Markdown counts by itself.
    private string Marker(Field model)
    {
        var end = model.Span.Start;
        while (end < model.Span.End && !char.IsWhiteSpace(_text[end]))
        {
            end++;
        }

        var blanks = end;
        while (blanks < model.Span.End && _text[blanks] == ' ')
        {
            blanks++;
        }

        return _text[model.Span.Start..blanks];
    }

    private (MarkdownTable Table, int Row)? RowOf(Field model)
    {
        if (model.Notation != FieldNotation.TableRow || outline.Tables.FirstOrDefault(table => table.Span.Contains(model.Span)) is not { } table)
        {
            return null;
        }

        for (var index = 0; index < table.Rows.Length; index++)
        {
            if (table.Rows[index].Span == model.Span)
            {
                return (table, index);
            }
        }

        return null;
    }

    private TextChange Rows(MarkdownTable table, TableRow? after, IReadOnlyList<NewField> fields)
    {
        var isBold = table.Rows.Any(static row => row.Cell(0)?.Raw.StartsWith("**", StringComparison.Ordinal) == true);
        return new TableRowWriter(outline, table).Insert(after, fields.Select(field => new Dictionary<int, string>
        {
            [0] = isBold ? $"**{field.Definition.Name}**" : field.Definition.Name,
            [1] = field.Value,
        }));
    }

    private bool IsItem(int offset) => outline.ListItems.Any(item => item.Span.Start == offset);

    private int LineEnd(int offset) => InsertionPoint.LineEnd(_text, offset);
}
