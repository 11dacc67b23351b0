using System.Collections.Immutable;

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

    /// <summary>The table of stages with what is read and produced (seed Part 3).</summary>
    public NavigationMatrix Navigation { get; init; } = new();

    /// <summary>The known ways things go wrong (seed Part 5).</summary>
    public ImmutableArray<KnownIssue> Issues { get; init; } = [];

    /// <summary>The maturity levels in ascending order (seed Stage 1).</summary>
    public ImmutableArray<MaturityLevel> Levels { get; init; } = [];

    /// <summary>The features with the level from which each belongs to the product.</summary>
    public ImmutableArray<Feature> Features { get; init; } = [];

    /// <summary>The ways from a level to a higher one.</summary>
    public ImmutableArray<UpgradeStep> UpgradeSteps { get; init; } = [];

    /// <summary>The optional modules and the words around them.</summary>
    public ModuleVocabulary Modules { get; init; } = new();

    /// <summary>How the generation time is estimated from level and modules (catalogue FW230).</summary>
    public TimeEstimate TimeEstimate { get; init; } = new();

    /// <summary>How services are named (seed Stage 4 action 5).</summary>
    public NamingConvention Naming { get; init; } = new();

    /// <summary>Status vocabularies by id (roles <see cref="VocabularyIds"/>).</summary>
    public ImmutableDictionary<string, StatusVocabulary> Vocabularies { get; init; } = ImmutableDictionary<string, StatusVocabulary>.Empty;

    /// <summary>How dates are written in words.</summary>
    public DateWords Dates { get; init; } = new();

    /// <summary>What counts as a placeholder, a choice list or an elision.</summary>
    public PlaceholderPatterns Placeholders { get; init; } = new();

    /// <summary>How requirement ids look.</summary>
    public RequirementIdScheme RequirementIds { get; init; } = new();

    /// <summary>The checks a verification must hold, in order (seed Stage 5 action 3).</summary>
    public ImmutableArray<VerificationCheck> Checks { get; init; } = [];

    /// <summary>How documents say that a check of their own may fail.</summary>
    public OptionalChecks OptionalChecks { get; init; } = new();

    /// <summary>The commands of the workflow.</summary>
    public ImmutableArray<WorkflowCommand> Commands { get; init; } = [];

    /// <summary>Where numbers that must agree are written (catalogue 1.13).</summary>
    public NumberSlots NumberSlots { get; init; } = new();

    /// <summary>Phrases by which a note declares that no input is missing, in any case.</summary>
    public ImmutableArray<string> CompletePhrases { get; init; } = [];

    /// <summary>Regular expressions of labels that ask for an answer.</summary>
    public ImmutableArray<string> QuestionPatterns { get; init; } = [];

    /// <summary>How evidence names files.</summary>
    public EvidencePaths EvidencePaths { get; init; } = new();

    /// <summary>The architecture the workflow builds.</summary>
    public Architecture Architecture { get; init; } = new();

    /// <summary>When a decision must be recorded (seed Stage 3 action 11).</summary>
    public ImmutableArray<DecisionTrigger> DecisionTriggers { get; init; } = [];

    /// <summary>What new documents say.</summary>
    public ScaffoldPhrases Phrases { get; init; } = ScaffoldPhrases.Empty;

    /// <summary>What is handed over (seed Stage 6 action 4).</summary>
    public ImmutableArray<Deliverable> Deliverables { get; init; } = [];

    /// <summary>The keys of front matter.</summary>
    public ImmutableArray<FrontMatterKey> FrontMatterKeys { get; init; } = [];

    /// <summary>Regular expression of file names that carry date, feature id and type (groups <c>date</c>, <c>fid</c>, <c>slug</c>, <c>type</c>).</summary>
    public string FileNamePattern { get; init; } = "(?!)";

    /// <summary>Headings and words after which nothing is claimed (catalogue 1.9).</summary>
    public NegativeScope NegativeScope { get; init; } = new();

    /// <summary>Folders whose files are reference material (decisions 3), relative, with a closing slash.</summary>
    public ImmutableArray<string> ReferenceRoots { get; init; } = [];

    /// <summary>Folders a path may be relative to beside the document and the repository root (catalogue 1.12), relative, with a closing slash.</summary>
    public ImmutableArray<string> ResolutionRoots { get; init; } = [];

    /// <summary>Regular expressions of normalised titles that are of no kind, however much the sections look like one.</summary>
    public ImmutableArray<string> ForeignTitles { get; init; } = [];

    /// <summary>Typical sequences of wrongly decoded text by character set (catalogue FW922).</summary>
    public ImmutableArray<MojibakeSignature> Mojibake { get; init; } = [];

    /// <summary>What the workflow binds rules to: the kinds a rule applies to and its parameters, by rule id.</summary>
    public ImmutableDictionary<string, RuleBinding> Rules { get; init; } = ImmutableDictionary<string, RuleBinding>.Empty;

    /// <summary>The dash-like values that mean "none" (catalogue 1.6).</summary>
    public ImmutableArray<string> DashValues { get; init; } = [];

    /// <summary>Regular expressions with a group <c>number</c> of a reference to a numbered section in running text.</summary>
    public ImmutableArray<string> SectionReferences { get; init; } = [];

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
    ImmutableArray<string> FrontMatterKeys)
{
    /// <summary>A document most of whose level-2 headings match one of these regular expressions is of this variant.</summary>
    public ImmutableArray<string> Headings { get; init; } = [];

    /// <summary>The level that the dialect fixes for all its documents, so that they need not state one; null when they must.</summary>
    public int? FixedLevel { get; init; }
}

/// <summary>How much a part of a document is demanded.</summary>
public enum Presence
{
    /// <summary>Never demanded.</summary>
    Optional,

    /// <summary>Demanded in every variant when its condition holds.</summary>
    Conditional,

    /// <summary>Demanded in extended variants only, and there as a warning; when it has a condition, only while that holds.</summary>
    Extended,

    /// <summary>Demanded in every variant; when it has a condition, only while that holds.</summary>
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
