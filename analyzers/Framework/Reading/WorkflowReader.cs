using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Yaml;

namespace FrameworkLsp.Analyzers.Framework.Reading;

/// <summary>Reads stages, phases, sub-stages, prompt inputs, the navigation matrix and known issues.</summary>
internal sealed class WorkflowReader(PackReading reading, KindReader kinds)
{
    /// <summary>Reads a stage.</summary>
    public Stage ReadStage(YamlMap map) => new()
    {
        Id = reading.NewId(map, "id", PackSpace.Stage),
        Name = map.RequiredText("name"),
        Aliases = map.Texts("aliases"),
        Entry = map.Text("entry"),
        Exit = map.Text("exit"),
        Success = map.Text("success"),
        Reads = map.Maps("reads", item => new ReadingItem(
            item.RequiredText("path"),
            item.Flag("mandatory"),
            reading.When(item),
            item.Text("when_text"))),
        Generates = map.Texts("generates"),
        BackTo = reading.Reference(map, "back_to", PackSpace.Stage),
        BackReason = map.Text("back_reason"),
        ArtefactKind = reading.Reference(map, "artefact", PackSpace.Kind),
    };

    /// <summary>Reads a phase.</summary>
    public Phase ReadPhase(YamlMap map) => new()
    {
        Number = reading.NewNumber(map, "number", PackSpace.Phase),
        Name = map.RequiredText("name"),
        Aliases = map.Texts("aliases"),
        SubStage = reading.Reference(map, "sub_stage", PackSpace.SubStage) ?? "",
        When = reading.When(map),
        Keywords = map.Texts("keywords"),
        Commands = map.Texts("commands"),
        Success = map.Text("success"),
        Done = map.Text("done"),
    };

    /// <summary>Reads a sub-stage.</summary>
    public SubStage ReadSubStage(YamlMap map) => new(
        reading.NewId(map, "id", PackSpace.SubStage),
        map.RequiredText("name"),
        reading.When(map),
        map.Texts("reads"),
        map.Texts("generates"),
        map.Text("success"))
    {
        Commands = map.Texts("commands"),
        Done = map.Text("done"),
    };

    /// <summary>Reads a mandatory input of a prompt.</summary>
    public PromptInput ReadInput(YamlMap map) => new(
        reading.NewId(map, "id", PackSpace.Input),
        map.RequiredText("name"),
        map.Texts("aliases"),
        map.Flag("blocker"),
        reading.Reference(map, "field", PackSpace.Field),
        reading.Reference(map, "section", PackSpace.Section),
        map.Texts("parts"))
    {
        MayDefault = map.Flag("may_default"),
        Question = map.Text("question"),
    };

    /// <summary>Reads the navigation matrix.</summary>
    public NavigationMatrix ReadNavigation(YamlMap map) => new()
    {
        Columns = kinds.Columns(map),
        PathPrefixes = map.Texts("path_prefixes"),
        Rows = map.Maps("rows", row => new NavigationRow(
            row.RequiredText("stage"),
            row.RequiredText("phase"),
            row.Texts("reads"),
            row.Texts("generates"),
            row.Texts("tools"),
            row.Text("success"))),
    };

    /// <summary>Reads a known issue.</summary>
    public KnownIssue ReadIssue(YamlMap map) => new(
        reading.NewNumber(map, "number", PackSpace.Issue),
        map.RequiredText("name"),
        map.Text("stage"),
        map.Text("recovery"));
}
