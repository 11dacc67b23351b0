using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules;

/// <summary>Findings that the engine makes itself.</summary>
public static class EngineRules
{
    /// <summary>A rule threw.</summary>
    public static RuleDescriptor RuleFailure { get; } = new("FW000", "rule-failure", Severity.Error, FixSafety.None, "0.1") { AppliesToReferenceMaterial = true };

    /// <summary>A suppression names a rule that does not exist.</summary>
    public static RuleDescriptor UnknownSuppression { get; } = new("FW998", "unknown-suppression", Severity.Warning, FixSafety.None, "0.1") { AppliesToReferenceMaterial = true };

    /// <summary>A suppression suppresses nothing.</summary>
    public static RuleDescriptor UnusedSuppression { get; } = new("FW999", "unused-suppression", Severity.Warning, FixSafety.Safe, "0.1") { AppliesToReferenceMaterial = true };

    internal static Finding Failure(RuleDescriptor rule, Exception exception, TextSpan span) => new(
        RuleFailure,
        RuleFailure.Severity,
        $"Rule {rule.Id} ({rule.Name}) failed on this document: {exception.Message.ReplaceLineEndings(" ")} All other rules ran; please report it.",
        span)
    {
        LocalSpan = span,
    };
}
