namespace FrameworkLsp.Analyzers.Rules;

/// <summary>How much a finding matters. Ordered: a higher value is worse.</summary>
public enum Severity
{
    /// <summary>A suggestion an editor may show faintly.</summary>
    Hint,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably wrong.</summary>
    Warning,

    /// <summary>Wrong: the stage's exit criterion is not met.</summary>
    Error,
}

/// <summary>What applying a rule's fixes without looking may do to a document.</summary>
public enum FixSafety
{
    /// <summary>The rule offers no fix.</summary>
    None,

    /// <summary>The fix adds structure or changes a fact and is offered, never applied by "fix all".</summary>
    Unsafe,

    /// <summary>The fix keeps the document's meaning and may be applied by "fix all".</summary>
    Safe,
}

/// <summary>The families of rules, by the hundreds of their ids.</summary>
public enum RuleFamily
{
    /// <summary>FW0xx: document shape.</summary>
    Shape = 0,

    /// <summary>FW1xx: prompt validation and clarification.</summary>
    Prompt = 1,

    /// <summary>FW2xx: maturity level and modules.</summary>
    Maturity = 2,

    /// <summary>FW3xx: service naming.</summary>
    Naming = 3,

    /// <summary>FW4xx: architecture.</summary>
    Architecture = 4,

    /// <summary>FW5xx: requirements and traceability.</summary>
    Requirements = 5,

    /// <summary>FW6xx: verification and coverage.</summary>
    Verification = 6,

    /// <summary>FW7xx: report and hand-off.</summary>
    Reporting = 7,

    /// <summary>FW8xx: cross-document and stage gates.</summary>
    Delivery = 8,

    /// <summary>FW9xx: links, fences and hygiene.</summary>
    Hygiene = 9,
}

/// <summary>What is known of a rule without running it.</summary>
/// <param name="Id">Its id, for example <c>FW013</c>; never reused.</param>
/// <param name="Name">Its kebab-case name, the name of the defect.</param>
/// <param name="Severity">Its default severity.</param>
/// <param name="Fix">The safety of the fixes it offers.</param>
/// <param name="Since">The product version that brought it.</param>
public sealed record RuleDescriptor(string Id, string Name, Severity Severity, FixSafety Fix, string Since)
{
    /// <summary>The severity in documents whose state is draft; null when it does not soften (catalogue 1.10).</summary>
    public Severity? DraftSeverity { get; init; }

    /// <summary>Whether it speaks of the file as such (links, fences, encoding), so that reference material is checked as well (decisions 3).</summary>
    public bool AppliesToReferenceMaterial { get; init; }

    /// <summary>The family, from the id.</summary>
    public RuleFamily Family => (RuleFamily)(Id[2] - '0');
}
