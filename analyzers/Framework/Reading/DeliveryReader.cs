using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Yaml;

namespace FrameworkLsp.Analyzers.Framework.Reading;

/// <summary>Reads what is verified, handed over and built: checks, numbers, deliverables, decisions, architecture, front matter.</summary>
internal sealed class DeliveryReader(PackReading reading)
{
    private static readonly ImmutableArray<KeyValuePair<string, string>> Slots = YamlChoices.Words(SlotIds.Coverage, SlotIds.CoverageThreshold, SlotIds.Tests, SlotIds.Requirements);

    private static readonly ImmutableArray<KeyValuePair<string, Confidence>> Confidences =
    [
        new("low", Confidence.Low),
        new("medium", Confidence.Medium),
        new("high", Confidence.High),
    ];

    private static readonly ImmutableArray<KeyValuePair<string, ServiceRoleKind>> RoleKinds =
    [
        new("business", ServiceRoleKind.Business),
        new("data", ServiceRoleKind.Data),
        new("infrastructure", ServiceRoleKind.Infrastructure),
    ];

    /// <summary>Reads a check.</summary>
    public VerificationCheck ReadCheck(YamlMap map) => new()
    {
        Id = reading.NewId(map, "id", PackSpace.Check),
        Name = map.RequiredText("name"),
        Aliases = map.Texts("aliases"),
        SectionRole = reading.Reference(map, "section", PackSpace.Section) ?? "",
        Command = map.Text("command"),
        Tools = map.Texts("tools"),
        Expected = map.Text("expected"),
        Severity = reading.Severity(map, "severity", "error"),
        SeverityByLevel = reading.SeverityByLevel(map, "severity_by_level"),
        Presence = KindReader.ReadPresence(map, Presence.Required),
        When = reading.When(map),
        MaxRetries = map.Integer("max_retries"),
        IsMandatory = map.Flag("mandatory", fallback: true),
        Slot = map.Choice<string?>("slot", Slots!, null),
    };

    /// <summary>Reads how documents say that a check of their own may fail.</summary>
    public static OptionalChecks ReadOptional(YamlMap map) => new()
    {
        Words = map.Texts("words"),
        Columns = map.Texts("columns"),
        Answers = map.Texts("answers"),
    };

    /// <summary>Reads a command.</summary>
    public WorkflowCommand ReadCommand(YamlMap map) => new(
        reading.NewId(map, "id", PackSpace.Command),
        map.RequiredText("command"),
        reading.Reference(map, "check", PackSpace.Check));

    /// <summary>Reads where numbers are written.</summary>
    public NumberSlots ReadNumbers(YamlMap map) => new()
    {
        CoverageTolerance = map.Number("coverage_tolerance") ?? 0.5,
        CoveragePhrases = reading.Patterns(map, "coverage_phrases"),
        TestPhrases = reading.Patterns(map, "test_phrases"),
        TestPartWords = map.Texts("test_part_words"),
        RequirementPhrases = reading.Patterns(map, "requirement_phrases"),
        CoverageKeys = map.Texts("coverage_keys"),
        TestKeys = map.Texts("test_keys"),
        CoverageReport = map.Text("coverage_report"),
        TestReports = map.Texts("test_reports"),
        TestReportFolders = KindReader.Folders(map, "test_report_folders"),
        UnmeasuredWords = map.Texts("unmeasured_words"),
    };

    /// <summary>Reads how evidence names files.</summary>
    public EvidencePaths ReadEvidence(YamlMap map) => new()
    {
        Pattern = reading.Pattern(map, "path"),
        Extensions = map.Texts("extensions"),
        RemovedWords = map.Texts("removed_words"),
        ElsewhereWords = map.Texts("elsewhere_words"),
        Generated = map.Texts("generated"),
    };

    /// <summary>Reads a deliverable.</summary>
    public Deliverable ReadDeliverable(YamlMap map) => new(
        reading.NewId(map, "id", PackSpace.Deliverable),
        map.RequiredText("name"),
        map.Texts("aliases"),
        KindReader.ReadPresence(map, Presence.Required),
        reading.Severity(map, "severity", "error"),
        reading.Reference(map, "kind", PackSpace.Kind),
        map.Texts("paths"))
    {
        Stage = reading.Reference(map, "stage", PackSpace.Stage) ?? "",
    };

