using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Features.Configuration;
using FrameworkLsp.Analyzers.Features.Hover;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Explains what a candidate is about, when somebody looks at it.</summary>
public static class CompletionDocumentation
{
    /// <summary>The explanation in Markdown; null when nothing is known.</summary>
    /// <param name="topic">What it is about.</param>
    /// <param name="document">The document it is for.</param>
    /// <param name="analysis">The analysis of the workspace.</param>
    public static string? Of(CompletionTopic topic, BoundDocument document, WorkspaceAnalysis analysis)
    {
        var framework = document.Definition.Definition;
        return topic.Kind switch
        {
            TopicKind.Section => framework.Kind(topic.Owner)?.Section(topic.Id) is { } section ? StructureHovers.Section(section) : null,
            TopicKind.Field => Field(document.Kind, topic) is { } field ? StructureHovers.Field(framework, field) : null,
            TopicKind.Level => Number(topic) is { } number && framework.Level(number) is { } level ? WorkflowHovers.Level(framework, level) : null,
            TopicKind.Module => framework.Module(topic.Id) is { } module ? WorkflowHovers.Module(framework, module) : null,
            TopicKind.Feature => framework.Features.FirstOrDefault(feature => feature.Id == topic.Id) is { } feature ? WorkflowHovers.Feature(framework, feature) : null,
            TopicKind.Check => framework.Checks.FirstOrDefault(check => check.Id == topic.Id) is { } check ? WorkflowHovers.Check(framework, check) : null,
            TopicKind.Phase => framework.Phases.FirstOrDefault(phase => phase.Number == Number(topic)) is { } phase ? ReadingHover.Phase(framework, phase, document, analysis) : null,
            TopicKind.SubStage => ReadingHover.Stage(framework, topic.Id, document, analysis),
            TopicKind.Requirement => RequirementHover.Describe(document, topic.Id, DeliveryScope.OfRequirements(document, analysis)),
            TopicKind.Service => ServiceNameHover.Describe(document, document.Definition.ServiceNames.Parse(topic.Id)),
            TopicKind.Kind => framework.Kind(topic.Id) is { } kind ? StructureHovers.Kind(framework, kind) : null,
            TopicKind.FrontMatterKey => framework.FrontMatterKeys.FirstOrDefault(key => key.Key == topic.Id) is { } key ? StructureHovers.FrontMatter(framework, document.Kind, key) : null,
            _ => Of(topic, framework),
        };
    }

    /// <summary>The explanation of what needs no document, for the configuration file; null for anything else.</summary>
    public static string? Of(CompletionTopic topic, FrameworkDefinition framework) => topic.Kind switch
    {
        TopicKind.Rule => RuleCatalog.Find(topic.Id) is { } rule ? StructureHovers.Rule(rule, rule.Severity) : null,
        TopicKind.ConfigurationKey => ConfigurationHover.Key(topic.Id),
        TopicKind.Kind => framework.Kind(topic.Id) is { } kind ? StructureHovers.Kind(framework, kind) : null,
        _ => null,
    };

    private static FieldDefinition? Field(DocumentKind kind, CompletionTopic topic) =>
        (topic.Owner.Length == 0 ? kind.HeaderFields : kind.Section(topic.Owner)?.Fields ?? []).FirstOrDefault(field => field.Role == topic.Id);

    private static int? Number(CompletionTopic topic) => int.TryParse(topic.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
