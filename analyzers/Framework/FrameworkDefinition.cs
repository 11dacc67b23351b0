using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>
/// Everything a workflow says, as data: its document kinds, levels, modules, checks, names and words. Read from a pack of YAML files;
/// immutable. Rules ask it for roles and never know a heading text, a level number or a kind's name.
/// </summary>
public sealed record FrameworkDefinition
{
    /// <summary>The pack's id, for example the folder name of its files.</summary>
    public required string Id { get; init; }

    /// <summary>The framework's name for messages.</summary>
    public required string Name { get; init; }

    /// <summary>Dialects of the documents: the base form and forms that demand more (catalogue 1.15).</summary>
    public ImmutableArray<DocumentVariant> Variants { get; init; } = [];

    /// <summary>The stages in order (seed Part 2).</summary>
    public ImmutableArray<Stage> Stages { get; init; } = [];

    /// <summary>The implementation phases in order (seed Stage 3 action 7).</summary>
    public ImmutableArray<Phase> Phases { get; init; } = [];

    /// <summary>The sub-stages of code generation in execution order (seed Part 3, upstream matrix).</summary>
    public ImmutableArray<SubStage> SubStages { get; init; } = [];

    /// <summary>The document kinds in the order of the stages that produce them.</summary>
    public ImmutableArray<DocumentKind> Kinds { get; init; } = [];

    /// <summary>The mandatory inputs of a prompt (seed Stage 1 action 2).</summary>
    public ImmutableArray<PromptInput> PromptInputs { get; init; } = [];

    /// <summary>The maturity levels in ascending order (seed Stage 1).</summary>
    public ImmutableArray<MaturityLevel> Levels { get; init; } = [];

    /// <summary>The features with the level from which each belongs to the product.</summary>
    public ImmutableArray<Feature> Features { get; init; } = [];

    /// <summary>The optional modules and the words around them.</summary>
    public ModuleVocabulary Modules { get; init; } = new();

    /// <summary>How the generation time is estimated from level and modules (catalogue FW230).</summary>
    public TimeEstimate TimeEstimate { get; init; } = new();

    /// <summary>How services are named (seed Stage 4 action 5).</summary>
    public NamingConvention Naming { get; init; } = new();

    /// <summary>Status vocabularies by id (roles <see cref="VocabularyIds"/>).</summary>
    public ImmutableDictionary<string, StatusVocabulary> Vocabularies { get; init; } = ImmutableDictionary<string, StatusVocabulary>.Empty;

    /// <summary>What counts as a placeholder, a choice list or an elision.</summary>
    public PlaceholderPatterns Placeholders { get; init; } = new();

    /// <summary>How requirement ids look.</summary>
    public RequirementIdScheme RequirementIds { get; init; } = new();

    /// <summary>The checks a verification must hold, in order (seed Stage 5 action 3).</summary>
    public ImmutableArray<VerificationCheck> Checks { get; init; } = [];

    /// <summary>Where numbers that must agree are written (catalogue 1.13).</summary>
    public NumberSlots NumberSlots { get; init; } = new();

    /// <summary>Headings and words after which nothing is claimed (catalogue 1.9).</summary>
    public NegativeScope NegativeScope { get; init; } = new();

    /// <summary>Folders whose files are reference material (decisions 3), relative, with a closing slash.</summary>
    public ImmutableArray<string> ReferenceRoots { get; init; } = [];

    /// <summary>Folders a path may be relative to beside the document and the repository root (catalogue 1.12), relative, with a closing slash.</summary>
    public ImmutableArray<string> ResolutionRoots { get; init; } = [];

    /// <summary>Typical sequences of wrongly decoded text by character set (catalogue FW922).</summary>
    public ImmutableArray<MojibakeSignature> Mojibake { get; init; } = [];

    /// <summary>What the workflow binds rules to: the kinds a rule applies to and its parameters, by rule id.</summary>
    public ImmutableDictionary<string, RuleBinding> Rules { get; init; } = ImmutableDictionary<string, RuleBinding>.Empty;

    /// <summary>The dash-like values that mean "none" (catalogue 1.6).</summary>
    public ImmutableArray<string> DashValues { get; init; } = [];

    /// <summary>The kind with the given id, or null.</summary>
    public DocumentKind? Kind(string id) => Kinds.FirstOrDefault(kind => kind.Id == id);

    /// <summary>The level with the given number, or null.</summary>
    public MaturityLevel? Level(int number) => Levels.FirstOrDefault(level => level.Number == number);

    /// <summary>The module with the given id, or null.</summary>
    public OptionalModule? Module(string id) => Modules.Items.FirstOrDefault(module => module.Id == id);

