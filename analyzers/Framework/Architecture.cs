using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>The architecture the workflow builds: roles, ports, versions and what is forbidden.</summary>
public sealed record Architecture
{
    /// <summary>The name of the approach.</summary>
    public string Approach { get; init; } = "";

    /// <summary>Its constraints.</summary>
    public ImmutableArray<ArchitectureConstraint> Constraints { get; init; } = [];

    /// <summary>The roles services play.</summary>
    public ImmutableArray<ServiceRole> Roles { get; init; } = [];

    /// <summary>Which port belongs to which role.</summary>
    public ImmutableArray<PortAssignment> Ports { get; init; } = [];

    /// <summary>Infrastructure with its versions.</summary>
    public ImmutableArray<InfrastructureItem> Infrastructure { get; init; } = [];

    /// <summary>Libraries a business service must not use.</summary>
    public ImmutableArray<string> ForbiddenLibraries { get; init; } = [];

    /// <summary>Environment variables a business service must not receive.</summary>
    public ImmutableArray<string> ForbiddenVariables { get; init; } = [];

    /// <summary>Blocking libraries with their asynchronous counterparts.</summary>
    public ImmutableDictionary<string, string> BlockingLibraries { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Regular expression of an event name.</summary>
    public string EventName { get; init; } = "(?!)";

    /// <summary>Labels and headings under which events are listed.</summary>
    public ImmutableArray<string> EventLabels { get; init; } = [];

    /// <summary>Verbs that make an event name a command.</summary>
    public ImmutableArray<string> EventCommandVerbs { get; init; } = [];

    /// <summary>State words that an event name may end in.</summary>
    public ImmutableArray<string> EventStateWords { get; init; } = [];

    /// <summary>The source folders of each service type.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> LayerFolders { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Words that say that access is direct.</summary>
    public ImmutableArray<string> DirectAccessWords { get; init; } = [];

    /// <summary>Words for a service that stands before a database, whichever it is.</summary>
    public ImmutableArray<string> DataServiceWords { get; init; } = [];

    /// <summary>How documents describe a requirement that conflicts with a constraint.</summary>
    public ConflictForm Conflict { get; init; } = new();

    /// <summary>Regular expression that finds the id of a recorded decision.</summary>
    public string DecisionCitation { get; init; } = "(?!)";

    /// <summary>Words that say that a technology is another system's and not chosen here.</summary>
    public ImmutableArray<string> ExternalWords { get; init; } = [];

    /// <summary>Words before the number of a port.</summary>
    public ImmutableArray<string> PortWords { get; init; } = [];

    /// <summary>Headers of columns that hold ports of the host, those that say so first.</summary>
    public ImmutableArray<string> PortColumns { get; init; } = [];

    /// <summary>Words behind the number of a port that is only seen inside a container.</summary>
    public ImmutableArray<string> InnerPortWords { get; init; } = [];

    /// <summary>Words in the name or command of a container that does one job and stops.</summary>
    public ImmutableArray<string> ComposeRunOnceWords { get; init; } = [];
}

/// <summary>How documents describe a requirement that conflicts with a constraint of the architecture.</summary>
public sealed record ConflictForm
{
    /// <summary>Headings and labels that open such a description.</summary>
    public ImmutableArray<string> Headings { get; init; } = [];

    /// <summary>Labels of the requirement.</summary>
    public ImmutableArray<string> RequirementLabels { get; init; } = [];

    /// <summary>Labels of the constraint.</summary>
    public ImmutableArray<string> ConstraintLabels { get; init; } = [];

    /// <summary>Those of both that tell by themselves that there is a conflict: outside of such a description, one of the two labels has to be one.</summary>
    public ImmutableArray<string> DistinctiveLabels { get; init; } = [];

    /// <summary>Labels of a solution that keeps the constraint.</summary>
    public ImmutableArray<string> SolutionLabels { get; init; } = [];

    /// <summary>Labels of a solution that somebody approved.</summary>
    public ImmutableArray<string> DecisionLabels { get; init; } = [];

    /// <summary>Words that say that somebody approved.</summary>
    public ImmutableArray<string> ApprovalWords { get; init; } = [];
}

/// <summary>A constraint of the architecture.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Text">What it demands.</param>
/// <param name="When">When it applies.</param>
public sealed record ArchitectureConstraint(string Id, string Name, string Text, Condition When);

/// <summary>What a service is in the architecture.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">business, data or infrastructure (<see cref="ServiceRoleKind"/>).</param>
/// <param name="Port">Its usual host port, or null.</param>
/// <param name="ServiceType">The type part of its name.</param>
/// <param name="Module">The module it belongs to, or null.</param>
/// <param name="Engine">The id of the infrastructure a data service stands before, or null.</param>
/// <param name="Keywords">Words it is recognised by, lower case.</param>
public sealed record ServiceRole(
    string Id,
    string Name,
    ServiceRoleKind Kind,
    int? Port,
    string ServiceType,
    string? Module,
    string? Engine,
    ImmutableArray<string> Keywords)
{
    /// <summary>More words for it in sentences, lower case: a description that holds one may be about another service.</summary>
    public ImmutableArray<string> Forms { get; init; } = [];
}

/// <summary>Which side of the data a service stands on.</summary>
public enum ServiceRoleKind
{
    /// <summary>It holds business logic and reaches data through data services.</summary>
    Business,

    /// <summary>It owns a database.</summary>
    Data,

    /// <summary>It is no service of the project's own code.</summary>
    Infrastructure,
}

/// <summary>A port and who listens on it.</summary>
/// <param name="Port">The port.</param>
/// <param name="Role">The id of a role or infrastructure item.</param>
/// <param name="IsHost">Whether it is the port on the host; inside a container otherwise.</param>
public sealed record PortAssignment(int Port, string Role, bool IsHost);

/// <summary>A piece of infrastructure.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other names.</param>
/// <param name="Version">The version the base workflow names; empty when it names none.</param>
/// <param name="ExactVersion">The version the extended documents name; empty when they name none.</param>
/// <param name="IsMinimum">Whether newer versions are fine.</param>
/// <param name="Module">The module it belongs to, or null.</param>
/// <param name="IsDatabase">Whether it is a database, so that only data services may reach it.</param>
public sealed record InfrastructureItem(
    string Id,
    string Name,
    ImmutableArray<string> Aliases,
    string Version,
    string ExactVersion,
    bool IsMinimum,
    string? Module,
    bool IsDatabase);
