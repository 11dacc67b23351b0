namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>What a candidate is about, without a position: it can be explained however the document changed since.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id, name or role.</param>
/// <param name="Owner">What it belongs to: the kind of document for a section, the section for a field; empty where the id says it all.</param>
public sealed record CompletionTopic(TopicKind Kind, string Id, string Owner = "");

/// <summary>What can be explained.</summary>
public enum TopicKind
{
    /// <summary>A section of a document kind.</summary>
    Section,

    /// <summary>A field of a section; of the header when its owner is empty.</summary>
    Field,

    /// <summary>A maturity level by its number.</summary>
    Level,

    /// <summary>A module.</summary>
    Module,

    /// <summary>A feature.</summary>
    Feature,

    /// <summary>A check of a verification.</summary>
    Check,

    /// <summary>An implementation phase by its number.</summary>
    Phase,

    /// <summary>A sub-stage of code generation.</summary>
    SubStage,

    /// <summary>A requirement of the delivery.</summary>
    Requirement,

    /// <summary>A service name.</summary>
    Service,

    /// <summary>A kind of document.</summary>
    Kind,

    /// <summary>A rule.</summary>
    Rule,

    /// <summary>A key of the front matter.</summary>
    FrontMatterKey,

    /// <summary>A key of the configuration file; keys of inner mappings are joined by a dot.</summary>
    ConfigurationKey,
}