    /// <summary>The vocabulary with the given id; an empty one when the pack has none.</summary>
    public StatusVocabulary Vocabulary(string id) => Vocabularies.GetValueOrDefault(id) ?? StatusVocabulary.Empty;
}

/// <summary>A dialect of the documents, recognised by what it contains (catalogue 1.15).</summary>
/// <param name="Id">Its id, for messages and configuration.</param>
/// <param name="IsExtended">Whether it demands what is marked <see cref="Presence.Extended"/>.</param>
/// <param name="SectionRoles">A document that binds one of these section roles is of this variant.</param>
/// <param name="ColumnRoles">A document with a table that binds one of these column roles is of this variant.</param>
/// <param name="FrontMatterKeys">A document with one of these front matter keys is of this variant.</param>
public sealed record DocumentVariant(
    string Id,
    bool IsExtended,
    ImmutableArray<string> SectionRoles,
    ImmutableArray<string> ColumnRoles,
    ImmutableArray<string> FrontMatterKeys);

/// <summary>How much a part of a document is demanded.</summary>
public enum Presence
{
    /// <summary>Never demanded.</summary>
    Optional,

    /// <summary>Demanded when a condition holds that the rule evaluates.</summary>
    Conditional,

    /// <summary>Demanded in extended variants only, and there as a warning.</summary>
    Extended,

    /// <summary>Demanded in every variant.</summary>
    Required,
}

/// <summary>When something applies. All parts that are set must hold; an empty condition always holds.</summary>
/// <param name="MinLevel">The lowest level, or null.</param>
/// <param name="Module">The id of a module that must be declared, or null.</param>
public sealed record Condition(int? MinLevel, string? Module)
{
    /// <summary>The condition that always holds.</summary>
    public static Condition Always { get; } = new(null, null);

    /// <summary>Whether the condition holds for a level (null: unknown, counts as not reached) and the declared module ids.</summary>
    public bool Holds(int? level, IReadOnlyCollection<string> modules) =>
        (MinLevel is null || level >= MinLevel) && (Module is null || modules.Contains(Module));
}

/// <summary>A stage of the workflow.</summary>
public sealed record Stage
{
    /// <summary>The stage's number as text, for example <c>2</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names, in any language.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>When it may start.</summary>
    public string Entry { get; init; } = "";

    /// <summary>When it is over.</summary>
    public string Exit { get; init; } = "";

    /// <summary>The success criterion of the navigation matrix.</summary>
    public string Success { get; init; } = "";

    /// <summary>What is to be read.</summary>
    public ImmutableArray<ReadingItem> Reads { get; init; } = [];

    /// <summary>What it produces, in words.</summary>
    public ImmutableArray<string> Generates { get; init; } = [];

    /// <summary>The kind of document it produces, or null.</summary>
    public string? ArtefactKind { get; init; }
}

/// <summary>A document (or pattern of documents) to read.</summary>
/// <param name="Path">Path or glob, relative to the framework.</param>
/// <param name="IsMandatory">Whether it must be read.</param>
/// <param name="When">When it is to be read, in the condition's terms.</param>
/// <param name="WhenText">The condition in words when it is not one of level or module; empty otherwise.</param>
public sealed record ReadingItem(string Path, bool IsMandatory, Condition When, string WhenText);

/// <summary>An implementation phase of a plan.</summary>
public sealed record Phase
{
    /// <summary>Its number.</summary>
    public required int Number { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The sub-stage it stands for.</summary>
    public string SubStage { get; init; } = "";

    /// <summary>When a plan must have it.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>Words that identify it in any language.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>The commands that validate it.</summary>
    public ImmutableArray<string> Commands { get; init; } = [];

    /// <summary>Its success criterion.</summary>
    public string Success { get; init; } = "";
}

/// <summary>A sub-stage of code generation.</summary>
/// <param name="Id">Its id, for example <c>4.3b</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="When">When it is executed.</param>
/// <param name="Reads">What is read for it.</param>
/// <param name="Generates">What it produces, in words.</param>
/// <param name="Success">Its success criterion.</param>
public sealed record SubStage(
    string Id,
    string Name,
    Condition When,
    ImmutableArray<string> Reads,
    ImmutableArray<string> Generates,
    string Success);

/// <summary>A mandatory input of a prompt.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Aliases">Other names, in any language.</param>
/// <param name="IsBlocker">Whether the workflow may not go on without it.</param>
/// <param name="FieldRole">The field role that answers it, or null.</param>
/// <param name="SectionRole">The section role that answers it in the next stage's document, or null.</param>
/// <param name="Parts">Parts it consists of, for example problem and users; empty when it has none.</param>
public sealed record PromptInput(
    string Id,
    string Name,
    ImmutableArray<string> Aliases,
    bool IsBlocker,
    string? FieldRole,
    string? SectionRole,
    ImmutableArray<string> Parts);

/// <summary>A maturity level.</summary>
public sealed record MaturityLevel
{
    /// <summary>Its number.</summary>
    public required int Number { get; init; }

