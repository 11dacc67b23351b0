using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>
/// What the linter knows of a Markdown text: its sections, fields, tables, list items, fences, links and comments, each with exact spans.
/// Spans are offsets into <see cref="Text"/> (UTF-16 units); <c>Text[span]</c> is the token itself.
/// </summary>
public sealed record MarkdownOutline
{
    /// <summary>The analysed text, with every line end as in the source and no byte order mark.</summary>
    public required string Text { get; init; }

    /// <summary>The YAML block at the top, or null when the text has none (catalogue 1.4, FW029).</summary>
    public FrontMatter? FrontMatter { get; init; }

    /// <summary>All sections in document order. The first one is the root: level 0, no heading, the text before the first heading as its body.</summary>
    public required ImmutableArray<Section> Sections { get; init; }

    /// <summary>All fields in document order, in the notations of catalogue 1.4.</summary>
    public ImmutableArray<Field> Fields { get; init; } = [];

    /// <summary>
    /// Plain lines that look like fields, in document order: every line of their paragraph does. Prose looks so too, so they are fields only
    /// where their name is one that a definition knows.
    /// </summary>
    public ImmutableArray<Field> PlainLines { get; init; } = [];

    /// <summary>All GFM tables in document order.</summary>
    public ImmutableArray<MarkdownTable> Tables { get; init; } = [];

    /// <summary>All list items in document order; nested items follow their parent.</summary>
    public ImmutableArray<ListItem> ListItems { get; init; } = [];

    /// <summary>All fenced code blocks in document order, those of lists and quotes included.</summary>
    public ImmutableArray<CodeFence> Fences { get; init; } = [];

    /// <summary>All inline links, images and link reference definitions outside code, in document order.</summary>
    public ImmutableArray<Link> Links { get; init; } = [];

    /// <summary>All HTML comments outside code, in document order; they carry suppressions.</summary>
    public ImmutableArray<HtmlComment> Comments { get; init; } = [];

    /// <summary>The inline code spans outside fences, in document order; their content is not prose (catalogue 1.1).</summary>
    public ImmutableArray<InlineCode> InlineCodes { get; init; } = [];

    /// <summary>Nested fences that closed their outer fence too early and were read as nested all the same (catalogue FW912); empty in a sound text.</summary>
    public ImmutableArray<NestedFence> NestedFences { get; init; } = [];

    /// <summary>The first level-1 heading, or null.</summary>
    public Section? Title => Sections.FirstOrDefault(static section => section.Level == 1);

    /// <summary>The fence whose span holds the offset, or null.</summary>
    public CodeFence? FenceAt(int offset)
    {
        var low = 0;
        var high = Fences.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var span = Fences[middle].Span;
            if (span.Contains(offset))
            {
                return Fences[middle];
            }

            (low, high) = span.Start > offset ? (low, middle - 1) : (middle + 1, high);
        }

        return null;
    }

    /// <summary>The innermost section whose span holds the offset.</summary>
    public Section SectionAt(int offset)
    {
        var low = 0;
        var high = Sections.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Sections[middle].Span.Start <= offset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return Sections[low];
    }
}

/// <summary>A heading with what stands under it.</summary>
/// <param name="Index">Position in <see cref="MarkdownOutline.Sections"/>.</param>
/// <param name="Parent">Index of the enclosing section; -1 for the root.</param>
/// <param name="Level">Heading level 1-6; 0 for the root.</param>
/// <param name="Title">The heading's text without markers, as written; empty for the root.</param>
/// <param name="Key">The normalised heading (catalogue 1.3), see <c>HeadingKey</c>.</param>
/// <param name="HeadingSpan">The heading line(s) without the line end; empty at the start of the text for the root.</param>
/// <param name="TitleSpan">The text of the heading without the markers.</param>
/// <param name="Span">The heading and everything up to the next heading of the same or a higher rank, subsections included.</param>
/// <param name="BodySpan">What stands between the heading line and the first subsection (or the section's end).</param>
public sealed record Section(
    int Index,
    int Parent,
    int Level,
    string Title,
    string Key,
    TextSpan HeadingSpan,
    TextSpan TitleSpan,
    TextSpan Span,
    TextSpan BodySpan);

