using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>What a document kind does in the workflow. A pack gives each of its kinds the roles that fit.</summary>
public static class KindRoles
{
    /// <summary>It answers the mandatory inputs of a prompt.</summary>
    public const string ValidatesPrompt = "validates-prompt";

    /// <summary>It defines requirements and their ids.</summary>
    public const string DefinesRequirements = "defines-requirements";

    /// <summary>It maps requirements to phases and tasks.</summary>
    public const string MapsRequirements = "maps-requirements";

    /// <summary>It records the results of checks.</summary>
    public const string Verifies = "verifies";

    /// <summary>It reports quality and recommends.</summary>
    public const string Reports = "reports";

    /// <summary>It records a decision.</summary>
    public const string Decides = "decides";

    /// <summary>It describes the workflow itself and embeds example documents.</summary>
    public const string DescribesWorkflow = "describes-workflow";

    /// <summary>It justifies service names.</summary>
    public const string DecidesNames = "decides-names";

    /// <summary>It lists the contexts and services of a project.</summary>
    public const string RegistersNames = "registers-names";

    /// <summary>It takes part in deliveries.</summary>
    public const string Delivers = "delivers";

    /// <summary>It lists what is handed over.</summary>
    public const string HandsOver = "hands-over";

    /// <summary>Every role of a kind.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        ValidatesPrompt, DefinesRequirements, MapsRequirements, Verifies, Reports, Decides, DescribesWorkflow, DecidesNames, RegistersNames, Delivers, HandsOver,
    ];
}

/// <summary>What a field holds.</summary>
public static class FieldRoles
{
    /// <summary>The maturity level.</summary>
    public const string MaturityLevel = "maturity-level";

    /// <summary>The optional modules.</summary>
    public const string Modules = "optional-modules";

    /// <summary>The estimated generation time.</summary>
    public const string EstimatedTime = "estimated-time";

    /// <summary>The document's status.</summary>
    public const string Status = "status";

    /// <summary>The date.</summary>
    public const string Date = "date";

    /// <summary>The recommendation of a report.</summary>
    public const string Recommendation = "recommendation";

    /// <summary>The id that ties the documents of a delivery together.</summary>
    public const string RequestId = "request-id";

    /// <summary>The project or service.</summary>
    public const string Project = "project";

    /// <summary>Who approved the document.</summary>
    public const string ApprovedBy = "approved-by";

    /// <summary>The list of services.</summary>
    public const string Services = "services-needed";

    /// <summary>The list of infrastructure.</summary>
    public const string Infrastructure = "infrastructure";

    /// <summary>The measured coverage.</summary>
    public const string Coverage = "coverage";

    /// <summary>When a phase or task is done.</summary>
    public const string Done = "dod";

    /// <summary>Why a prompt is not yet worked on, or a decision's title.</summary>
    public const string Title = "title";

    /// <summary>The id of a decision.</summary>
    public const string DecisionId = "adr-id";

    /// <summary>A subtotal of requirement coverage.</summary>
    public const string Subtotal = "subtotal";

    /// <summary>What is read at a stage of the workflow.</summary>
    public const string StageReads = "stage-reads";

    /// <summary>The number of all requirements in an intake.</summary>
    public const string GrandTotal = "grand-total";

    /// <summary>The number of all requirements in a report.</summary>
    public const string Total = "total";

    /// <summary>How many requirements are implemented.</summary>
    public const string Implemented = "implemented";

    /// <summary>How many requirements were taken out of scope.</summary>
    public const string Descoped = "descoped";

    /// <summary>How many requirements are left.</summary>
    public const string Outstanding = "outstanding";
}

/// <summary>What a section is for, where rules ask for it.</summary>
public static class SectionRoles
{
    /// <summary>Level, modules and time.</summary>
    public const string TargetConfiguration = "target-configuration";

    /// <summary>The functional requirements.</summary>
    public const string FunctionalRequirements = "functional-requirements";

    /// <summary>Services and infrastructure.</summary>
    public const string ArchitectureMapping = "architecture-mapping";

    /// <summary>The features of the level.</summary>
    public const string MaturityFeatures = "maturity-features";

    /// <summary>The features included at the level.</summary>
    public const string Included = "included";

    /// <summary>The features left out at the level.</summary>
    public const string Skipped = "skipped";

    /// <summary>How features are added later.</summary>
    public const string UpgradePath = "upgrade-path";

    /// <summary>Why a decision is needed.</summary>
    public const string Context = "context";

    /// <summary>The requirements traceability matrix.</summary>
    public const string TraceabilityMatrix = "rtm";

    /// <summary>The phases of a plan; repeats.</summary>
    public const string Phases = "phases";

    /// <summary>The summary of the checks in a report.</summary>
    public const string VerificationSummary = "verification-summary";

    /// <summary>Deviations somebody approved.</summary>
    public const string Deviations = "deviations";

