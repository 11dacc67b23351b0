using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>The overall result of a verification.</summary>
/// <param name="Field">The field that states it.</param>
/// <param name="Class">Its class; null when it says nothing.</param>
internal sealed record OverallVerdict(BoundField Field, string? Class)
{
    /// <summary>The first overall result with a value in a document; null when there is none.</summary>
    public static OverallVerdict? Of(BoundDocument document) =>
        document.Fields.FirstOrDefault(static field => field.Definition.ValueKind == ValueKinds.OverallResult && field.Field.Value.Length > 0) is { } field
            ? new OverallVerdict(field, document.Definition.Status(VocabularyIds.OverallResult).Classify(field.Value))
            : null;
}