    /// <summary>Reads a situation that calls for a recorded decision.</summary>
    public DecisionTrigger ReadTrigger(YamlMap map) => new(
        reading.NewId(map, "id", PackSpace.Trigger),
        map.RequiredText("name"),
        map.Texts("keywords"),
        map.Choice("confidence", Confidences, Confidence.Low),
        map.Flag("major"),
        map.Texts("examples"));

    /// <summary>Reads a key of front matter.</summary>
    public FrontMatterKey ReadKey(YamlMap map) => new(
        map.RequiredText("key"),
        KindReader.ReadValueKind(map),
        reading.Reference(map, "field", PackSpace.Field),
        map.Texts("values"));

    /// <summary>Reads a variant of the documents.</summary>
    public DocumentVariant ReadVariant(YamlMap map) => new(
        reading.NewId(map, "id", PackSpace.Variant),
        map.Flag("extended"),
        reading.References(map, "sections", PackSpace.Section),
        reading.References(map, "columns", PackSpace.Column),
        map.Texts("front_matter_keys"))
    {
        Headings = reading.Patterns(map, "headings"),
        FixedLevel = reading.NumberReference(map, "fixed_level", PackSpace.Level),
    };

    /// <summary>Reads the architecture.</summary>
    public Architecture ReadArchitecture(YamlMap map) => new()
    {
        Approach = map.Text("approach"),
        Constraints = map.Maps("constraints", item => new ArchitectureConstraint(
            item.RequiredText("id"),
            item.RequiredText("name"),
            item.Text("text"),
            reading.When(item))),
        Roles = map.Maps("roles", ReadRole),
        Ports = map.Maps("ports", item => new PortAssignment(
            item.RequiredInteger("port"),
            item.RequiredText("role"),
            item.Flag("host"))),
        Infrastructure = map.Maps("infrastructure", item => new InfrastructureItem(
            reading.NewId(item, "id", PackSpace.Infrastructure),
            item.RequiredText("name"),
            item.Texts("aliases"),
            item.Text("version"),
            item.Text("exact_version"),
            item.Flag("minimum"),
            reading.Reference(item, "module", PackSpace.Module),
            item.Flag("database"))),
        ForbiddenLibraries = map.Texts("forbidden_libraries"),
        ForbiddenVariables = map.Texts("forbidden_variables"),
        BlockingLibraries = map.TextMap("blocking_libraries"),
        EventName = reading.Pattern(map, "event_name"),
        EventLabels = map.Texts("event_labels"),
        EventCommandVerbs = map.Texts("event_command_verbs"),
        EventStateWords = map.Texts("event_state_words"),
        LayerFolders = map.TextsMap("layer_folders"),
        DirectAccessWords = map.Texts("direct_access_words"),
        DataServiceWords = map.Texts("data_service_words"),
        Conflict = map.Map("conflict", ReadConflict) ?? new ConflictForm(),
        DecisionCitation = reading.Pattern(map, "decision_citation"),
        ExternalWords = map.Texts("external_words"),
        PortWords = map.Texts("port_words"),
        PortColumns = map.Texts("port_columns"),
        InnerPortWords = map.Texts("inner_port_words"),
        ComposeRunOnceWords = map.Texts("compose_run_once_words"),
    };

    private static ConflictForm ReadConflict(YamlMap map) => new()
    {
        Headings = map.Texts("headings"),
        RequirementLabels = map.Texts("requirement_labels"),
        ConstraintLabels = map.Texts("constraint_labels"),
        DistinctiveLabels = map.Texts("distinctive_labels"),
        SolutionLabels = map.Texts("solution_labels"),
        DecisionLabels = map.Texts("decision_labels"),
        ApprovalWords = map.Texts("approval_words"),
    };

    private ServiceRole ReadRole(YamlMap map) => new(
        reading.NewId(map, "id", PackSpace.Role),
        map.RequiredText("name"),
        map.Choice("kind", RoleKinds, ServiceRoleKind.Business),
        map.Integer("port"),
        reading.Reference(map, "service_type", PackSpace.ServiceType) ?? "",
        reading.Reference(map, "module", PackSpace.Module),
        reading.Reference(map, "engine", PackSpace.Infrastructure),
        map.Texts("keywords"))
    {
        Forms = map.Texts("forms"),
    };
}
