using FrameworkLsp.Analyzers.Documents;

namespace FrameworkLsp.Analyzers.Rules;

/// <summary>Makes findings milder where a document cannot be expected to be complete (catalogue 1.1, 1.10).</summary>
internal static class SeveritySoftening
{
    public static Severity For(RuleDescriptor rule, Severity severity, DocumentState state, bool isEmbedded)
    {
        if (state == DocumentState.Draft && rule.DraftSeverity is { } draft && severity == rule.Severity && draft < severity)
        {
            severity = draft;
        }

        return isEmbedded && severity > Severity.Hint ? severity - 1 : severity;
    }
}
