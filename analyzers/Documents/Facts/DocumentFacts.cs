using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Documents.Values;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>
/// What a document says, without positions: what workspace rules read. Two texts with equal facts need no workspace rule to run again.
/// Places are kept beside it in <see cref="FactLocations"/> under the <see cref="FactKey"/> of each fact.
/// </summary>
public sealed record DocumentFacts
{
    /// <summary>The file's path, relative to the workspace root.</summary>
    public required string Path { get; init; }

    /// <summary>Position among the documents of the file: 0 for the file itself.</summary>
    public int Part { get; init; }

    /// <summary>The kind's id.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether it stands in a fence of another document.</summary>
    public bool IsEmbedded => Part > 0;

    /// <summary>Whether its variant demands more than the base form.</summary>
    public bool IsExtended { get; init; }

    /// <summary>How far it has come.</summary>
    public DocumentState State { get; init; }

    /// <summary>How far it says that it has come; null when it does not say.</summary>
    public DocumentState? StatedState { get; init; }

    /// <summary>How its status is written, without markup, where <see cref="StatedState"/> or <see cref="OverallResult"/> comes from it; empty otherwise.</summary>
    public string StatusText { get; init; } = "";

    /// <summary>The feature id in the file's name; empty when there is none.</summary>
    public string FileFeatureId { get; init; } = "";

    /// <summary>Whether it is a template.</summary>
    public bool IsTemplate { get; init; }

    /// <summary>Whether it is reference material.</summary>
    public bool IsReference { get; init; }

    /// <summary>Whether it says that a part was left out.</summary>
    public bool HasElision { get; init; }

    /// <summary>The title as written; empty when there is none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The project's name from the title, normalised; empty when the title names none.</summary>
    public string Project { get; init; } = "";

    /// <summary>The request id; empty when there is none.</summary>
    public string RequestId { get; init; } = "";

    /// <summary>The feature id from front matter or file name; empty when there is none.</summary>
    public string FeatureId { get; init; } = "";

    /// <summary>Who approved it; empty when nobody is named.</summary>
    public string ApprovedBy { get; init; } = "";

    /// <summary>The number of the maturity level; null when none can be read.</summary>
    public int? Level { get; init; }

    /// <summary>Ids of the declared modules; null when the question is not answered.</summary>
    public EquatableArray<string>? Modules { get; init; }

    /// <summary>Whether the field of modules says where a change of them comes from: a recorded decision, a change request or a date.</summary>
    public bool ModulesAreExplained { get; init; }

    /// <summary>Names of the services, with underscores.</summary>
    public EquatableArray<string> Services { get; init; }

    /// <summary>How often each of <see cref="Services"/> is mentioned; the ordinal of <see cref="FactKey.Service(string, int)"/> counts them.</summary>
    public EquatableArray<int> ServiceMentions { get; init; }

    /// <summary>Those of <see cref="Services"/> that are written with hyphens somewhere.</summary>
    public EquatableArray<HyphenatedService> HyphenatedServices { get; init; }

    /// <summary>The reasons given for longer service names.</summary>
    public EquatableArray<ServiceReason> ServiceReasons { get; init; }

    /// <summary>Requirements the document defines.</summary>
    public EquatableArray<RequirementFact> Requirements { get; init; }

    /// <summary>Requirements the document maps, covers or descopes: rows that refer to a definition elsewhere, or rows of a matrix that stands alone.</summary>
    public EquatableArray<TraceFact> Traces { get; init; }

    /// <summary>Whether it has a table that maps requirements by their ids, with or without rows.</summary>
    public bool HasTraceability { get; init; }

    /// <summary>Whether it is about several features of a project, as a matrix that all of them share, and so belongs to none of their deliveries.</summary>
    public bool IsOfSeveralFeatures => Traces.Select(static trace => trace.Scope).Where(static scope => scope.Length > 0).Distinct(StringComparer.Ordinal).Skip(1).Any();

    /// <summary>Checks with their results.</summary>
    public EquatableArray<CheckFact> Checks { get; init; }

    /// <summary>Measured coverage from the canonical slots, in order; the ordinal of <see cref="FactKey.Coverage"/> counts them.</summary>
    public EquatableArray<CoverageFact> Coverage { get; init; }

    /// <summary>Numbers of all tests from the canonical slots, in order; the ordinal of <see cref="FactKey.Tests"/> counts them.</summary>
    public EquatableArray<TestCount> Tests { get; init; }

    /// <summary>Questions that nobody answered, in order; the ordinal of <see cref="FactKey.OpenQuestion"/> counts them.</summary>
    public EquatableArray<string> OpenQuestions { get; init; }

    /// <summary>Whether a note declares that no input is missing.</summary>
    public bool SaysComplete { get; init; }

