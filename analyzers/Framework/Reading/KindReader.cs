using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Yaml;

namespace FrameworkLsp.Analyzers.Framework.Reading;

/// <summary>Reads document kinds.</summary>
internal sealed class KindReader(PackReading reading)
{
    private static readonly ImmutableArray<KeyValuePair<string, Presence>> Presences =
    [
        new("required", Presence.Required),
        new("extended", Presence.Extended),
        new("conditional", Presence.Conditional),
        new("optional", Presence.Optional),
    ];

    private static readonly ImmutableArray<KeyValuePair<string, string>> Values = YamlChoices.Words(ValueKinds.All.AsSpan());

    /// <summary>How much something is demanded; optional when the file does not say.</summary>
    public static Presence ReadPresence(YamlMap map, Presence fallback = Presence.Optional) => map.Choice("presence", Presences, fallback);

    /// <summary>The type of a value; text when the file does not say.</summary>
    public static string ReadValueKind(YamlMap map) => map.Choice("value", Values, ValueKinds.Text);

    /// <summary>Reads a kind.</summary>
    public DocumentKind Read(YamlMap map)
    {
        var id = reading.NewId(map, "id", PackSpace.Kind);
        var name = map.RequiredText("name");
        var tables = Tables(map, []);
        var sectionRoles = new HashSet<string>(StringComparer.Ordinal);
        return new DocumentKind
        {
            Id = id,
            Name = name,
            Roles = Roles(map),
            Stage = reading.Reference(map, "stage", PackSpace.Stage) ?? "",
            TitlePatterns = reading.Patterns(map, "title_patterns"),
            EmbeddedHeadingPatterns = reading.Patterns(map, "embedded_heading_patterns"),
            FilePatterns = reading.Patterns(map, "file_patterns"),
            Folders = Folders(map, "folders"),
            GenericFolders = Folders(map, "generic_folders"),
            FrontMatterTypes = map.Texts("front_matter_types"),
            CanonicalPath = map.Text("canonical_path"),
            FileTemplate = map.Text("file_template"),
            AlternativePaths = map.Texts("alternative_paths"),
            Predecessor = reading.Reference(map, "predecessor", PackSpace.Kind),
            HeaderFields = Fields(map, "header_fields"),
            Tables = tables,
            Sections = map.Maps("sections", section => Section(section, tables, sectionRoles, isNested: false)),
        };
    }

    /// <summary>Reads the columns of a table.</summary>
    public ImmutableArray<ColumnDefinition> Columns(YamlMap map)
    {
        var roles = new HashSet<string>(StringComparer.Ordinal);
        return map.Maps("columns", column => new ColumnDefinition
        {
            Role = reading.NewRole(column, PackSpace.Column, roles),
            Name = column.RequiredText("name"),
            Aliases = column.Texts("aliases"),
            ValueKind = ReadValueKind(column),
            Presence = ReadPresence(column),
            IsKey = column.Flag("key"),
            NoDash = column.Flag("no_dash"),
            HeadingValues = column.Texts("heading_values"),
            From = reading.References(column, "from", PackSpace.Column),
            Draft = column.Text("draft"),
        });
    }

    /// <summary>Folders are matched as path segments, so each ends in a slash.</summary>
    public static ImmutableArray<string> Folders(YamlMap map, string key)
    {
        var scalars = map.Scalars(key);
        foreach (var scalar in scalars)
        {
            if (!scalar.Value.EndsWith('/'))
            {
                map.Report(scalar.Span, $"A folder ends in a slash: \"{scalar.Value}/\".");
            }
        }

        return YamlMap.Values(scalars);
    }

    private static ImmutableArray<string> Roles(YamlMap map)
    {
        var scalars = map.Scalars("roles");
        foreach (var scalar in scalars)
        {
            if (!KindRoles.All.Contains(scalar.Value))
            {
                map.Report(scalar.Span, $"\"{scalar.Value}\" is no role of a kind; choose from: {string.Join(", ", KindRoles.All)}.");
            }
        }

        return YamlMap.Values(scalars);
    }

    private SectionDefinition Section(YamlMap map, ImmutableArray<TableDefinition> tables, HashSet<string> roles, bool isNested)
    {
        var section = ReadSection(map, tables, roles, isNested);
        if (section.Presence == Presence.Conditional && section.When == Condition.Always)
        {
            map.Report(map.KeySpan("presence") ?? map.Anchor, "A conditional section needs a \"when\" with min_level or module; use optional when no rule can tell.");
        }

        return section;
    }

    private SectionDefinition ReadSection(YamlMap map, ImmutableArray<TableDefinition> tables, HashSet<string> roles, bool isNested) => new()
    {
        Role = reading.NewRole(map, PackSpace.Section, roles),
        Name = map.RequiredText("name"),
        Aliases = map.Texts("aliases"),
        GenericNames = map.Texts("generic_names"),
        HeadingPattern = reading.OptionalPattern(map, "heading_pattern"),
        HeadingTemplate = map.Text("heading_template"),
        Presence = ReadPresence(map),
        When = reading.When(map),
        Purpose = map.Text("purpose"),
        Alternatives = reading.References(map, "alternatives", PackSpace.Section),
        IsDistinctive = map.Flag("distinctive"),
        ItemHeadingPattern = reading.OptionalPattern(map, "item_heading_pattern"),
        ItemLabels = map.Texts("item_labels"),
        From = reading.References(map, "from", PackSpace.Section),
        Draft = map.Text("draft"),
        Fields = Fields(map, "fields"),
        Tables = Tables(map, tables),
        Subsections = isNested ? [] : map.Maps("subsections", sub => Section(sub, tables, roles, isNested: true)),
    };

    private ImmutableArray<FieldDefinition> Fields(YamlMap map, string key)
    {
        var roles = new HashSet<string>(StringComparer.Ordinal);
        return map.Maps(key, field => new FieldDefinition
        {
            Role = reading.NewRole(field, PackSpace.Field, roles),
            Name = field.RequiredText("name"),
            Aliases = field.Texts("aliases"),
            GenericNames = field.Texts("generic_names"),
            ValueKind = ReadValueKind(field),
            Presence = ReadPresence(field),
            IsKey = field.Flag("key"),
            IsDistinctive = field.Flag("distinctive"),
            IsAnywhere = field.Flag("anywhere"),
            From = reading.References(field, "from", PackSpace.Field),
            Draft = field.Text("draft"),
        });
    }

    /// <summary>Tables are written out or, when the kind has defined them, named by their role.</summary>
    private ImmutableArray<TableDefinition> Tables(YamlMap map, ImmutableArray<TableDefinition> shared)
    {
        var tables = ImmutableArray.CreateBuilder<TableDefinition>();
        var roles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in map.Items("tables"))
        {
            if (item is YamlScalar name)
            {
                var table = shared.FirstOrDefault(table => string.Equals(table.Role, name.Value, StringComparison.Ordinal));
                if (table is null)
                {
                    map.Report(name.Span, $"The kind has no table \"{name.Value}\"; it has: {string.Join(", ", shared.Select(other => other.Role))}.");
                }
                else
                {
                    tables.Add(table);
                }
            }
            else if (map.Read(item, table => Table(table, roles)) is { } table)
            {
                tables.Add(table);
            }
        }

        return tables.DrainToImmutable();
    }

    private TableDefinition Table(YamlMap map, HashSet<string> roles) => new()
    {
        Role = reading.NewRole(map, space: null, roles),
        Name = map.RequiredText("name"),
        Presence = ReadPresence(map),
        IsDistinctive = map.Flag("distinctive"),
        Columns = Columns(map),
    };
}