    /// <summary>What is handed over.</summary>
    public const string Deliverables = "deliverables";

    /// <summary>The prompt as it came.</summary>
    public const string Prompt = "prompt";

    /// <summary>What a prompt says already.</summary>
    public const string Inputs = "inputs";

    /// <summary>What a prompt lacks.</summary>
    public const string Missing = "missing";

    /// <summary>That and why the workflow ended.</summary>
    public const string Termination = "termination";

    /// <summary>The verdict on a prompt.</summary>
    public const string ValidationNote = "validation-note";

    /// <summary>Requirements taken out with approval.</summary>
    public const string Descoped = "descoped";

    /// <summary>Contexts that a registry has retired.</summary>
    public const string Deprecated = "deprecated";

    /// <summary>The problem, the people who have it and how success is measured.</summary>
    public const string BusinessContext = "business-context";

    /// <summary>The systems outside.</summary>
    public const string Dependencies = "dependencies";
}

/// <summary>What a table holds.</summary>
public static class TableRoles
{
    /// <summary>Requirement definitions.</summary>
    public const string Requirements = "requirements";

    /// <summary>What is read at each stage.</summary>
    public const string Navigation = "navigation";

    /// <summary>The mapping of requirements to phases and tasks.</summary>
    public const string Traceability = "rtm";

    /// <summary>Checks with their results.</summary>
    public const string Checks = "checks";

    /// <summary>Requirement coverage in a report.</summary>
    public const string CoverageMatrix = "coverage-matrix";

    /// <summary>Requirements taken out with approval.</summary>
    public const string Descoped = "descoped";

    /// <summary>Features of a level.</summary>
    public const string Features = "features";

    /// <summary>The contexts that service names begin with.</summary>
    public const string Contexts = "contexts";

    /// <summary>What is handed over.</summary>
    public const string Deliverables = "deliverables";

    /// <summary>What a plan changes in the architecture.</summary>
    public const string Impact = "impact";
}

/// <summary>What a column holds.</summary>
public static class ColumnRoles
{
    /// <summary>A requirement id.</summary>
    public const string RequirementId = "req-id";

    /// <summary>A requirement's or feature's name.</summary>
    public const string Feature = "feature";

    /// <summary>A priority.</summary>
    public const string Priority = "priority";

    /// <summary>A description.</summary>
    public const string Description = "description";

    /// <summary>Acceptance notes.</summary>
    public const string Acceptance = "acceptance";

    /// <summary>A status.</summary>
    public const string Status = "status";

    /// <summary>The phase a requirement is mapped to.</summary>
    public const string Phase = "phase";

    /// <summary>The tasks a requirement is mapped to.</summary>
    public const string Tasks = "tasks";

    /// <summary>Evidence.</summary>
    public const string Evidence = "evidence";

    /// <summary>The tests of a requirement.</summary>
    public const string Tests = "tests";

    /// <summary>A check's name.</summary>
    public const string Check = "check";

    /// <summary>A command.</summary>
    public const string Command = "command";

    /// <summary>A check's result.</summary>
    public const string Result = "result";

    /// <summary>A service name.</summary>
    public const string Service = "service";

    /// <summary>The level at which a feature is available.</summary>
    public const string AvailableAt = "available-at";

    /// <summary>What a feature is about.</summary>
    public const string Category = "category";

    /// <summary>Remarks.</summary>
    public const string Notes = "notes";

    /// <summary>Who approved what the row says.</summary>
    public const string ApprovedBy = "approved-by";

    /// <summary>What a pass looks like.</summary>
    public const string Expected = "expected";

    /// <summary>Why a feature is included.</summary>
    public const string Justification = "justification";

    /// <summary>What follows from a change or a risk.</summary>
    public const string Impact = "impact";

    /// <summary>A part of the architecture.</summary>
    public const string Area = "area";

    /// <summary>Something that is handed over.</summary>
    public const string Deliverable = "deliverable";

    /// <summary>The stage something comes from.</summary>
    public const string Produced = "produced";

    /// <summary>Where something is.</summary>
    public const string Path = "path";

    /// <summary>Why something is left out.</summary>
    public const string Reason = "reason";

    /// <summary>A date.</summary>
    public const string Date = "date";

    /// <summary>A stage or sub-stage of the workflow.</summary>
    public const string Stage = "stage";

    /// <summary>What is to be read.</summary>
    public const string Reads = "reads";

    /// <summary>What is produced.</summary>
    public const string Generates = "generates";

    /// <summary>Templates and tools.</summary>
    public const string Tools = "tools";

    /// <summary>A success criterion.</summary>
    public const string Success = "success";

    /// <summary>A context of service names.</summary>
    public const string Context = "context";

    /// <summary>What takes the place of something retired.</summary>
    public const string ReplacedBy = "replaced-by";
}