/// <summary>The YAML block between two <c>---</c> lines at the top of a text.</summary>
/// <param name="Span">The block with both delimiter lines.</param>
/// <param name="ContentSpan">The YAML text between the delimiters.</param>
/// <param name="IsMapping">Whether the content is valid YAML and a mapping (or empty).</param>
/// <param name="Error">What is wrong with the YAML, or null when it is valid.</param>
/// <param name="ErrorSpan">Where it is wrong; empty when it is valid.</param>
public sealed record FrontMatter(TextSpan Span, TextSpan ContentSpan, bool IsMapping, string? Error, TextSpan ErrorSpan);

/// <summary>How a field was written (catalogue 1.4).</summary>
public enum FieldNotation
{
    /// <summary><c>- **Name**: value</c></summary>
    BoldItem,

    /// <summary><c>**Name**: value</c> as a paragraph line, also in a block quote.</summary>
    BoldLine,

    /// <summary><c>- Name: value</c></summary>
    PlainItem,

    /// <summary>A row of a two-column table.</summary>
    TableRow,

    /// <summary>A key of the front matter; nested keys are joined by dots.</summary>
    FrontMatter,

    /// <summary><c>Name:</c> as a paragraph line followed by a list, or a bold label without a colon followed by a list.</summary>
    LabelWithList,

    /// <summary><c>Name: value</c> as a paragraph line.</summary>
    PlainLine,

    /// <summary>A heading with the value below it, or behind its colon.</summary>
    Heading,
}

/// <summary>A named value.</summary>
/// <param name="Notation">How it was written.</param>
/// <param name="Name">The name as written, without emphasis and colon.</param>
/// <param name="Key">The normalised name (catalogue 1.3).</param>
/// <param name="NameSpan">The name without emphasis marks.</param>
/// <param name="Value">The raw value on the name's line, trimmed; empty when there is none there.</param>
/// <param name="ValueSpan">The raw value; when it is empty, the empty span where a value belongs.</param>
/// <param name="Span">The whole line or row that holds the field, without indentation and line end.</param>
/// <param name="Section">Index of the section it stands in.</param>
/// <param name="Items">The list that follows as the value; empty when none does.</param>
public sealed record Field(
    FieldNotation Notation,
    string Name,
    string Key,
    TextSpan NameSpan,
    string Value,
    TextSpan ValueSpan,
    TextSpan Span,
    int Section,
    ImmutableArray<ListItem> Items)
{
    /// <summary>
    /// What follows as the value when the name's line holds none: the lines of the same paragraph up to the next field, else the next block
    /// (list, table, fence, quote, paragraph); empty when nothing follows or the value stands on the line.
    /// </summary>
    public TextSpan ContinuationSpan { get; init; }
}

/// <summary>A GFM pipe table.</summary>
/// <param name="Index">Position in <see cref="MarkdownOutline.Tables"/>.</param>
/// <param name="Section">Index of the nearest section above (catalogue 1.5).</param>
/// <param name="Span">From the header row to the last row, without the last line end.</param>
/// <param name="Header">The header row.</param>
/// <param name="DelimiterSpan">The delimiter row without its line end.</param>
/// <param name="Rows">The body rows.</param>
public sealed record MarkdownTable(
    int Index,
    int Section,
    TextSpan Span,
    TableRow Header,
    TextSpan DelimiterSpan,
    ImmutableArray<TableRow> Rows)
{
    private ImmutableArray<string> _headerKeys;

    /// <summary>The texts of the header's cells in the form in which headings are compared; see <see cref="HeadingKey"/>.</summary>
    public ImmutableArray<string> HeaderKeys
    {
        get
        {
            if (_headerKeys.IsDefault)
            {
                _headerKeys = [.. Header.Cells.Select(static cell => HeadingKey.Normalize(cell.Text))];
            }

            return _headerKeys;
        }
    }
}

/// <summary>A row of a table.</summary>
/// <param name="Span">The row without indentation and line end.</param>
/// <param name="Cells">The cells as GFM splits the row: escaped pipes do not split, pipes in inline code do. The count may differ from the header's.</param>
public sealed record TableRow(TextSpan Span, ImmutableArray<TableCell> Cells)
{
    /// <summary>The cell at a column, or null when the row is too short.</summary>
    public TableCell? Cell(int column) => column >= 0 && column < Cells.Length ? Cells[column] : null;
}

