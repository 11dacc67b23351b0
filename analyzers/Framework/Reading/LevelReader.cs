using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Yaml;

namespace FrameworkLsp.Analyzers.Framework.Reading;

/// <summary>Reads maturity levels, features and optional modules.</summary>
internal sealed class LevelReader(PackReading reading)
{
    private static readonly ImmutableArray<KeyValuePair<string, BelowLevel>> BelowLevels =
    [
        new("reported", BelowLevel.Reported),
        new("extended", BelowLevel.ReportedInExtended),
        new("allowed", BelowLevel.Allowed),
    ];

    /// <summary>Reads a level.</summary>
    public MaturityLevel ReadLevel(YamlMap map)
    {
        var lower = map.Number("base_minutes") ?? 0;
        return new MaturityLevel
        {
            Number = reading.NewNumber(map, "number", PackSpace.Level),
            Name = map.RequiredText("name"),
            Aliases = map.Texts("aliases"),
            NeutralAliases = map.Texts("neutral_aliases"),
            Goal = map.Text("goal"),
            Summary = map.Text("summary"),
            CoverageThreshold = map.Number("coverage_threshold") ?? 0,
            BaseMinutes = lower,
            UpperBaseMinutes = map.Number("upper_base_minutes") ?? lower,
            Uses = map.Texts("uses"),
            RecordsEveryDeviation = map.Flag("records_every_deviation"),
        };
    }

    /// <summary>Reads a way from a level to a higher one.</summary>
    public UpgradeStep ReadUpgrade(YamlMap map) => new(
        reading.NumberReference(map, "from", PackSpace.Level) ?? 0,
        reading.NumberReference(map, "to", PackSpace.Level) ?? 0,
        map.Text("effort"),
        map.Text("trigger"));

    /// <summary>Reads a feature.</summary>
    public Feature ReadFeature(YamlMap map)
    {
        var minLevel = reading.NumberReference(map, "min_level", PackSpace.Level) ?? 1;
        var contested = map.Text("contested");
        return new Feature
        {
            Id = reading.NewId(map, "id", PackSpace.Feature),
            Name = map.RequiredText("name"),
            Category = map.Text("category"),
            MinLevel = minLevel,
            RequiredFrom = reading.NumberReference(map, "required_from", PackSpace.Level) ?? minLevel,
            IsContested = contested.Length > 0,
            ContestedNote = contested,
            IsMandatory = map.Flag("mandatory", fallback: true),
            IsHeadline = map.Flag("headline"),
            IsInMatrix = map.Flag("matrix"),
            Aliases = map.Texts("aliases"),
            GenericAliases = map.Texts("generic_aliases"),
            BelowLevel = map.Choice("below_level", BelowLevels, BelowLevel.Reported),
            Artefacts = map.Texts("artefacts"),
        };
    }

    /// <summary>Reads the modules and the words around them.</summary>
    public ModuleVocabulary ReadModules(YamlMap map) => new()
    {
        Items = map.Maps("items", ReadModule),
        NoneWords = map.Texts("none_words"),
        ExceptWords = map.Texts("except_words"),
        CoreWords = map.Texts("core_words"),
        ChangeWords = map.Texts("change_words"),
        Separators = map.Texts("separators"),
        Conflicts = map.Maps("conflicts", conflict => new ModuleConflict(
            reading.Reference(conflict, "excluded", PackSpace.Module) ?? "",
            reading.Reference(conflict, "declared", PackSpace.Module) ?? "",
            reading.Severity(conflict, "severity", "error"),
            conflict.Text("reason"))),
    };

    /// <summary>Reads how the generation time is estimated.</summary>
    public TimeEstimate ReadTimeEstimate(YamlMap map) => new()
    {
        MinutesPerModule = map.Number("minutes_per_module") ?? 0,
        MinuteWords = map.Texts("minute_words"),
        BaseWords = map.Texts("base_words"),
        ModuleWords = map.Texts("module_words"),
        Forms = map.Texts("forms"),
        FormsForOne = map.Texts("forms_for_one"),
        FormsForNone = map.Texts("forms_for_none"),
    };

    private OptionalModule ReadModule(YamlMap map) => new()
    {
        Id = reading.NewId(map, "id", PackSpace.Module),
        Name = map.RequiredText("name"),
        Aliases = map.Texts("aliases"),
        Keywords = map.Texts("keywords"),
        Technology = map.Text("technology"),
        Requires = reading.References(map, "requires", PackSpace.Module),
        Recommends = reading.References(map, "recommends", PackSpace.Module),
        AutoIncludes = reading.References(map, "auto_includes", PackSpace.Module),
        ImpliedBy = reading.References(map, "implied_by", PackSpace.Module),
        IsImplied = map.Flag("implied"),
        Phase = reading.NumberReference(map, "phase", PackSpace.Phase),
        SubStages = reading.References(map, "sub_stages", PackSpace.SubStage),
        IsOffered = map.Flag("offered"),
    };
}
