using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding.Succession;

namespace FrameworkLsp.Analyzers.Scaffolding.Merging;

/// <summary>The parts of a document by names that hold for every version of it: sections by role, phases by number, fields and tables by role in them.</summary>
internal sealed class MergeParts
{
    private readonly Dictionary<BoundSection, string> _names = new(ReferenceEqualityComparer.Instance);

    public MergeParts(BoundDocument document)
    {
        Document = document;
        var phases = PlanPhaseReader.Read(document).Where(static phase => phase is { Section: not null, Phase: not null }).ToList();
        foreach (var section in document.Sections)
        {
            var phase = phases.Find(candidate => ReferenceEquals(candidate.Section, section))?.Phase;
            var name = phase is null ? section.Definition.Role : section.Definition.Role + "/" + phase.Number.ToString(CultureInfo.InvariantCulture);
            _names[section] = name;
            Sections.TryAdd(name, section);
        }

        // What stands in an item of a list belongs to the item.
        var nested = document.Outline.ListItems.Where(static item => item.Parent >= 0).Select(static item => item.Span.Start).ToHashSet();
        foreach (var field in document.Fields.Where(field => !nested.Contains(field.Field.Span.Start)))
        {
            Fields.TryAdd((OwnerOf(field.Field.Section), field.Definition.Role), field);
        }

        foreach (var table in document.Tables)
        {
            Tables.TryAdd((OwnerOf(table.Table.Section), table.Definition.Role), table);
        }
    }

    /// <summary>The document.</summary>
    public BoundDocument Document { get; }

    /// <summary>The sections by name; a phase's name ends in its number.</summary>
    public Dictionary<string, BoundSection> Sections { get; } = new(StringComparer.Ordinal);

    /// <summary>The fields by the name of their section (empty for the header) and their role.</summary>
    public Dictionary<(string Owner, string Role), BoundField> Fields { get; } = [];

    /// <summary>The tables by the name of their section and their role.</summary>
    public Dictionary<(string Owner, string Role), BoundTable> Tables { get; } = [];

    /// <summary>The name of a section.</summary>
    public string NameOf(BoundSection section) => _names[section];

    /// <summary>The value of a field; empty when there is none.</summary>
    public string Value(BoundField? field) => field is null ? "" : CarriedText.Value(Document, field.Field);

    /// <summary>The text of a section with everything in it, blank lines and line ends aside.</summary>
    public string Text(BoundSection section) => Plain(Document.Outline.Text.Substring(section.Section.Span.Start, section.Section.Span.Length));

    /// <summary>The text between the heading of a section and its first subsection, blank lines and line ends aside.</summary>
    public string Body(BoundSection section) => Plain(Document.Outline.Text.Substring(section.Section.BodySpan.Start, section.Section.BodySpan.Length));

    /// <summary>Whether a section holds fields or tables that the definition knows.</summary>
    public bool HoldsParts(BoundSection section) =>
        Document.Fields.Any(field => section.Section.BodySpan.Contains(field.Field.Span.Start)) || Document.Tables.Any(table => section.Section.BodySpan.Contains(table.Table.Span.Start));

    /// <summary>The column that tells the rows of a table apart.</summary>
    public static string KeyColumn(TableDefinition table) =>
        (table.Columns.FirstOrDefault(static column => column.IsKey) ?? table.Columns.FirstOrDefault())?.Role ?? "";

    /// <summary>What identifies a row; empty for a blank one.</summary>
    public static string Key(BoundTable table, TableRow row) => HeadingKey.Normalize(table.Text(row, KeyColumn(table.Definition)));

    private string OwnerOf(int section) => section >= 0 && Document.Owners[section] is { } owner ? _names[owner] : "";

    private static string Plain(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0));
}
