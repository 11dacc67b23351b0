using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>A kind of document: how it is recognised and what it consists of.</summary>
public sealed record DocumentKind
{
    /// <summary>Its id, also the name used in configuration.</summary>
    public required string Id { get; init; }

    /// <summary>What the kind does in the workflow (<see cref="KindRoles"/>).</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>The stage that produces it.</summary>
    public string Stage { get; init; } = "";

    /// <summary>Its name for messages and titles.</summary>
    public required string Name { get; init; }

    /// <summary>Regular expressions matched on the normalised title (<c>HeadingKey</c>).</summary>
    public ImmutableArray<string> TitlePatterns { get; init; } = [];

    /// <summary>Regular expressions matched on the normalised first heading of an embedded document.</summary>
    public ImmutableArray<string> EmbeddedHeadingPatterns { get; init; } = [];

    /// <summary>Regular expressions matched on the path with forward slashes.</summary>
    public ImmutableArray<string> FilePatterns { get; init; } = [];

    /// <summary>Folders the kind lives in, with a closing slash; matched anywhere in the path. They tell this workflow from other projects (decisions 1).</summary>
    public ImmutableArray<string> Folders { get; init; } = [];

    /// <summary>Folders the kind often lives in that are common in other projects too: they count for recognition but are not distinctive.</summary>
    public ImmutableArray<string> GenericFolders { get; init; } = [];

    /// <summary>Values of the front matter key <c>type</c>.</summary>
    public ImmutableArray<string> FrontMatterTypes { get; init; } = [];

    /// <summary>Where a new document of the kind is written; ends in a slash when it is a folder.</summary>
    public string CanonicalPath { get; init; } = "";

    /// <summary>The file of a new document in a folder: <c>{date}</c> without dashes, <c>{day}</c>, <c>{number}</c> and <c>{slug}</c> are filled in; empty when <see cref="CanonicalPath"/> is a file.</summary>
    public string FileTemplate { get; init; } = "";

    /// <summary>Other places the kind is written to, relative to the repository root; may hold globs.</summary>
    public ImmutableArray<string> AlternativePaths { get; init; } = [];

    /// <summary>Id of the kind that must exist before this one (seed entry criteria), or null.</summary>
    public string? Predecessor { get; init; }

    /// <summary>Fields of the document header, that is before the first H2 (catalogue 1.4).</summary>
    public ImmutableArray<FieldDefinition> HeaderFields { get; init; } = [];

    /// <summary>Sections in template order.</summary>
    public ImmutableArray<SectionDefinition> Sections { get; init; } = [];

    /// <summary>Tables that may stand in any section.</summary>
    public ImmutableArray<TableDefinition> Tables { get; init; } = [];

    /// <summary>Whether the kind has the role.</summary>
    public bool HasRole(string role) => Roles.Contains(role);

    /// <summary>The section definition with the role, subsections included, or null.</summary>
    public SectionDefinition? Section(string role) => AllSections().FirstOrDefault(section => section.Role == role);

    /// <summary>Every section definition, each followed by its subsections.</summary>
    public IEnumerable<SectionDefinition> AllSections()
    {
        foreach (var section in Sections)
        {
            yield return section;
            foreach (var sub in section.Subsections)
            {
                yield return sub;
            }
        }
    }
}

/// <summary>A section of a document kind.</summary>
public sealed record SectionDefinition
{
    /// <summary>What it is for (<see cref="SectionRoles"/>); unique within the kind.</summary>
    public required string Role { get; init; }

    /// <summary>Its heading.</summary>
    public required string Name { get; init; }

    /// <summary>Other headings, in any language.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Headings that are common in other projects too: they bind the section but are never distinctive.</summary>
    public ImmutableArray<string> GenericNames { get; init; } = [];

    /// <summary>A regular expression on the normalised heading for sections that repeat (phases), or null.</summary>
    public string? HeadingPattern { get; init; }

    /// <summary>How the heading of a section that repeats is written, with <c>{number}</c> and <c>{name}</c>; empty when it does not repeat.</summary>
    public string HeadingTemplate { get; init; } = "";

    /// <summary>Whether it is demanded.</summary>
    public Presence Presence { get; init; }

    /// <summary>When it is demanded at all; <see cref="Condition.Always"/> for most sections, never for <see cref="Presence.Conditional"/> ones.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>Why it is needed, for messages: a phrase that completes "(...)"; may be empty.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Roles of sections that satisfy the demand as well (work plan for phases).</summary>
    public ImmutableArray<string> Alternatives { get; init; } = [];

