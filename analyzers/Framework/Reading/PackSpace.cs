namespace FrameworkLsp.Analyzers.Framework.Reading;

/// <summary>The name spaces of a pack: what an id names.</summary>
internal enum PackSpace
{
    /// <summary>A document kind.</summary>
    Kind,

    /// <summary>The role of a section of any kind.</summary>
    Section,

    /// <summary>The role of a field of any kind.</summary>
    Field,

    /// <summary>The role of a column of any table.</summary>
    Column,

    /// <summary>A stage.</summary>
    Stage,

    /// <summary>A sub-stage.</summary>
    SubStage,

    /// <summary>The number of a phase.</summary>
    Phase,

    /// <summary>The number of a level.</summary>
    Level,

    /// <summary>A feature.</summary>
    Feature,

    /// <summary>An optional module.</summary>
    Module,

    /// <summary>A check.</summary>
    Check,

    /// <summary>A piece of infrastructure.</summary>
    Infrastructure,

    /// <summary>A role of the architecture.</summary>
    Role,

    /// <summary>A service type.</summary>
    ServiceType,

    /// <summary>A service context.</summary>
    Context,

    /// <summary>A deliverable.</summary>
    Deliverable,

    /// <summary>A variant of the documents.</summary>
    Variant,

    /// <summary>A command.</summary>
    Command,

    /// <summary>A known issue.</summary>
    Issue,

    /// <summary>A situation that calls for a decision.</summary>
    Trigger,

    /// <summary>An input of a prompt.</summary>
    Input,

    /// <summary>A prefix of requirement ids.</summary>
    Prefix,

    /// <summary>A place where names are written.</summary>
    Layer,

    /// <summary>A reason for a fourth part.</summary>
    Reason,
}
