using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>How far a document has come (catalogue 1.10).</summary>
public enum DocumentState
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>Written, not yet approved; also when nothing says otherwise.</summary>
    InReview,

    /// <summary>Approved.</summary>
    Approved,

    /// <summary>Closed.</summary>
    Final,
}

/// <summary>A heading that is a section of the definition.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Section">The heading with its body.</param>
public sealed record BoundSection(SectionDefinition Definition, Section Section);

/// <summary>A field that the definition knows.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Field">The field.</param>
public sealed record BoundField(FieldDefinition Definition, Field Field)
{
    /// <summary>Where findings about the value stand: the value, or the name when a list below it is the value. Never empty, so that editors show it.</summary>
    public TextSpan Place => Field.ValueSpan.IsEmpty ? Field.NameSpan : Field.ValueSpan;

    /// <summary>The value: the text on the line, or the items of the list that follows, joined by comma and blank; empty when there is neither.</summary>
    public string Value => Field.Value.Length > 0 || Field.Items.IsDefaultOrEmpty
        ? Field.Value
        : string.Join(", ", Field.Items.Where(static item => item.IsChecked != false).Select(static item => item.Raw));
}

/// <summary>A table that the definition knows, with its columns found.</summary>
/// <param name="Definition">The definition.</param>
/// <param name="Table">The table.</param>
/// <param name="Owner">The section whose definition holds the table, or null when it may stand anywhere.</param>
/// <param name="Columns">Column role to zero-based column.</param>
public sealed record BoundTable(
    TableDefinition Definition,
    MarkdownTable Table,
    BoundSection? Owner,
    IReadOnlyDictionary<string, int> Columns)
{
    /// <summary>The cell of a row in the column with the role; null when the table has no such column or the row is too short.</summary>
    public TableCell? Cell(TableRow row, string columnRole) =>
        Columns.TryGetValue(columnRole, out var column) ? row.Cell(column) : null;

    /// <summary>The text of such a cell; empty when there is none.</summary>
    public string Text(TableRow row, string columnRole) => Cell(row, columnRole)?.Text ?? "";
}

/// <summary>
/// A recognised document - a file, or a document embedded in a fence of one - bound to the definition of its kind. Spans are in the
/// coordinates of its outline; <see cref="ToSource"/> leads to the file's source text.
/// </summary>
public sealed record BoundDocument
{
    /// <summary>The file's path, relative to the workspace root.</summary>
    public required string Path { get; init; }

    /// <summary>The file's source text.</summary>
    public required SourceText Source { get; init; }

    /// <summary>Position among the documents of the file: 0 for the file itself.</summary>
    public int Part { get; init; }

    /// <summary>The kind.</summary>
    public required DocumentKind Kind { get; init; }

    /// <summary>The outline.</summary>
    public required MarkdownOutline Outline { get; init; }

    /// <summary>The definition, ready for matching.</summary>
    public required CompiledDefinition Definition { get; init; }

    /// <summary>Maps offsets of the outline's text to the file's source text.</summary>
    public TextMap ToSource { get; init; } = TextMap.Identity;

    /// <summary>What was repaired in the file's text before it was read; null when nothing was, and for embedded documents.</summary>
    public MojibakeRepair? Repair { get; init; }

    /// <summary>Whether it stands in a fence of another document (catalogue 1.1).</summary>
    public bool IsEmbedded => Part > 0;

    /// <summary>The variant, or null for the base form (catalogue 1.15).</summary>
    public DocumentVariant? Variant { get; init; }

    /// <summary>Whether the variant demands more than the base form.</summary>
    public bool IsExtended => Variant is { IsExtended: true };

    /// <summary>How far it has come.</summary>
    public DocumentState State { get; init; } = DocumentState.InReview;

    /// <summary>Whether it is a template to be filled in; templates are exempt from emptiness and placeholder rules.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>Whether something in it says that a part was left out, so that completeness cannot be judged (catalogue 1.1).</summary>
    public bool HasElision { get; init; }

    /// <summary>Whether it is reference material, to which only a few rules apply (decisions 3).</summary>
    public bool IsReference { get; init; }

    /// <summary>The bound sections in document order.</summary>
    public ImmutableArray<BoundSection> Sections { get; init; } = [];

    /// <summary>For every section of the outline (by index) the bound section at or above it; null where there is none.</summary>
    public ImmutableArray<BoundSection?> Owners { get; init; } = [];

    /// <summary>The bound fields: those in their own section first, then header, front matter, trailing block and the rest; in document order within each.</summary>
    public ImmutableArray<BoundField> Fields { get; init; } = [];

    /// <summary>The bound tables in document order.</summary>
    public ImmutableArray<BoundTable> Tables { get; init; } = [];

    /// <summary>What readers have read from the document, so that the next that asks gets the same.</summary>
    internal DocumentMemos Memos { get; init; } = new();

    /// <summary>The first section with the role, or null.</summary>
    public BoundSection? Section(string role) => Sections.FirstOrDefault(section => section.Definition.Role == role);

    /// <summary>
    /// The field with the role, searched in its own section, the document header, the front matter and the rest (catalogue 1.4);
    /// fields are bound in that order of preference. Null when there is none.
    /// </summary>
    public BoundField? Field(string role) => Fields.FirstOrDefault(field => field.Definition.Role == role);

    /// <summary>The one-based line of the file's source text at an offset of the outline's text, as messages quote it.</summary>
    public int LineOf(int offset) => Source.Lines.GetLineFromPosition(Math.Min(ToSource.ToSource(offset), Source.Length)).LineNumber + 1;

    /// <summary>The tables with the role.</summary>
    public IEnumerable<BoundTable> TablesOf(string role) => Tables.Where(table => table.Definition.Role == role);

    /// <summary>Where findings about the document as a whole stand: the title, else the first heading, else the first line (decisions 6).</summary>
    public TextSpan TitleAnchor
    {
        get
        {
            var heading = Outline.Title ?? Outline.Sections.FirstOrDefault(static section => section.Level > 0);
            return heading?.TitleSpan ?? FirstLine();
        }
    }

    private TextSpan FirstLine()
    {
        var text = Outline.Text;
        var start = 0;
        while (start < text.Length && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        var end = text.AsSpan(start).IndexOfAny('\r', '\n');
        return TextSpan.FromBounds(start, end < 0 ? text.Length : start + end);
    }
}
