using System.Collections.Immutable;
using Markdig.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Walks over Markdig's blocks in document order and collects the outline's elements.</summary>
/// <param name="lines">The lines of the true text.</param>
/// <param name="parsedText">The text Markdig saw: of the same length, so that its offsets are those of the true text.</param>
/// <param name="bodyStart">Where the body starts, behind the front matter.</param>
/// <param name="cancellationToken">Asked once a block.</param>
internal sealed class OutlineBuilder(SourceLines lines, string parsedText, int bodyStart, CancellationToken cancellationToken)
{
    private readonly string _text = lines.Text;
    private readonly SectionCollector _sections = new(lines, bodyStart);
    private readonly FenceReader _fenceReader = new(lines, parsedText);
    private readonly List<MarkdownTable> _tables = [];
    private readonly List<ListItem> _items = [];
    private readonly List<CodeFence> _fences = [];
    private readonly LeafLines _leafLines = new(lines, parsedText);
    private readonly FieldCollector _fields = new(lines.Text);
    private readonly InlineCollector _inlines = new(lines.Text);
    private InlineReader? _inlineReader;

    /// <summary>Builds everything but what stands outside the body (front matter, nested fences).</summary>
    public MarkdownOutline Build(ImmutableArray<Field> leadingFields)
    {
        var document = MarkdigParsers.ParseBlocks(parsedText);
        _inlineReader = new InlineReader(document, parsedText, _text, _inlines);
        _fields.AddRange(leadingFields);
        VisitChildren(document, parentItem: -1, isQuoted: false);
        var sections = _sections.Finish();
        return _inlines.AddTo(new MarkdownOutline
        {
            Text = _text,
            Sections = sections,
            Fields = _fields.Finish(),
            PlainLines = _fields.PlainLines,
            Tables = [.. _tables],
            ListItems = [.. _items],
            Fences = [.. _fences],
        });
    }

    // Returns the end of the last child's content; -1 when there is none.
    private int VisitChildren(ContainerBlock container, int parentItem, bool isQuoted)
    {
        var end = -1;
        var open = -1;
        for (var index = 0; index < container.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var child = container[index];
            var next = index + 1 < container.Count ? container[index + 1] : null;
            var firstItem = _items.Count;
            var firstField = _fields.Count;
            var childEnd = Visit(child, next, parentItem, isQuoted);
            end = Math.Max(end, childEnd);
            if (open >= 0 && childEnd >= child.Span.Start && IsValue(child, firstField))
            {
                _fields.Continue(open, TextSpan.FromBounds(child.Span.Start, childEnd), child is ListBlock ? DirectItems(firstItem, parentItem) : []);
            }

            open = child is ParagraphBlock ? _fields.TakeOpen() : -1;
        }

        return end;
    }

    // Whether a block can be the value of the name above it.
    private bool IsValue(Block block, int firstField) => block switch
    {
        HeadingBlock or ThematicBreakBlock or LinkReferenceDefinitionGroup => false,
        ParagraphBlock => firstField == _fields.Count || _fields.StartOf(firstField) > block.Span.Start,
        _ => true,
    };

    private int Visit(Block block, Block? next, int parentItem, bool isQuoted)
    {
        switch (block)
        {
            case HeadingBlock heading:
                return VisitHeading(heading, parentItem, isQuoted);
            case ParagraphBlock paragraph:
                return VisitParagraph(paragraph, next, parentItem);
            case ListBlock list:
                return VisitList(list, parentItem, isQuoted);
            case QuoteBlock quote:
                return VisitChildren(quote, parentItem, isQuoted: true);
            case FencedCodeBlock fence:
                var read = _fenceReader.Read(fence, _fences.Count, _sections.Current);
                _fences.Add(read);
                return read.Span.End;
            case HtmlBlock html:
                var span = Clip(html.Span);
                _inlines.AddComments(span.Start, span.End);
                return span.End;
            case LinkReferenceDefinitionGroup definitions:
                foreach (var definition in definitions)
                {
                    _inlineReader!.ReadDefinition((LinkReferenceDefinition)definition, _sections);
                }

                return -1;
            case ContainerBlock container:
                return VisitChildren(container, parentItem, isQuoted);
            default:
                return Clip(block.Span).End;
        }
    }

    private int VisitHeading(HeadingBlock heading, int parentItem, bool isQuoted)
    {
        var line = lines.LineAt(heading.Span.Start);
        var end = lines.End(lines.LineAt(Math.Clamp(heading.Span.End, 0, _text.Length)));
        var title = TextSpan.FromBounds(heading.Span.Start, heading.Span.Start);
        if (heading.IsSetext)
        {
            var content = _leafLines.Take(heading.Lines);
            if (TableReader.FindDelimiter(_text, content) > 0)
            {
                // In GFM the table ends the paragraph before, so the line below is a thematic break and underlines nothing.
                VisitLines(heading, content, next: null, parentItem);
                return end;
            }

            title = content.IsEmpty ? title : TextSpan.FromBounds(content[0].Start, content[^1].End);
        }
        else
        {
            title = TitleSpan(heading.Span.Start, end);
        }

        if (!isQuoted)
        {
            var isFirst = parsedText.AsSpan(lines.Start(line), heading.Span.Start - lines.Start(line)).IsWhiteSpace();
            _sections.Add(heading.Level, TextSpan.FromBounds(isFirst ? lines.Start(line) : heading.Span.Start, end), title);
        }

        if (heading.IsSetext)
        {
            _inlineReader!.Read(heading, title, _sections.Current);
        }
        else
        {
            _inlineReader!.ReadPart(title, _sections.Current);
        }

        return end;
    }

