namespace FrameworkLsp.Analyzers.Framework;

/// <summary>The status vocabularies that the engine asks for.</summary>
public static class VocabularyIds
{
    /// <summary>Requirement status.</summary>
    public const string Requirement = "requirement";

    /// <summary>Check results.</summary>
    public const string CheckResult = "check-result";

    /// <summary>Overall result of a verification.</summary>
    public const string OverallResult = "overall-result";

    /// <summary>Report status.</summary>
    public const string ReportStatus = "qa-status";

    /// <summary>Recommendation.</summary>
    public const string Recommendation = "recommendation";

    /// <summary>Document state.</summary>
    public const string DocumentState = "document-state";

    /// <summary>Decision status.</summary>
    public const string DecisionStatus = "adr-status";

    /// <summary>Priority.</summary>
    public const string Priority = "priority";

    /// <summary>How complete the requirement coverage is.</summary>
    public const string CoverageStatus = "coverage-status";

    /// <summary>The vocabulary that the values of a type come from (<see cref="ValueKinds"/>), or null.</summary>
    public static string? Of(string valueKind) => valueKind switch
    {
        ValueKinds.RequirementStatus => Requirement,
        ValueKinds.Result => CheckResult,
        ValueKinds.OverallResult => OverallResult,
        ValueKinds.ReportStatus => ReportStatus,
        ValueKinds.Recommendation => Recommendation,
        ValueKinds.State => DocumentState,
        ValueKinds.DecisionStatus => DecisionStatus,
        ValueKinds.Priority => Priority,
        ValueKinds.CoverageStatus => CoverageStatus,
        _ => null,
    };
}

/// <summary>The classes of status vocabularies that the engine compares with (catalogue 1.7).</summary>
public static class StatusClasses
{
    /// <summary>Passed, met, ready, approved.</summary>
    public const string Pass = "pass";

    /// <summary>Failed, not met, blocked, rejected.</summary>
    public const string Fail = "fail";

    /// <summary>With conditions.</summary>
    public const string Warn = "warn";

    /// <summary>Not yet.</summary>
    public const string Pending = "pending";

    /// <summary>Being worked on.</summary>
    public const string InProgress = "in-progress";

    /// <summary>Left out.</summary>
    public const string Skipped = "skipped";

    /// <summary>Taken out of scope with approval, or deferred.</summary>
    public const string Descoped = "descoped";

    /// <summary>For information only.</summary>
    public const string Info = "info";

    /// <summary>A draft.</summary>
    public const string Draft = "draft";

    /// <summary>Under review.</summary>
    public const string InReview = "in-review";

    /// <summary>Approved.</summary>
    public const string Approved = "approved";

    /// <summary>Final.</summary>
    public const string Final = "final";

    /// <summary>A requirement that will not be built.</summary>
    public const string Wont = "wont";

    /// <summary>A requirement that may be left out.</summary>
    public const string Could = "could";
}