    /// <summary>Stated shares of the requirements that are done, in order; the ordinal of <see cref="FactKey.RequirementCoverage"/> counts them.</summary>
    public EquatableArray<RequirementCoverageFact> RequirementCoverage { get; init; }

    /// <summary>Files that evidence names, in order; the ordinal of <see cref="FactKey.Evidence"/> counts them.</summary>
    public EquatableArray<EvidenceFact> Evidence { get; init; }

    /// <summary>Paths of what a report says is handed over, in order; the ordinal of <see cref="FactKey.Deliverable"/> counts them.</summary>
    public EquatableArray<string> Deliverables { get; init; }

    /// <summary>Requirement ids that occur in running text and in cells that are not about them, each once.</summary>
    public EquatableArray<string> Mentions { get; init; }

    /// <summary>Class of the overall result of a verification; null when there is none.</summary>
    public string? OverallResult { get; init; }

    /// <summary>Class of a report's status; null when there is none.</summary>
    public string? ReportStatus { get; init; }

    /// <summary>Class of a report's recommendation; null when there is none.</summary>
    public string? Recommendation { get; init; }

    /// <summary>Ids of the checks for which somebody approved a deviation.</summary>
    public EquatableArray<string> Deviations { get; init; }

    /// <summary>The phases of a plan, in order; the ordinal of <see cref="FactKey.Phase"/> counts them.</summary>
    public EquatableArray<PhaseFact> Phases { get; init; }

    /// <summary>Relative link targets and the paths of references to other documents, in order; the ordinal of <see cref="FactKey.Link"/> counts them.</summary>
    public EquatableArray<LinkFact> Links { get; init; }

    /// <summary>
    /// Fragments of links: to other Markdown files all of them, within the document those that lead nowhere; the ordinal of
    /// <see cref="FactKey.Fragment"/> counts them.
    /// </summary>
    public EquatableArray<FragmentFact> Fragments { get; init; }

    /// <summary>The fragments of its headings, which links from other documents lead to, sorted; empty in embedded documents, which no link reaches.</summary>
    public EquatableArray<string> Anchors { get; init; }

    /// <summary>Paths and patterns in a navigation matrix, in order; the ordinal of <see cref="FactKey.NavigationPath"/> counts them.</summary>
    public EquatableArray<NavigationPathFact> NavigationPaths { get; init; }

    /// <summary>Conflicts of requirements with constraints of the architecture, in order; the ordinal of <see cref="FactKey.Conflict"/> counts them.</summary>
    public EquatableArray<ConflictFact> Conflicts { get; init; }

    /// <summary>What calls for a recorded decision, in order, each kind of reason once; the ordinal of <see cref="FactKey.DecisionNeed"/> counts them.</summary>
    public EquatableArray<DecisionNeedFact> DecisionNeeds { get; init; }

    /// <summary>Whether it refers to a recorded decision by link, path or id.</summary>
    public bool CitesDecision { get; init; }

    /// <summary>For a recorded decision, the words in it that call for one, in lower case, sorted; empty for others.</summary>
    public EquatableArray<string> DecidedWords { get; init; }

    /// <summary>For a registry of names, the contexts it has retired.</summary>
    public EquatableArray<RetiredContext> RetiredContexts { get; init; }

    /// <summary>Ids of the kinds of documents that it refers to by a path or address, whether or not that leads anywhere.</summary>
    public EquatableArray<string> RefersTo { get; init; }
}

/// <summary>A requirement that a document defines.</summary>
/// <param name="Id">The id in upper case.</param>
/// <param name="Title">What it is called, without markup.</param>
/// <param name="Priority">The class of its priority; null when it has none.</param>
/// <param name="Status">The class of its status; null when it has none.</param>
/// <param name="Scope">The feature or project heading it belongs to, for documents about several features; empty otherwise.</param>
public sealed record RequirementFact(string Id, string Title, string? Priority, string? Status, string Scope)
{
    /// <summary>Whether it is a row that says nothing but its id, priority and status: one that is still to be written, and so no requirement yet.</summary>
    public bool IsBlank { get; init; }
}

/// <summary>A reason for a service name that is longer than the default form.</summary>
/// <param name="Service">The name, with underscores.</param>
/// <param name="Number">The number of the reason as cited, valid or not.</param>
public sealed record ServiceReason(string Service, int Number);

/// <summary>A service whose name is written with hyphens.</summary>
/// <param name="Name">The name, with underscores.</param>
/// <param name="Mention">The first mention with hyphens, as <see cref="FactKey.Service(string, int)"/> counts them.</param>
/// <param name="IsEverywhere">Whether all mentions are.</param>
public sealed record HyphenatedService(string Name, int Mention, bool IsEverywhere);

/// <summary>A phase of a plan.</summary>
/// <param name="Title">Its heading or cell as written.</param>
/// <param name="Number">The number of the workflow's phase that it is; null when it is another one.</param>
/// <param name="OwnNumber">The number it carries itself; null when it has none.</param>
/// <param name="IsNamed">Whether its words tell which phase it is, and not only its number.</param>
public sealed record PhaseFact(string Title, int? Number, int? OwnNumber, bool IsNamed);

