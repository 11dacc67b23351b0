using System.Text;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>What a new document takes over from the others of its delivery.</summary>
/// <param name="Project">The project as titles write it; empty when they name none.</param>
/// <param name="RequestId">The id that ties the documents together; empty when there is none.</param>
/// <param name="Level">The number of the maturity level; null when it is not known.</param>
/// <param name="Modules">Ids of the declared modules; null when nobody answered.</param>
/// <param name="IsExtended">Whether the documents are of an extended variant.</param>
public sealed record ScaffoldFacts(string Project, string RequestId, int? Level, EquatableArray<string>? Modules, bool IsExtended);

/// <summary>Writes a new document of a kind: title, the header fields and sections that the kind demands, with the known facts filled in.</summary>
public sealed class DocumentScaffold
{
    private readonly FrameworkDefinition _definition;
    private readonly ScaffoldFacts _facts;
    private readonly MaturityLevel? _level;
    private readonly DateOnly _today;

    /// <summary>Prepares a scaffold.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="today">The date that date fields of the header get.</param>
    public DocumentScaffold(FrameworkDefinition definition, ScaffoldFacts facts, DateOnly today)
    {
        _definition = definition;
        _facts = facts;
        _level = facts.Level is { } number ? definition.Level(number) : null;
        _today = today;
    }

    /// <summary>The document. Lines end in LF.</summary>
    public string Write(DocumentKind kind)
    {
        var builder = new StringBuilder().Append("# ").Append(kind.Name);
        if (_facts.Project.Length > 0)
        {
            builder.Append(": ").Append(_facts.Project);
        }

        builder.Append('\n');
        var header = kind.HeaderFields.Where(field => IsDemanded(field.Presence, Condition.Always)).ToList();
        if (header.Count > 0)
        {
            builder.Append('\n');
            header.ForEach(field => builder.Append(SectionSkeleton.Field(field, Value(field))).Append('\n'));
        }

        foreach (var section in kind.Sections.Where(section => IsDemanded(section.Presence, section.When)))
        {
            builder.Append('\n').Append(Section(section));
        }

        return builder.ToString();
    }

    private string Section(SectionDefinition section)
    {
        if (section.HeadingTemplate.Length > 0)
        {
            return SectionSkeleton.Phases(section, 2, _facts.IsExtended, _definition.Phases.Where(phase => Holds(phase.When)));
        }

        var checks = _definition.Checks.Where(check => check.SectionRole == section.Role && IsDemanded(check.Presence, check.When));
        if (CheckInsertion.Table(section, checks, _level, _facts.IsExtended) is { } table)
        {
            return $"## {section.Name}\n\n{table}";
        }

        var text = SectionSkeleton.Section(section, 2, _facts.IsExtended);
        foreach (var field in section.Fields)
        {
            if (Value(field) is { Length: > 0 } value)
            {
                text = text.Replace(SectionSkeleton.Field(field) + "\n", SectionSkeleton.Field(field, value) + "\n", StringComparison.Ordinal);
            }
        }

        return text;
    }

    private string Value(FieldDefinition field) => field.Role switch
    {
        FieldRoles.MaturityLevel => _level?.Display ?? "",
        FieldRoles.Modules => Modules(),
        FieldRoles.RequestId => _facts.RequestId,
        FieldRoles.Project => _facts.Project,
        FieldRoles.EstimatedTime => _level is not null && _facts.Modules is { } modules ? _definition.TimeEstimate.Write(_level, modules.Count) : "",
        _ => ValueChoices.Obvious(field.ValueKind, _today) ?? "",
    };

    private string Modules()
    {
        if (_facts.Modules is not { } modules)
        {
            return "";
        }

        return modules.Count == 0
            ? _definition.Modules.NoneWords.FirstOrDefault("")
            : string.Join(", ", modules.Select(id => _definition.Module(id)?.Name ?? id));
    }

    // Parts without a condition in the definition depend on more than is known here.
    private bool IsDemanded(Presence presence, Condition when) => Holds(when) && presence switch
    {
        Presence.Required => true,
        Presence.Extended => _facts.IsExtended,
        Presence.Conditional => when != Condition.Always,
        _ => false,
    };

    private bool Holds(Condition condition) => condition.Holds(_facts.Level, _facts.Modules?.Items ?? []);
}