    /// <summary>Its canonical name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Names that different sources use for different levels and that therefore contradict none.</summary>
    public ImmutableArray<string> NeutralAliases { get; init; } = [];

    /// <summary>What the level is for.</summary>
    public string Goal { get; init; } = "";

    /// <summary>What the level adds, in a phrase.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The lowest acceptable test coverage in percent.</summary>
    public double CoverageThreshold { get; init; }

    /// <summary>Lower and upper bound of the generation time without modules, in minutes.</summary>
    public double BaseMinutes { get; init; }

    /// <summary>Upper bound of the generation time without modules, in minutes.</summary>
    public double UpperBaseMinutes { get; init; }

    /// <summary>How the level is written in a document, for example <c>3 - Pre-Production</c>.</summary>
    public string Display => $"{Number} - {Name}";
}

/// <summary>A feature of the feature and level matrix.</summary>
public sealed record Feature
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its category.</summary>
    public string Category { get; init; } = "";

    /// <summary>The lowest level that includes it.</summary>
    public int MinLevel { get; init; } = 1;

    /// <summary>Whether sources disagree on the level (catalogue 5); such a feature is never reported above info.</summary>
    public bool IsContested { get; init; }

    /// <summary>What the disagreement is; empty when there is none.</summary>
    public string ContestedNote { get; init; } = "";

    /// <summary>Whether the level must include it.</summary>
    public bool IsMandatory { get; init; }

    /// <summary>Other names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Paths that only exist with the feature.</summary>
    public ImmutableArray<string> Artefacts { get; init; } = [];
}

/// <summary>The optional modules and the words around them.</summary>
public sealed record ModuleVocabulary
{
    /// <summary>The modules.</summary>
    public ImmutableArray<OptionalModule> Items { get; init; } = [];

    /// <summary>Words that say that no module is wanted.</summary>
    public ImmutableArray<string> NoneWords { get; init; } = [];

    /// <summary>Words that name the core and so declare no module.</summary>
    public ImmutableArray<string> CoreWords { get; init; } = [];

    /// <summary>What separates modules in a list.</summary>
    public ImmutableArray<string> Separators { get; init; } = [];
}

/// <summary>An optional module.</summary>
public sealed record OptionalModule
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names, in any language.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>What it is built with.</summary>
    public string Technology { get; init; } = "";

    /// <summary>Ids of modules it cannot do without.</summary>
    public ImmutableArray<string> Requires { get; init; } = [];

    /// <summary>Ids of modules that go well with it.</summary>
    public ImmutableArray<string> Recommends { get; init; } = [];

    /// <summary>The phase that builds it, or null.</summary>
    public int? Phase { get; init; }

    /// <summary>The sub-stages it adds.</summary>
    public ImmutableArray<string> SubStages { get; init; } = [];

    /// <summary>Whether the base workflow asks for it by name.</summary>
    public bool IsOffered { get; init; }
}

/// <summary>How generation time is estimated; the bounds per level are at <see cref="MaturityLevel"/>.</summary>
public sealed record TimeEstimate
{
    /// <summary>Minutes a module adds at most.</summary>
    public double MinutesPerModule { get; init; }
}

/// <summary>A status vocabulary: words and emoji by class (catalogue 1.7).</summary>
/// <param name="Classes">The classes in the order in which they are tried.</param>
public sealed record StatusVocabulary(ImmutableArray<StatusClass> Classes)
{
    /// <summary>A vocabulary without words.</summary>
    public static StatusVocabulary Empty { get; } = new([]);
}

/// <summary>A class of a status vocabulary.</summary>
/// <param name="Id">The class, one of <see cref="StatusClasses"/>.</param>
/// <param name="Canonical">How the class is written by the tool.</param>
/// <param name="Words">Words that mean it, in any language, lower case.</param>
/// <param name="Emoji">Emoji that mean it.</param>
public sealed record StatusClass(string Id, string Canonical, ImmutableArray<string> Words, ImmutableArray<string> Emoji);

/// <summary>Patterns of values that say nothing.</summary>
public sealed record PlaceholderPatterns
{
    /// <summary>Regular expressions that match a whole placeholder value.</summary>
    public ImmutableArray<string> FullValue { get; init; } = [];

    /// <summary>Regular expressions that match a whole list of choices left from a template.</summary>
    public ImmutableArray<string> ChoiceLists { get; init; } = [];

