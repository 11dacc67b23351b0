using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Yaml;

namespace FrameworkLsp.Analyzers.Framework.Reading;

/// <summary>Puts the concerns of a pack's files together.</summary>
internal sealed class PackBuilder
{
    private readonly PackReading _reading;
    private readonly KindReader _kinds;
    private readonly WorkflowReader _workflow;
    private readonly LevelReader _levels;
    private readonly NamingReader _naming;
    private readonly VocabularyReader _words;
    private readonly DeliveryReader _delivery;
    private readonly HashSet<string> _single = new(StringComparer.Ordinal);
    private FrameworkDefinition _definition;
    private ImmutableArray<string> _kindOrder = [];

    /// <summary>Starts an empty pack.</summary>
    public PackBuilder(string id, PackReading reading)
    {
        _reading = reading;
        _kinds = new KindReader(reading);
        _workflow = new WorkflowReader(reading, _kinds);
        _levels = new LevelReader(reading);
        _naming = new NamingReader(reading);
        _words = new VocabularyReader(reading);
        _delivery = new DeliveryReader(reading);
        _definition = new FrameworkDefinition { Id = id, Name = id };
    }

    /// <summary>Whether a file gave the pack a name.</summary>
    public bool IsNamed { get; private set; }

    /// <summary>Adds what a file says.</summary>
    public void Add(YamlMap map)
    {
        var known = _definition;
        if (Once(map, "id"))
        {
            known = known with { Id = map.Text("id", known.Id) };
        }

        if (Once(map, "name"))
        {
            known = known with { Name = map.Text("name", known.Name) };
            IsNamed = true;
        }

        if (Once(map, "kind_order"))
        {
            _kindOrder = _reading.References(map, "kind_order", PackSpace.Kind);
        }

        _definition = AddWords(map, AddWorkflow(map, known));
    }

    /// <summary>The definition of all files added.</summary>
    public FrameworkDefinition Build()
    {
        if (_kindOrder.IsEmpty)
        {
            return _definition;
        }

        // Kinds the order does not name come last, so that nothing is lost.
        var ordered = _definition.Kinds.OrderBy(kind => _kindOrder.IndexOf(kind.Id) is var index and >= 0 ? index : int.MaxValue);
        return _definition with { Kinds = [.. ordered] };
    }

    private FrameworkDefinition AddWorkflow(YamlMap map, FrameworkDefinition known) => known with
    {
        Variants = known.Variants.AddRange(map.Maps("variants", _delivery.ReadVariant)),
        Stages = known.Stages.AddRange(map.Maps("stages", _workflow.ReadStage)),
        Phases = known.Phases.AddRange(map.Maps("phases", _workflow.ReadPhase)),
        SubStages = known.SubStages.AddRange(map.Maps("sub_stages", _workflow.ReadSubStage)),
        Kinds = known.Kinds.AddRange(map.Maps("kinds", _kinds.Read)),
        PromptInputs = known.PromptInputs.AddRange(map.Maps("prompt_inputs", _workflow.ReadInput)),
        Navigation = Once(map, "navigation") ? map.Map("navigation", _workflow.ReadNavigation) ?? known.Navigation : known.Navigation,
        Issues = known.Issues.AddRange(map.Maps("issues", _workflow.ReadIssue)),
        Levels = known.Levels.AddRange(map.Maps("levels", _levels.ReadLevel)),
        UpgradeSteps = known.UpgradeSteps.AddRange(map.Maps("upgrade_steps", _levels.ReadUpgrade)),
        Features = known.Features.AddRange(map.Maps("features", _levels.ReadFeature)),
        Modules = Once(map, "modules") ? map.Map("modules", _levels.ReadModules) ?? known.Modules : known.Modules,
        TimeEstimate = Once(map, "time_estimate") ? map.Map("time_estimate", _levels.ReadTimeEstimate) ?? known.TimeEstimate : known.TimeEstimate,
        Checks = known.Checks.AddRange(map.Maps("checks", _delivery.ReadCheck)),
        OptionalChecks = Once(map, "optional_checks") ? map.Map("optional_checks", DeliveryReader.ReadOptional) ?? known.OptionalChecks : known.OptionalChecks,
        Commands = known.Commands.AddRange(map.Maps("commands", _delivery.ReadCommand)),
        Deliverables = known.Deliverables.AddRange(map.Maps("deliverables", _delivery.ReadDeliverable)),
        DecisionTriggers = known.DecisionTriggers.AddRange(map.Maps("decision_triggers", _delivery.ReadTrigger)),
        Architecture = Once(map, "architecture") ? map.Map("architecture", _delivery.ReadArchitecture) ?? known.Architecture : known.Architecture,
    };