/// <summary>A requirement that conflicts with a constraint of the architecture.</summary>
/// <param name="Requirement">The requirement as the document states it, else what the conflict is called.</param>
/// <param name="Constraint">The constraint as the document states it; empty when it does not.</param>
/// <param name="Solution">How far a solution is stated.</param>
/// <param name="Approval">How far somebody is named who approved it.</param>
public sealed record ConflictFact(string Requirement, string Constraint, Statement Solution, Statement Approval);

/// <summary>How far something is stated.</summary>
public enum Statement
{
    /// <summary>There is no line for it.</summary>
    None,

    /// <summary>There is a line for it that says nothing yet.</summary>
    Blank,

    /// <summary>It is stated.</summary>
    Given,
}

/// <summary>Something that calls for a recorded decision.</summary>
/// <param name="Trigger">The id of the reason.</param>
/// <param name="Word">What shows it, as written.</param>
public sealed record DecisionNeedFact(string Trigger, string Word);

/// <summary>A row about a requirement that is defined elsewhere.</summary>
/// <param name="Id">The id in upper case.</param>
/// <param name="Table">The role of the table.</param>
/// <param name="Phase">The phase cell; empty for a dash, null when the table has no such column.</param>
/// <param name="Tasks">The tasks cell; empty for a dash, null when the table has no such column.</param>
/// <param name="Status">The class of the status; null when it has none.</param>
/// <param name="Scope">The feature heading it belongs to, in a matrix that stands alone; empty otherwise.</param>
public sealed record TraceFact(string Id, string Table, string? Phase, string? Tasks, string? Status, string Scope = "")
{
    /// <summary>Whether the evidence cell is filled; null when the table has no such column.</summary>
    public bool? HasEvidence { get; init; }

    /// <summary>For a requirement out of scope, how its row says so; empty otherwise.</summary>
    public string Descope { get; init; } = "";

    /// <summary>Whether the row names who approved it, with a date.</summary>
    public bool IsApproved { get; init; }
}

/// <summary>A stated share of the requirements that are done.</summary>
/// <param name="Part">How many are done; null when only a percentage is stated.</param>
/// <param name="Whole">Of how many; null when only a percentage is stated.</param>
/// <param name="Percent">The percentage; null when none is stated.</param>
/// <param name="Qualifier">Which requirements count, as written; empty for all.</param>
public sealed record RequirementCoverageFact(int? Part, int? Whole, double? Percent, string Qualifier)
{
    /// <summary>Words in the same clause that may tell which requirements count; empty when nothing else stands there.</summary>
    public string Around { get; init; } = "";
}

/// <summary>A file that evidence names.</summary>
/// <param name="Path">The path as written.</param>
/// <param name="Line">The one-based line; null when none is named.</param>
/// <param name="EndLine">The last line of a range; null when there is none.</param>
/// <param name="IsRemoved">Whether the row says that the file was removed.</param>
public sealed record EvidenceFact(string Path, int? Line, int? EndLine, bool IsRemoved);

/// <summary>A check's row.</summary>
/// <param name="Id">The check's id; empty when it is none of the model's.</param>
/// <param name="Name">Its name as written.</param>
/// <param name="Result">The class of its result; null when it is empty or neutral.</param>
/// <param name="IsNamed">Whether the row bears a name of the check itself; "Load tests" is only a part of the tests.</param>
public sealed record CheckFact(string Id, string Name, string? Result, bool IsNamed)
{
    /// <summary>Whether it is a check of the document's own that the row calls optional or informational.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>A measured coverage.</summary>
/// <param name="Value">Percent.</param>
/// <param name="Result">The class of the result in its row; null when it stands in no row or the row has no verdict.</param>
public sealed record CoverageFact(double Value, string? Result);

/// <summary>A link to a heading.</summary>
/// <param name="Path">The file as written; empty for the document itself.</param>
/// <param name="Fragment">The fragment, percent-decoded.</param>
/// <param name="Nearest">The heading that is probably meant, within the document itself; null when there is none or it is another file's.</param>
public sealed record FragmentFact(string Path, string Fragment, string? Nearest);

/// <summary>A path or pattern in a navigation matrix.</summary>
/// <param name="Stage">The row's stage; empty when it has none.</param>
/// <param name="Path">The path or pattern as written.</param>
public sealed record NavigationPathFact(string Stage, string Path);

/// <summary>A path the document refers to.</summary>
/// <param name="Target">The path as written, percent-decoded, without query and fragment.</param>
/// <param name="IsLink">Whether it is a Markdown link (true) or only a path in code or front matter.</param>
public sealed record LinkFact(string Target, bool IsLink);
