using System.Collections.Concurrent;
using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>A framework definition with everything that matching needs, built on first use and shared between threads.</summary>
public sealed class CompiledDefinition
{
    private const string CoversParameter = "covers";

    private readonly ConcurrentDictionary<string, StatusMatcher> _vocabularies = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, KindIndex> _kinds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableHashSet<string>> _ruleKinds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ILookup<string, string>> _coveringRules = new(StringComparer.Ordinal);
    private readonly Lazy<LevelParser> _levels;
    private readonly Lazy<LevelMentionFinder> _levelMentions;
    private readonly Lazy<ModuleParser> _modules;
    private readonly Lazy<DurationParser> _durations;
    private readonly Lazy<DateReader> _dates;
    private readonly Lazy<ValueClassifier> _values;
    private readonly Lazy<RequirementIdMatcher> _requirementIds;
    private readonly Lazy<ServiceNameParser> _serviceNames;
    private readonly Lazy<ServiceRoleMatcher> _serviceRoles;
    private readonly Lazy<FeatureMatcher> _features;
    private readonly Lazy<ArtefactMatcher> _artefacts;
    private readonly Lazy<NegativeScopeMatcher> _negativeScope;
    private readonly Lazy<CheckMatcher> _checks;
    private readonly Lazy<NumberSlotMatcher> _numberSlots;
    private readonly Lazy<ApprovalMatcher> _approvals;
    private readonly Lazy<PhaseMatcher> _phaseNames;
    private readonly Lazy<TextPattern?> _predecessorFiles;
    private readonly Lazy<KindRecognizer> _recognizer;

    /// <summary>Prepares a definition.</summary>
    public CompiledDefinition(FrameworkDefinition definition)
    {
        Definition = definition;
        _levels = new(() => new LevelParser(definition.Levels));
        _levelMentions = new(() => new LevelMentionFinder(definition.Levels));
        _modules = new(() => new ModuleParser(definition));
        _durations = new(() => new DurationParser(definition.TimeEstimate));
        _dates = new(() => new DateReader(definition.Dates));
        _values = new(() => new ValueClassifier(definition));
        _requirementIds = new(() => new RequirementIdMatcher(definition.RequirementIds));
        _serviceNames = new(() => new ServiceNameParser(definition.Naming));
        _serviceRoles = new(() => new ServiceRoleMatcher(definition, ServiceNames));
        _features = new(() => new FeatureMatcher(definition.Features));
        _artefacts = new(() => new ArtefactMatcher(definition.Features));
        _negativeScope = new(() => new NegativeScopeMatcher(definition.NegativeScope));
        _checks = new(() => new CheckMatcher(definition.Checks));
        _numberSlots = new(() => new NumberSlotMatcher(definition.NumberSlots));
        _approvals = new(() => new ApprovalMatcher(definition, Values, Dates));
        _phaseNames = new(() => new PhaseMatcher(definition.Phases));
        _recognizer = new(() => new KindRecognizer(this));
        _predecessorFiles = new(() => TextPattern.Any([.. Predecessors.SelectMany(static kind => kind.FilePatterns)]));
        Predecessors = [.. definition.Kinds.Where(kind => definition.Kinds.Any(other => other.Predecessor == kind.Id))];
    }

    /// <summary>The definition.</summary>
    public FrameworkDefinition Definition { get; }

    /// <summary>The kinds that must exist before others.</summary>
    public ImmutableArray<DocumentKind> Predecessors { get; }

    /// <summary>The file names of those kinds; null when they have none.</summary>
    public TextPattern? PredecessorFiles => _predecessorFiles.Value;

    /// <summary>Reads maturity levels.</summary>
    public LevelParser Levels => _levels.Value;

    /// <summary>Finds levels in running text.</summary>
    public LevelMentionFinder LevelMentions => _levelMentions.Value;

    /// <summary>Reads module lists.</summary>
    public ModuleParser Modules => _modules.Value;

    /// <summary>Reads estimates in minutes.</summary>
    public DurationParser Durations => _durations.Value;

    /// <summary>Reads dates.</summary>
    public DateReader Dates => _dates.Value;

    /// <summary>Tells empty values, dashes, placeholders and choice lists.</summary>
    public ValueClassifier Values => _values.Value;

    /// <summary>Reads requirement ids.</summary>
    public RequirementIdMatcher RequirementIds => _requirementIds.Value;

    /// <summary>Takes service names apart.</summary>
    public ServiceNameParser ServiceNames => _serviceNames.Value;

    /// <summary>Tells which part services play.</summary>
    public ServiceRoleMatcher ServiceRoles => _serviceRoles.Value;

    /// <summary>Finds features by their names.</summary>
    public FeatureMatcher Features => _features.Value;

    /// <summary>Recognises paths that exist only with a feature.</summary>
    public ArtefactMatcher Artefacts => _artefacts.Value;

    /// <summary>Tells where nothing is claimed.</summary>
    public NegativeScopeMatcher NegativeScope => _negativeScope.Value;

    /// <summary>Recognises verification checks.</summary>
    public CheckMatcher Checks => _checks.Value;

    /// <summary>Reads coverage and test counts from their canonical places.</summary>
    public NumberSlotMatcher NumberSlots => _numberSlots.Value;

    /// <summary>Tells whether a text names who approved something.</summary>
    public ApprovalMatcher Approvals => _approvals.Value;

    /// <summary>Tells the phases of the workflow by their names.</summary>
    internal PhaseMatcher PhaseNames => _phaseNames.Value;

    /// <summary>Recognises document kinds.</summary>
    public KindRecognizer Recognizer => _recognizer.Value;

    /// <summary>Classifies values by a vocabulary.</summary>
    public StatusMatcher Status(string vocabularyId) =>
        _vocabularies.GetOrAdd(vocabularyId, static (id, self) => new StatusMatcher(self.Definition.Vocabulary(id), self.Definition), this);

    /// <summary>The sections, fields and columns of a kind by their normalised names.</summary>
    public KindIndex Kind(DocumentKind kind) => _kinds.GetOrAdd(kind.Id, static (_, value) => new KindIndex(value), kind);

    /// <summary>Whether the pack binds a rule to a kind; a rule without kinds applies to all.</summary>
    public bool RuleApplies(string ruleId, DocumentKind kind)
    {
        var kinds = _ruleKinds.GetOrAdd(
            ruleId,
            static (id, definition) => definition.Rules.TryGetValue(id, out var binding) ? [.. binding.Kinds.Items] : [],
            Definition);
        return kinds.IsEmpty || kinds.Contains(kind.Id);
    }

    /// <summary>
    /// The ids of the rules that report for themselves what is missing, empty or open at a role in documents of a kind, so that the rules for
    /// any field or section leave it to them: those the pack binds to the kind with the role under <c>covers</c> (decisions 10, 11).
    /// </summary>
    public IEnumerable<string> CoveringRules(DocumentKind kind, string role) => _coveringRules.GetOrAdd(
        kind.Id,
        static (_, state) => state.Self.Definition.Rules
            .Where(rule => state.Self.RuleApplies(rule.Key, state.Kind) && rule.Value.Parameters.ContainsKey(CoversParameter))
            .SelectMany(static rule => rule.Value.Parameters[CoversParameter].Select(covered => (Role: covered, rule.Key)))
            .ToLookup(static entry => entry.Role, static entry => entry.Key, StringComparer.Ordinal),
        (Self: this, Kind: kind))[role];
}