    /// <summary>Whether its heading tells this kind from documents of other projects (decisions 1).</summary>
    public bool IsDistinctive { get; init; }

    /// <summary>A regular expression on headings of the alternative form of its table (one heading per requirement), or null.</summary>
    public string? ItemHeadingPattern { get; init; }

    /// <summary>Labels one of which must stand under such a heading.</summary>
    public ImmutableArray<string> ItemLabels { get; init; } = [];

    /// <summary>Roles of the sections of earlier documents that its rows and text are taken from, best first; empty when it takes none.</summary>
    public ImmutableArray<string> From { get; init; } = [];

    /// <summary>What a new document writes below the heading when nothing is taken over, see <c>ScaffoldText</c>; empty for nothing.</summary>
    public string Draft { get; init; } = "";

    /// <summary>Its fields in template order.</summary>
    public ImmutableArray<FieldDefinition> Fields { get; init; } = [];

    /// <summary>Its tables.</summary>
    public ImmutableArray<TableDefinition> Tables { get; init; } = [];

    /// <summary>Its subsections in template order.</summary>
    public ImmutableArray<SectionDefinition> Subsections { get; init; } = [];
}

/// <summary>A field of a section or header.</summary>
public sealed record FieldDefinition
{
    /// <summary>What it holds (<see cref="FieldRoles"/>).</summary>
    public required string Role { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names, in any language.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Names that are common in other projects too: they bind the field but are never distinctive.</summary>
    public ImmutableArray<string> GenericNames { get; init; } = [];

    /// <summary>The type of its value (<see cref="ValueKinds"/>).</summary>
    public string ValueKind { get; init; } = ValueKinds.Text;

    /// <summary>Whether it is demanded.</summary>
    public Presence Presence { get; init; }

    /// <summary>Whether its absence is an error rather than a warning (catalogue FW013).</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether its name or an alias (not a generic name) tells this kind from documents of other projects (decisions 1).</summary>
    public bool IsDistinctive { get; init; }

    /// <summary>Whether a header field may stand in any section instead (decisions 17).</summary>
    public bool IsAnywhere { get; init; }

    /// <summary>Roles of the fields of earlier documents that it takes its first value from, best first; empty when it takes none.</summary>
    public ImmutableArray<string> From { get; init; } = [];

    /// <summary>What a new document writes when nothing is taken over, see <c>ScaffoldText</c>; empty for nothing.</summary>
    public string Draft { get; init; } = "";
}

/// <summary>A table of a section.</summary>
public sealed record TableDefinition
{
    /// <summary>What it holds (<see cref="TableRoles"/>).</summary>
    public required string Role { get; init; }

    /// <summary>Its name for messages.</summary>
    public required string Name { get; init; }

    /// <summary>Whether the section must have it.</summary>
    public Presence Presence { get; init; }

    /// <summary>Whether such a table with all its key columns tells this kind from documents of other projects (decisions 1).</summary>
    public bool IsDistinctive { get; init; }

    /// <summary>Its columns in template order.</summary>
    public ImmutableArray<ColumnDefinition> Columns { get; init; } = [];
}

/// <summary>A column of a table.</summary>
public sealed record ColumnDefinition
{
    /// <summary>What it holds (<see cref="ColumnRoles"/>).</summary>
    public required string Role { get; init; }

    /// <summary>Its header.</summary>
    public required string Name { get; init; }

    /// <summary>Other headers, in any language.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The type of its cells (<see cref="ValueKinds"/>).</summary>
    public string ValueKind { get; init; } = ValueKinds.Text;

    /// <summary>Whether it is demanded.</summary>
    public Presence Presence { get; init; }

    /// <summary>Whether it identifies the row or holds its result, so that its absence is an error (catalogue FW022).</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether a dash is no value here (catalogue 1.6).</summary>
    public bool NoDash { get; init; }

    /// <summary>Key of headings above the table that may say the value instead of the column (priority in a heading).</summary>
    public ImmutableArray<string> HeadingValues { get; init; } = [];

    /// <summary>Roles of the columns of earlier documents that its cells are taken from, best first; empty for its own role only.</summary>
    public ImmutableArray<string> From { get; init; } = [];

    /// <summary>What the cells of a new document hold when nothing is taken over, see <c>ScaffoldText</c>; empty for nothing.</summary>
    public string Draft { get; init; } = "";
}
