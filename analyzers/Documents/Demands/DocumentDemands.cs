using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Demands;

/// <summary>How strongly a document must have a part.</summary>
public enum Demand
{
    /// <summary>It may lack it.</summary>
    None,

    /// <summary>Documents of its variant have it, so its absence is a warning at most.</summary>
    Recommended,

    /// <summary>It must have it.</summary>
    Required,
}

/// <summary>What a document must hold: the definition of its kind, seen with the document's variant, level and modules.</summary>
public sealed class DocumentDemands
{
    private readonly BoundDocument _document;
    private readonly int? _level;
    private readonly ImmutableArray<string> _modules;

    // Where the framework fixes the level and the document states none, it need not say what follows from the choice of one.
    private readonly bool _hasNoChoice;

    /// <summary>Reads what the demands depend on.</summary>
    public DocumentDemands(BoundDocument document)
    {
        _document = document;
        _level = LevelReader.Level(document) ?? document.Variant?.FixedLevel;
        _modules = ModuleReader.Find(document)?.Reading.Modules ?? [];
        _hasNoChoice = document.Variant is { FixedLevel: not null } && document.Field(FieldRoles.MaturityLevel) is null;
    }

    /// <summary>Whether the document must have a section.</summary>
    public Demand Of(SectionDefinition section) =>
        IsAtTheTop(section) || (_hasNoChoice && section.Role is SectionRoles.TargetConfiguration or SectionRoles.MaturityFeatures)
            ? Demand.None
            : Of(section.Presence, section.When);

    /// <summary>Whether the section that a field belongs to (or the header) must have the field.</summary>
    public Demand Of(FieldDefinition field) => _hasNoChoice && field.Role is FieldRoles.MaturityLevel or FieldRoles.EstimatedTime
        ? Demand.None
        : Of(field.Presence, Condition.Always);

    /// <summary>Whether the section that a table belongs to must have the table.</summary>
    public Demand Of(TableDefinition table) => Of(table.Presence, Condition.Always);

    /// <summary>Whether a table must have a column.</summary>
    public Demand Of(ColumnDefinition column) => Of(column.Presence, Condition.Always);

    /// <summary>Whether a field must be filled in by now: a signature stays open until the document is approved.</summary>
    public bool IsDue(FieldDefinition field) => field.ValueKind != ValueKinds.Signature || _document.State is DocumentState.Approved or DocumentState.Final;

    /// <summary>Whether a condition holds for the document.</summary>
    public bool Holds(Condition condition) => condition.Holds(_level, _modules);

    // Nothing is left out at the highest level, so the list of what is left out may be missing there.
    private bool IsAtTheTop(SectionDefinition section) =>
        section.Role == SectionRoles.Skipped && _level is { } level && _document.Definition.Definition.Levels.All(other => other.Number <= level);

    private Demand Of(Presence presence, Condition when)
    {
        if (when != Condition.Always && !Holds(when))
        {
            return Demand.None;
        }

        return presence switch
        {
            Presence.Required => Demand.Required,
            Presence.Extended when _document.IsExtended => Demand.Recommended,

            // Without a condition in the pack, a rule of its own knows when the part is due.
            Presence.Conditional when when != Condition.Always => Demand.Required,
            _ => Demand.None,
        };
    }
}
