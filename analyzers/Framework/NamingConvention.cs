using System.Collections.Immutable;
using System.Globalization;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>How services are named: three parts by default, a fourth with a reason (seed Stage 4 action 5).</summary>
public sealed record NamingConvention
{
    /// <summary>Regular expression of a well-formed name.</summary>
    public string Syntax { get; init; } = "(?!)";

    /// <summary>The default form, for messages.</summary>
    public string DefaultForm { get; init; } = "";

    /// <summary>The form with a function, for messages.</summary>
    public string ExtendedForm { get; init; } = "";

    /// <summary>How many parts a name has by default.</summary>
    public int DefaultParts { get; init; } = 3;

    /// <summary>The service types.</summary>
    public ImmutableArray<ServiceType> Types { get; init; } = [];

    /// <summary>Words used for a type by mistake, with the right type.</summary>
    public ImmutableDictionary<string, string> TypeSynonyms { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The known contexts.</summary>
    public ImmutableArray<ServiceContext> Contexts { get; init; } = [];

    /// <summary>Words that say nothing as a context.</summary>
    public ImmutableArray<string> GenericContexts { get; init; } = [];

    /// <summary>Tokens joined by the separator that count as one part, for example <c>user_management</c>.</summary>
    public ImmutableArray<string> CompoundTokens { get; init; } = [];

    /// <summary>Regular expressions of data service names, which follow their own form.</summary>
    public ImmutableArray<string> DataServicePatterns { get; init; } = [];

    /// <summary>Short names that the workflow's own examples use; tolerated in embedded examples.</summary>
    public ImmutableArray<string> ShorthandNames { get; init; } = [];

    /// <summary>Names of the templates that services are copied from.</summary>
    public ImmutableArray<string> TemplateNames { get; init; } = [];

    /// <summary>Domains that do not say what a service does, with typical functions.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> AmbiguousDomains { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Domains that say what a service does.</summary>
    public ImmutableArray<string> ClearDomains { get; init; } = [];

    /// <summary>Functions that add nothing to their domain.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> RedundantFunctions { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Words that add nothing to any domain.</summary>
    public ImmutableArray<string> RedundantWords { get; init; } = [];

    /// <summary>Functions that add nothing to their type.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> RedundantWithType { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Abbreviations with the words they stand for.</summary>
    public ImmutableDictionary<string, string> Abbreviations { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Abbreviations everybody knows.</summary>
    public ImmutableArray<string> AllowedAbbreviations { get; init; } = [];

    /// <summary>Provider, technology and channel tokens that justify a function.</summary>
    public ImmutableArray<string> ProviderTokens { get; init; } = [];

    /// <summary>The accepted reasons for a fourth part, in order.</summary>
    public ImmutableArray<NamingReason> Reasons { get; init; } = [];

    /// <summary>The words that citations of a reason begin with; a text is searched for them before the expression is tried there.</summary>
    public ImmutableArray<string> ReasonWords { get; init; } = [];

    /// <summary>Regular expression with a group <c>number</c> that a cited reason fits from its first word on.</summary>
    public string ReasonCitation { get; init; } = "(?!)";

    /// <summary>How a reason is cited: <c>{number}</c> and <c>{name}</c> are the reason's; empty when the tool cannot cite one.</summary>
    public string ReasonForm { get; init; } = "";

    /// <summary>Arguments that are no reason for a fourth part.</summary>
    public ImmutableArray<string> AntiReasons { get; init; } = [];

    /// <summary>The separator of each layer: code, compose, dns and so on.</summary>
    public ImmutableArray<NamingLayer> Layers { get; init; } = [];

    /// <summary>Headings and labels under which the leading token of an item or first cell is a service name (catalogue 1.11).</summary>
    public ImmutableArray<string> ServiceHeadings { get; init; } = [];

    /// <summary>Headers of columns that hold service names.</summary>
    public ImmutableArray<string> ServiceColumns { get; init; } = [];

    /// <summary>Headers of columns that say what a service is called in code and containers, beside another column of names.</summary>
    public ImmutableArray<string> CodeColumns { get; init; } = [];

    /// <summary>The folder whose subfolders are services, with a closing slash; also the key of services in compose files. Empty when there is none.</summary>
    public string ServicesFolder { get; init; } = "";

    /// <summary>Names of infrastructure containers, which are no services of the project.</summary>
    public ImmutableArray<string> InfrastructureNames { get; init; } = [];

    /// <summary>Endings of names that are containers or volumes and no services.</summary>
    public ImmutableArray<string> InfrastructureSuffixes { get; init; } = [];

    /// <summary>Maximum length that is still easy to read, in characters.</summary>
    public int LengthGate { get; init; } = int.MaxValue;

    /// <summary>Maximum length, in characters.</summary>
    public int LengthLimit { get; init; } = int.MaxValue;

    /// <summary>A reason as a document cites it; empty when the pack has no form.</summary>
    public string Cite(NamingReason reason) => ReasonForm
        .Replace("{number}", reason.Number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{name}", reason.Name, StringComparison.Ordinal);
}

/// <summary>A service type, the last part of a name.</summary>
/// <param name="Id">The token.</param>
/// <param name="Description">What it is.</param>
/// <param name="Technologies">What it is built with.</param>
/// <param name="AllowsTwoParts">Whether a name of this type may lack the domain.</param>
public sealed record ServiceType(string Id, string Description, ImmutableArray<string> Technologies, bool AllowsTwoParts);

/// <summary>A context, the first part of a name.</summary>
/// <param name="Id">The token.</param>
/// <param name="Domains">Domains seen in it.</param>
/// <param name="Services">Services registered in it.</param>
public sealed record ServiceContext(string Id, ImmutableArray<string> Domains, ImmutableArray<string> Services)
{
    /// <summary>Whether it may be used.</summary>
    public ContextState State { get; init; }

    /// <summary>A shorter form that names may use instead; empty when there is none.</summary>
    public string ShortPrefix { get; init; } = "";

    /// <summary>What to use instead of a deprecated context.</summary>
    public ImmutableArray<string> Replacements { get; init; } = [];

    /// <summary>What it is reserved for or why it is deprecated; empty for active ones.</summary>
    public string Note { get; init; } = "";
}

/// <summary>Whether a context may be used.</summary>
public enum ContextState
{
    /// <summary>It may.</summary>
    Active,

    /// <summary>It is kept for something planned.</summary>
    Reserved,

    /// <summary>It is replaced by another.</summary>
    Deprecated,

    /// <summary>It is used by the workflow's own examples without being registered (C-10).</summary>
    Unregistered,
}

/// <summary>An accepted reason for a fourth part.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
public sealed record NamingReason(int Number, string Name);

/// <summary>A place where a service name is written.</summary>
/// <param name="Id">Its id, for example <c>dns</c>.</param>
/// <param name="Separator">What joins the parts there.</param>
public sealed record NamingLayer(string Id, string Separator);