    // The text between the markers of a heading line. Read from the text: Markdig expands a tab behind the marker.
    private TextSpan TitleSpan(int start, int end)
    {
        start += TextScan.RunLength(_text, start, end);
        var title = TextScan.Trimmed(_text, start, end);
        var last = title.End;
        while (last > start && _text[last - 1] == '#')
        {
            last--;
        }

        // Closing markers need a blank before them.
        return last < title.End && (last == start || char.IsWhiteSpace(_text[last - 1])) ? TextScan.Trimmed(_text, start, last) : title;
    }

    private int VisitParagraph(ParagraphBlock paragraph, Block? next, int parentItem) =>
        VisitLines(paragraph, _leafLines.Take(paragraph.Lines), next, parentItem);

    // The lines of a paragraph, of which the last ones may be a table.
    private int VisitLines(LeafBlock leaf, ReadOnlySpan<TextSpan> content, Block? next, int parentItem)
    {
        if (content.IsEmpty)
        {
            return Clip(leaf.Span).End;
        }

        var delimiter = TableReader.FindDelimiter(_text, content);
        var prose = delimiter < 0 ? content : content[..(delimiter - 1)];
        var end = content[^1].End;
        if (delimiter < 0 && _leafLines.IsUntouched(leaf))
        {
            _inlineReader!.Read(leaf, TextSpan.FromBounds(content[0].Start, end), _sections.Current);
        }
        else
        {
            foreach (var line in prose)
            {
                _inlineReader!.ReadPart(line, _sections.Current);
            }
        }

        var item = HoldsFirstLine(leaf, parentItem) ? _items[parentItem] : null;
        _fields.AddLines(prose, item, _sections.Current, next is ListBlock && delimiter < 0, _inlines);
        if (delimiter > 0)
        {
            AddTable(content, delimiter);
        }

        return end;
    }

    private void AddTable(ReadOnlySpan<TextSpan> content, int delimiter)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>(content.Length - delimiter - 1);
        var header = TableReader.ReadRow(_text, content[delimiter - 1]);
        foreach (var line in content[(delimiter + 1)..])
        {
            rows.Add(TableReader.ReadRow(_text, line));
        }

        var table = new MarkdownTable(_tables.Count, _sections.Current, TextSpan.FromBounds(header.Span.Start, content[^1].End), header, content[delimiter], rows.MoveToImmutable());
        _tables.Add(table);
        if (_fields.TakeOpen() is >= 0 and var open)
        {
            _fields.Continue(open, table.Span, []);
        }

        foreach (var cell in header.Cells)
        {
            _inlineReader!.ReadPart(cell.ContentSpan, table.Section);
        }

        foreach (var row in table.Rows)
        {
            foreach (var cell in row.Cells)
            {
                _inlineReader!.ReadPart(cell.ContentSpan, table.Section);
            }
        }

        _fields.AddRows(table);
    }

    private int VisitList(ListBlock list, int parentItem, bool isQuoted)
    {
        var end = -1;
        foreach (var child in list)
        {
            var item = (ListItemBlock)child;
            var index = _items.Count;
            _items.Add(ListItemReader.Read(_text, item.Span.Start, list.IsOrdered, index, parentItem, _sections.Current));
            var itemEnd = Math.Max(VisitChildren(item, index, isQuoted), _items[index].ContentSpan.End);
            _items[index] = _items[index] with { Span = TextSpan.FromBounds(item.Span.Start, itemEnd) };
            end = Math.Max(end, itemEnd);
        }

        return end;
    }

    private static bool HoldsFirstLine(LeafBlock leaf, int parentItem) =>
        parentItem >= 0 && leaf.Parent is ListItemBlock item && item[0] == leaf && leaf.Line == item.Line;

    private ImmutableArray<ListItem> DirectItems(int first, int parentItem)
    {
        var items = ImmutableArray.CreateBuilder<ListItem>();
        for (var index = first; index < _items.Count; index++)
        {
            if (_items[index].Parent == parentItem)
            {
                items.Add(_items[index]);
            }
        }

        return items.DrainToImmutable();
    }

    private TextSpan Clip(SourceSpan span)
    {
        var start = Math.Clamp(span.Start, 0, _text.Length);
        return TextSpan.FromBounds(start, TextScan.TrimEnd(_text, start, Math.Clamp(span.End + 1, start, _text.Length)));
    }
}
