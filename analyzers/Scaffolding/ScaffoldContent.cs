using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>What a new document takes over from the others of its delivery.</summary>
/// <param name="Project">The project as titles write it; empty when they name none.</param>
/// <param name="RequestId">The id that ties the documents together; empty when there is none.</param>
/// <param name="Level">The number of the maturity level; null when it is not known.</param>
/// <param name="Modules">Ids of the declared modules; null when nobody answered.</param>
/// <param name="IsExtended">Whether the documents are of an extended variant.</param>
public sealed record ScaffoldFacts(string Project, string RequestId, int? Level, EquatableArray<string>? Modules, bool IsExtended);

/// <summary>A requirement that is taken over.</summary>
/// <param name="Id">Its id; empty in documents that give none.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Priority">The class of its priority; null when it has none.</param>
/// <param name="Status">The class of its status; null when it has none.</param>
/// <param name="Cells">What else is known of it, by column role, as Markdown.</param>
public sealed record CarriedRequirement(string Id, string Title, string? Priority, string? Status, ImmutableDictionary<string, string> Cells);

/// <summary>A section that is taken over.</summary>
/// <param name="Body">Its text without tables of the definition, as Markdown; empty when there is none.</param>
/// <param name="Rows">The rows of its table, by column role, as Markdown.</param>
public sealed record CarriedSection(string Body, ImmutableArray<ImmutableDictionary<string, string>> Rows);

/// <summary>A check that was run.</summary>
/// <param name="Result">Its result as written.</param>
/// <param name="Class">The class of the result; null when it is none.</param>
/// <param name="Evidence">What proves it, as written.</param>
public sealed record CarriedCheck(string Result, string? Class, string Evidence);

/// <summary>Another document of the delivery.</summary>
/// <param name="Kind">The id of its kind.</param>
/// <param name="Path">Its path, relative to the workspace root.</param>
/// <param name="Title">Its title as written.</param>
public sealed record CarriedDocument(string Kind, string Path, string Title);

/// <summary>What a new document is filled with beside the facts.</summary>
public sealed record ScaffoldContent
{
    /// <summary>Nothing.</summary>
    public static ScaffoldContent Empty { get; } = new();

    /// <summary>Values of fields by role, as Markdown; a value of several lines stands below its label.</summary>
    public ImmutableDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Sections by role.</summary>
    public ImmutableDictionary<string, CarriedSection> Sections { get; init; } = ImmutableDictionary<string, CarriedSection>.Empty;

    /// <summary>The requirements in order.</summary>
    public ImmutableArray<CarriedRequirement> Requirements { get; init; } = [];

    /// <summary>Names of the services in order.</summary>
    public ImmutableArray<string> Services { get; init; } = [];

    /// <summary>Results of checks by the id of the check.</summary>
    public ImmutableDictionary<string, CarriedCheck> Checks { get; init; } = ImmutableDictionary<string, CarriedCheck>.Empty;

    /// <summary>Measured line coverage in percent; null when nothing measured it.</summary>
    public double? Coverage { get; init; }

    /// <summary>Measured tests; null when nothing measured them.</summary>
    public TestTotals? Tests { get; init; }

    /// <summary>Paths of the reports that measured, relative to the workspace root.</summary>
    public ImmutableArray<string> Reports { get; init; } = [];

    /// <summary>The other documents of the delivery in the order of the workflow.</summary>
    public ImmutableArray<CarriedDocument> Documents { get; init; } = [];

    /// <summary>What the prompt says, by the id of the input; inputs without an entry are missing.</summary>
    public ImmutableDictionary<string, string> Answers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Ids of modules that the prompt speaks of without declaring them.</summary>
    public ImmutableArray<string> MentionedModules { get; init; } = [];

    /// <summary>The prompt as it came; empty when there is none.</summary>
    public string Prompt { get; init; } = "";

    /// <summary>Where each deliverable is, by its id; paths relative to the workspace root. Those without an entry are not there.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Deliverables { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>What calls for a decision, for a record of one; null for other documents.</summary>
    public CarriedDecision? Decision { get; init; }
}

/// <summary>A decision to be recorded.</summary>
/// <param name="Trigger">What calls for it; null when its author does.</param>
/// <param name="Keyword">The word that shows it, or what it is about.</param>
/// <param name="Id">The id of its record.</param>
public sealed record CarriedDecision(DecisionTrigger? Trigger, string Keyword, string Id)
{
    /// <summary>The passage that it is taken from, as Markdown; empty when it is taken from none.</summary>
    public string Passage { get; init; } = "";

    /// <summary>What it is about, for titles.</summary>
    public string Subject(ScaffoldPhrases phrases) =>
        Trigger is null ? Keyword : phrases.Fill(ScaffoldPhrases.DecisionSubject, ("trigger", Trigger.Name), ("keyword", Keyword));
}

/// <summary>A document to write.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Path">Its path, relative to the workspace root; links are written from there.</param>
/// <param name="Facts">What it shares with its delivery.</param>
/// <param name="Today">The date of its date fields.</param>
public sealed record ScaffoldRequest(DocumentKind Kind, string Path, ScaffoldFacts Facts, DateOnly Today)
{
    /// <summary>What it is filled with.</summary>
    public ScaffoldContent Content { get; init; } = ScaffoldContent.Empty;
}