    /// <summary>Regular expressions of placeholders in titles.</summary>
    public ImmutableArray<string> Title { get; init; } = [];

    /// <summary>Words at the end of a file name or title that make it a template.</summary>
    public ImmutableArray<string> TemplateWords { get; init; } = [];

    /// <summary>Regular expressions of lines that say that something was left out.</summary>
    public ImmutableArray<string> Elision { get; init; } = [];
}

/// <summary>How requirement ids look.</summary>
public sealed record RequirementIdScheme
{
    /// <summary>The regular expression of a canonical id.</summary>
    public string Canonical { get; init; } = "(?!)";

    /// <summary>The prefixes of the scheme.</summary>
    public ImmutableArray<RequirementPrefix> Prefixes { get; init; } = [];

    /// <summary>Regular expressions (anchored) of every accepted spelling, dialects included.</summary>
    public ImmutableArray<string> Accepted { get; init; } = [];

    /// <summary>Regular expression of a feature id, and of headings that carry one.</summary>
    public string FeatureId { get; init; } = "(?!)";
}

/// <summary>A prefix of requirement ids.</summary>
/// <param name="Id">The prefix, for example <c>FR</c>.</param>
/// <param name="Name">What it means.</param>
/// <param name="SectionRole">The section role its definitions stand in.</param>
/// <param name="DefaultPhase">The phase proposed when such a requirement is mapped.</param>
public sealed record RequirementPrefix(string Id, string Name, string SectionRole, int? DefaultPhase);

/// <summary>A check that a verification must hold.</summary>
public sealed record VerificationCheck
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names, in any language.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The role of the section it stands in.</summary>
    public string SectionRole { get; init; } = "";

    /// <summary>The canonical command; empty when there is none.</summary>
    public string Command { get; init; } = "";

    /// <summary>What the command is recognised by; empty when it shares its tool with another check.</summary>
    public ImmutableArray<string> Tools { get; init; } = [];

    /// <summary>What a pass looks like.</summary>
    public string Expected { get; init; } = "";

    /// <summary>How bad its absence is, as a severity name.</summary>
    public string Severity { get; init; } = "error";

    /// <summary>Severity by level number where it differs.</summary>
    public ImmutableDictionary<int, string> SeverityByLevel { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>Whether it is demanded everywhere or in extended variants only.</summary>
    public Presence Presence { get; init; } = Presence.Required;

    /// <summary>Whether skipping it is a failure (catalogue FW620, FW702).</summary>
    public bool IsMandatory { get; init; } = true;

    /// <summary>The number slot its row carries (<see cref="SlotIds"/>), or null.</summary>
    public string? Slot { get; init; }
}

/// <summary>Where numbers that must agree are written (catalogue 1.13).</summary>
public sealed record NumberSlots
{
    /// <summary>How far two coverage numbers may differ, in percentage points.</summary>
    public double CoverageTolerance { get; init; } = 0.5;

    /// <summary>Regular expressions with a group <c>value</c> for coverage in running text (list items and fields).</summary>
    public ImmutableArray<string> CoveragePhrases { get; init; } = [];

    /// <summary>Regular expressions with groups <c>total</c> or <c>passed</c>/<c>failed</c> for tests in running text.</summary>
    public ImmutableArray<string> TestPhrases { get; init; } = [];

    /// <summary>Front matter keys that hold coverage in percent.</summary>
    public ImmutableArray<string> CoverageKeys { get; init; } = [];

    /// <summary>The machine-readable coverage report's file name.</summary>
    public string CoverageReport { get; init; } = "";
}

/// <summary>Headings and words after which nothing is claimed (catalogue 1.9).</summary>
public sealed record NegativeScope
{
    /// <summary>Heading or label keys that open a negative scope when the heading starts with or equals one.</summary>
    public ImmutableArray<string> Headings { get; init; } = [];

    /// <summary>Words that negate the rest of their clause.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Marks at the start of a line that negate it.</summary>
    public ImmutableArray<string> Marks { get; init; } = [];
}

/// <summary>Typical sequences of a text read with the wrong character set.</summary>
/// <param name="Charset">The encoding's web name, for example <c>macintosh</c>.</param>
/// <param name="Markers">Sequences that give it away.</param>
public sealed record MojibakeSignature(string Charset, ImmutableArray<string> Markers);

/// <summary>What the workflow says of a rule.</summary>
/// <param name="Kinds">Ids of the kinds the rule applies to; empty means every recognised document.</param>
/// <param name="Parameters">Named values the rule reads, each a list of strings.</param>
public sealed record RuleBinding(EquatableArray<string> Kinds, ImmutableDictionary<string, ImmutableArray<string>> Parameters);