/// <summary>A table cell.</summary>
/// <param name="Span">Everything between the two pipes, blanks included.</param>
/// <param name="ContentSpan">The trimmed content; for a blank cell the empty span after its first blank.</param>
/// <param name="Raw">The content as written.</param>
/// <param name="Text">The content without emphasis, code ticks and link targets; <c>&lt;br&gt;</c> becomes a line feed and <c>\|</c> a pipe.</param>
public sealed record TableCell(TextSpan Span, TextSpan ContentSpan, string Raw, string Text);

/// <summary>An item of a bullet or ordered list.</summary>
/// <param name="Index">Position in <see cref="MarkdownOutline.ListItems"/>.</param>
/// <param name="Parent">Index of the enclosing item; -1 at the outermost level.</param>
/// <param name="Section">Index of the section it stands in.</param>
/// <param name="Span">The item with everything nested in it, from its marker, without the last line end.</param>
/// <param name="ContentSpan">The first line's content after the marker and the task box.</param>
/// <param name="Raw">The first line's content as written.</param>
/// <param name="Text">The first line's content without emphasis, code ticks and link targets.</param>
/// <param name="IsOrdered">Whether the marker is a number.</param>
/// <param name="IsChecked">For a task item whether it is ticked; null for any other item.</param>
/// <param name="CheckSpan">The <c>[x]</c> of a task item; empty otherwise.</param>
public sealed record ListItem(
    int Index,
    int Parent,
    int Section,
    TextSpan Span,
    TextSpan ContentSpan,
    string Raw,
    string Text,
    bool IsOrdered,
    bool? IsChecked,
    TextSpan CheckSpan);

/// <summary>A fenced code block.</summary>
/// <param name="Index">Position in <see cref="MarkdownOutline.Fences"/>.</param>
/// <param name="Section">Index of the section it stands in.</param>
/// <param name="Span">From the opening marker to the end of the closing line (or of the text), without the line end.</param>
/// <param name="OpeningSpan">The opening line from its marker, without the line end.</param>
/// <param name="ClosingSpan">The closing line from its marker, or null when the fence is not closed (CommonMark runs it to the end of its container).</param>
/// <param name="Marker">The fence character, a backtick or a tilde.</param>
/// <param name="MarkerLength">How many marker characters open it.</param>
/// <param name="Info">The info string, trimmed; empty when there is none.</param>
/// <param name="Language">The first word of the info string in lower case; empty when there is none.</param>
/// <param name="ContentSpan">The lines between opening and closing line, container prefixes (indentation, <c>&gt;</c>) included.</param>
/// <param name="Content">The content without container prefixes, line ends as in the source.</param>
/// <param name="ContentMap">Maps offsets of <see cref="Content"/> to offsets of the outline's text.</param>
public sealed record CodeFence(
    int Index,
    int Section,
    TextSpan Span,
    TextSpan OpeningSpan,
    TextSpan? ClosingSpan,
    char Marker,
    int MarkerLength,
    string Info,
    string Language,
    TextSpan ContentSpan,
    string Content,
    TextMap ContentMap);

/// <summary>A fence that stands inside another fence of the same length and so ends it too early (catalogue FW912).</summary>
/// <param name="OuterOpening">The outer fence's opening line.</param>
/// <param name="InnerOpening">The inner fence's opening line.</param>
/// <param name="InnerClosing">The line that was meant to close the inner fence.</param>
/// <param name="OuterClosing">The line that was meant to close the outer fence.</param>
/// <param name="OuterInfo">The outer info string.</param>
/// <param name="InnerInfo">The inner info string.</param>
/// <param name="SwallowedFirstLine">Zero-based first line that CommonMark misreads because of it.</param>
/// <param name="SwallowedLastLine">Zero-based last such line.</param>
public sealed record NestedFence(
    TextSpan OuterOpening,
    TextSpan InnerOpening,
    TextSpan InnerClosing,
    TextSpan OuterClosing,
    string OuterInfo,
    string InnerInfo,
    int SwallowedFirstLine,
    int SwallowedLastLine);
