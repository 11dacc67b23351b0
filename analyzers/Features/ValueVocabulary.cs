using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Features;

/// <summary>Which vocabulary the values of a type come from.</summary>
internal static class ValueVocabulary
{
    private static readonly ImmutableDictionary<string, string> Ids = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [ValueKinds.Priority] = VocabularyIds.Priority,
        [ValueKinds.RequirementStatus] = VocabularyIds.Requirement,
        [ValueKinds.Result] = VocabularyIds.CheckResult,
        [ValueKinds.OverallResult] = VocabularyIds.OverallResult,
        [ValueKinds.ReportStatus] = VocabularyIds.ReportStatus,
        [ValueKinds.Recommendation] = VocabularyIds.Recommendation,
        [ValueKinds.State] = VocabularyIds.DocumentState,
        [ValueKinds.DecisionStatus] = VocabularyIds.DecisionStatus,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>The classes of the values of a type; empty when the type has no vocabulary.</summary>
    public static ImmutableArray<StatusClass> Classes(FrameworkDefinition framework, string valueKind) =>
        Ids.TryGetValue(valueKind, out var id) ? framework.Vocabulary(id).Classes : [];
}
