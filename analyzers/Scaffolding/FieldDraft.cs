using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes the fields of a new document.</summary>
internal sealed class FieldDraft(ScaffoldText text)
{
    private readonly ScaffoldFacts _facts = text.Request.Facts;

    /// <summary>Whether a new document has a part.</summary>
    public bool IsDemanded(Presence presence, Condition when) => text.Holds(when) && presence switch
    {
        Presence.Required => true,
        Presence.Extended => _facts.IsExtended,

        // Parts without a condition in the definition depend on more than is known here.
        Presence.Conditional => when != Condition.Always,
        _ => false,
    };

    /// <summary>Whether a new document has a field: it is demanded, or something is known for it.</summary>
    public bool IsWritten(FieldDefinition field, Condition when) =>
        IsDemanded(field.Presence, when) || field.Role == FieldRoles.Status && StatusOf(field).Length > 0 || (field.Presence == Presence.Optional && Value(field).Length > 0 && text.Holds(when));

    /// <summary>The field with its value, ending with a line end.</summary>
    public string Write(FieldDefinition field)
    {
        var value = Value(field);
        if (!value.Contains('\n', StringComparison.Ordinal) && field.ValueKind != ValueKinds.List)
        {
            return SectionSkeleton.Field(field, value) + "\n";
        }

        return value.Length == 0 ? SectionSkeleton.Field(field) + "\n" : SectionSkeleton.Field(field) + "\n" + Items(value);
    }

    /// <summary>The value; empty when nothing is known.</summary>
    public string Value(FieldDefinition field) => field.Role switch
    {
        FieldRoles.MaturityLevel => text.Level?.Display ?? "",
        FieldRoles.Modules => text.Modules(),
        FieldRoles.RequestId => _facts.RequestId,
        FieldRoles.Project => _facts.Project,
        FieldRoles.EstimatedTime => text.Level is not null && _facts.Modules is { } modules ? text.Definition.TimeEstimate.Write(text.Level, modules.Count) : "",
        FieldRoles.Status or FieldRoles.Recommendation when StatusOf(field) is { Length: > 0 } status => status,
        FieldRoles.DecisionId when text.Content.Decision is { } decision => decision.Id,
        FieldRoles.Title when text.Content.Decision is { } decision =>
            decision.Subject(text.Definition.Phrases),
        _ when field.ValueKind == ValueKinds.CoverageStatus => CoverageStatus(),
        _ => Carried(field) ?? (field.Draft.Length > 0 ? text.Fill(field.Draft) : field.Role == FieldRoles.Date ? ValueChoices.Obvious(field.ValueKind, text.Request.Today) ?? "" : ""),
    };

    private string? Carried(FieldDefinition field) =>
        field.From.Select(role => text.Content.Fields.GetValueOrDefault(role, "")).FirstOrDefault(static value => value.Length > 0);

    // A new document is a draft; where the words for its state know none, it is not yet decided.
    private string StatusOf(FieldDefinition field)
    {
        if (VocabularyIds.Of(field.ValueKind) is not { } id)
        {
            return "";
        }

        var vocabulary = text.Definition.Vocabulary(id);
        return new[] { StatusClasses.Draft, StatusClasses.InReview, StatusClasses.Pending }.Select(vocabulary.Canonical).FirstOrDefault(static word => word.Length > 0, "");
    }

    private string CoverageStatus()
    {
        var requirements = text.Content.Requirements;
        if (requirements.IsEmpty)
        {
            return "";
        }

        var open = requirements.Count(static requirement => requirement.Priority != StatusClasses.Wont && requirement.Status is not (StatusClasses.Pass or StatusClasses.Descoped));
        var status = open == 0 ? StatusClasses.Pass : open < requirements.Length ? StatusClasses.Warn : StatusClasses.Fail;
        return text.Definition.Vocabulary(VocabularyIds.CoverageStatus).Canonical(status);
    }

    private static string Items(string value) => string.Concat(Lines(value).Select(static line => $"  {line}\n"));

    private static ImmutableArray<string> Lines(string value) =>
    [
        .. value.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.TrimStart() is ['-' or '*' or '+', ' ', ..] or ['|', ..] || line[0] == ' ' ? line : "- " + line.Trim()),
    ];
}
