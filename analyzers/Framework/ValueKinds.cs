using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>The types of field values and cells.</summary>
public static class ValueKinds
{
    /// <summary>Free text.</summary>
    public const string Text = "text";

    /// <summary>A maturity level.</summary>
    public const string Level = "level";

    /// <summary>A list of modules.</summary>
    public const string Modules = "modules";

    /// <summary>A duration.</summary>
    public const string Duration = "duration";

    /// <summary>A date.</summary>
    public const string Date = "date";

    /// <summary>A priority.</summary>
    public const string Priority = "priority";

    /// <summary>A requirement's status.</summary>
    public const string RequirementStatus = "req-status";

    /// <summary>A check's result.</summary>
    public const string Result = "result";

    /// <summary>The overall result of a verification.</summary>
    public const string OverallResult = "overall-result";

    /// <summary>A report's status.</summary>
    public const string ReportStatus = "qa-status";

    /// <summary>A recommendation.</summary>
    public const string Recommendation = "recommendation";

    /// <summary>A document state.</summary>
    public const string State = "state";

    /// <summary>A decision's status.</summary>
    public const string DecisionStatus = "adr-status";

    /// <summary>A person.</summary>
    public const string Person = "person";

    /// <summary>An id.</summary>
    public const string Id = "id";

    /// <summary>A version.</summary>
    public const string Version = "version";

    /// <summary>A link.</summary>
    public const string Link = "link";

    /// <summary>A list.</summary>
    public const string List = "list";

    /// <summary>A list of tasks.</summary>
    public const string Tasks = "tasks";

    /// <summary>A list of checkboxes.</summary>
    public const string Checkboxes = "checkboxes";

    /// <summary>A whole number.</summary>
    public const string Count = "count";

    /// <summary>A number.</summary>
    public const string Number = "number";

    /// <summary>A percentage.</summary>
    public const string Percent = "percent";

    /// <summary>Paths or globs.</summary>
    public const string Paths = "paths";

    /// <summary>Command lines.</summary>
    public const string Commands = "commands";

    /// <summary>Paths with lines, symbols or links that prove something.</summary>
    public const string Evidence = "evidence";

    /// <summary>A name with a date.</summary>
    public const string Signature = "signature";

    /// <summary>A list of services.</summary>
    public const string Services = "services";

    /// <summary>A list of infrastructure.</summary>
    public const string Infrastructure = "infrastructure";

    /// <summary>A list of entities with their attributes.</summary>
    public const string Entities = "entities";

    /// <summary>A list of events.</summary>
    public const string Events = "events";

    /// <summary>A service name.</summary>
    public const string ServiceName = "service-name";

    /// <summary>A service type.</summary>
    public const string ServiceType = "service-type";

    /// <summary>A confirmation that the architecture is kept.</summary>
    public const string Alignment = "alignment";

    /// <summary>A target that can be measured.</summary>
    public const string Measurable = "measurable";

    /// <summary>How complete the requirement coverage is.</summary>
    public const string CoverageStatus = "coverage-status";

    /// <summary>The levels something applies at.</summary>
    public const string LevelCondition = "level-condition";

    /// <summary>Yes or no.</summary>
    public const string Flag = "flag";

    /// <summary>The type of a document.</summary>
    public const string DocumentType = "document-type";

    /// <summary>A mapping.</summary>
    public const string Map = "map";

    /// <summary>One of a fixed set of words.</summary>
    public const string Choice = "choice";

    /// <summary>Every type.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        Text, Level, Modules, Duration, Date, Priority, RequirementStatus, Result, OverallResult, ReportStatus, Recommendation,
        State, DecisionStatus, Person, Id, Version, Link, List, Tasks, Checkboxes, Count, Number, Percent, Paths, Commands,
        Evidence, Signature, Services, Infrastructure, Entities, Events, ServiceName, ServiceType, Alignment, Measurable,
        CoverageStatus, LevelCondition, Flag, DocumentType, Map, Choice,
    ];
}