    private FrameworkDefinition AddWords(YamlMap map, FrameworkDefinition known) => known with
    {
        Naming = Once(map, "naming") ? map.Map("naming", _naming.Read) ?? known.Naming : known.Naming,
        Vocabularies = Once(map, "vocabularies") ? map.Map("vocabularies", _words.ReadVocabularies) ?? known.Vocabularies : known.Vocabularies,
        Dates = Once(map, "dates") ? map.Map("dates", _words.ReadDates) ?? known.Dates : known.Dates,
        Placeholders = Once(map, "placeholders") ? map.Map("placeholders", _words.ReadPlaceholders) ?? known.Placeholders : known.Placeholders,
        RequirementIds = Once(map, "requirement_ids") ? map.Map("requirement_ids", _words.ReadRequirementIds) ?? known.RequirementIds : known.RequirementIds,
        NumberSlots = Once(map, "numbers") ? map.Map("numbers", _delivery.ReadNumbers) ?? known.NumberSlots : known.NumberSlots,
        CompletePhrases = known.CompletePhrases.AddRange(map.Texts("complete_phrases")),
        ForeignTitles = known.ForeignTitles.AddRange(_reading.Patterns(map, "foreign_titles")),
        SectionReferences = known.SectionReferences.AddRange(_reading.Patterns(map, "section_references")),
        QuestionPatterns = known.QuestionPatterns.AddRange(_reading.Patterns(map, "question_patterns")),
        EvidencePaths = Once(map, "evidence") ? map.Map("evidence", _delivery.ReadEvidence) ?? known.EvidencePaths : known.EvidencePaths,
        NegativeScope = Once(map, "negative_scope") ? map.Map("negative_scope", _words.ReadNegativeScope) ?? known.NegativeScope : known.NegativeScope,
        FrontMatterKeys = known.FrontMatterKeys.AddRange(map.Maps("front_matter_keys", _delivery.ReadKey)),
        FileNamePattern = Once(map, "file_name_pattern") ? _reading.Pattern(map, "file_name_pattern") : known.FileNamePattern,
        ReferenceRoots = known.ReferenceRoots.AddRange(KindReader.Folders(map, "reference_roots")),
        ResolutionRoots = known.ResolutionRoots.AddRange(KindReader.Folders(map, "resolution_roots")),
        Mojibake = known.Mojibake.AddRange(map.Maps("mojibake", _words.ReadMojibake)),
        Rules = Once(map, "rules") ? map.Map("rules", _words.ReadRules) ?? known.Rules : known.Rules,
        Phrases = map.KeySpan("phrases") is null ? known.Phrases : new ScaffoldPhrases(known.Phrases.Texts.SetItems(map.TextMap("phrases"))),
        DashValues = known.DashValues.AddRange(map.Texts("dash_values")),
    };

    /// <summary>Whether the file has the key and is the first that has it.</summary>
    private bool Once(YamlMap map, string key)
    {
        if (map.KeySpan(key) is not { } span)
        {
            map.Node(key);
            return false;
        }

        if (_single.Add(key))
        {
            return true;
        }

        map.Node(key);
        map.Report(span, $"\"{key}\" is already given in another file of the pack.");
        return false;
    }
}
