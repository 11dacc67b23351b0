using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>A change of level or modules in all documents of a delivery.</summary>
/// <param name="Edit">The edits.</param>
/// <param name="Required">Everything that becomes required, one line each.</param>
/// <param name="Refusal">Why there is nothing to change; null when there is.</param>
public sealed record DeliveryChangePlan(DeliveryEdit Edit, ImmutableArray<string> Required, string? Refusal);

/// <summary>Raises the level of a delivery, or adds modules to it.</summary>
public static class DeliveryChange
{
    private static readonly DeliveryEdit Nothing = new(ImmutableDictionary<string, string>.Empty, ImmutableDictionary<string, ImmutableArray<TextChange>>.Empty);

    /// <summary>The level that a delivery has, as its documents state it; null when none does.</summary>
    public static int? LevelOf(WorkspaceAnalysis analysis, string path, CancellationToken cancellationToken = default) =>
        Shared(DeliveryDocuments.Around(analysis, path, cancellationToken)).Level;

    /// <summary>Raises the delivery that a document belongs to to a level.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="path">A document of the delivery.</param>
    /// <param name="level">The number of the new level.</param>
    /// <param name="today">Today, for dates of parts that are new.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static DeliveryChangePlan Raise(WorkspaceAnalysis analysis, string path, int level, DateOnly today, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var delivery = DeliveryDocuments.Around(analysis, path, cancellationToken);
        var facts = Shared(delivery);
        if (facts.Level is null)
        {
            return Refuse("No document of the delivery states a maturity level that could be raised.");
        }

        return facts.Level >= level
            ? Refuse($"The delivery is at level {analysis.Workspace.Definition.Level(facts.Level.Value)?.Display ?? "unknown"} already.")
            : Apply(analysis.Workspace, delivery, facts, facts with { Level = level }, today, cancellationToken);
    }

    /// <summary>Adds modules to the delivery that a document belongs to, with what they cannot do without.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="path">A document of the delivery.</param>
    /// <param name="modules">The ids of the modules.</param>
    /// <param name="today">Today, for dates of parts that are new.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static DeliveryChangePlan AddModules(WorkspaceAnalysis analysis, string path, IEnumerable<string> modules, DateOnly today, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var delivery = DeliveryDocuments.Around(analysis, path, cancellationToken);
        var facts = Shared(delivery);
        var known = facts.Modules?.Items ?? [];
        var selection = ModuleSelection.Complete(analysis.Workspace.Definition, known.Concat(modules));
        return selection.Modules.Count == known.Length
            ? Refuse("The delivery has the module already.")
            : Apply(analysis.Workspace, delivery, facts, facts with { Modules = selection.Modules }, today, cancellationToken);
    }

    // The first document that answers is right: the others follow from it.
    private static ScaffoldFacts Shared(DeliveryDocuments delivery)
    {
        var facts = delivery.All.Select(static document => FactCollector.Collect(document).Facts).ToList();
        return DeliveryDocuments.Facts(delivery.All) with
        {
            Level = facts.Select(static fact => fact.Level).FirstOrDefault(static level => level is not null),
            Modules = facts.Select(static fact => fact.Modules).FirstOrDefault(static modules => modules is not null),
        };
    }

    private static DeliveryChangePlan Apply(Workspace workspace, DeliveryDocuments delivery, ScaffoldFacts before, ScaffoldFacts after, DateOnly today, CancellationToken cancellationToken)
    {
        var changes = ImmutableDictionary.CreateBuilder<string, ImmutableArray<TextChange>>(StringComparer.Ordinal);
        foreach (var document in delivery.All)
        {
            var own = after with { IsExtended = document.IsExtended };
            var request = new ScaffoldRequest(document.Kind, document.Path, own, today)
            {
                Content = DeliveryContent.Of(workspace, delivery.Before(document.Kind), delivery.Decisions, document.Kind, document.Path, own),
            };
            var proposal = new DocumentProposal(document.Kind, document.Path, DocumentScaffold.Write(workspace.Definition, request), request) { Exists = true };
            var edits = SuccessorMerge.Changes(workspace, workspace.Documents[document.Path], proposal, cancellationToken);
            if (document.ToSource.IsContiguous && workspace.Definition.Level(before.Level ?? 0) is { } old && workspace.Definition.Level(after.Level ?? 0) is { } now && old != now)
            {
                var rows = DeliveryEdit.ToSource(document, ThresholdRows.Changes(document, old, now));
                edits = [.. edits.Concat(rows.Where(row => !edits.Any(edit => edit.Span.IntersectsWith(row.Span)))).OrderBy(static change => change.Span.Start)];
            }

            if (!edits.IsEmpty)
            {
                changes[document.Path] = edits;
            }
        }

        return new DeliveryChangePlan(new DeliveryEdit(ImmutableDictionary<string, string>.Empty, changes.ToImmutable()), [.. Required(workspace.Definition, before, after)], null);
    }

    // Everything that the new level or modules demand and the old ones did not.
    private static IEnumerable<string> Required(FrameworkDefinition definition, ScaffoldFacts before, ScaffoldFacts after)
    {
        var (old, now) = (before.Modules?.Items ?? [], after.Modules?.Items ?? []);
        if (definition.Level(after.Level ?? 0) is { } level && before.Level < level.Number)
        {
            yield return $"Coverage of at least {ScaffoldText.Number(level.CoverageThreshold)}% (level {level.Display})";
        }

        foreach (var module in definition.Modules.Items.Where(module => now.Contains(module.Id) && !old.Contains(module.Id)))
        {
            yield return $"Module {module.Name}";
        }

        foreach (var feature in definition.Features.Where(feature => feature is { IsMandatory: true, IsInMatrix: true } && feature.MinLevel > before.Level && feature.MinLevel <= after.Level))
        {
            yield return $"Feature {feature.Name}";
        }

        foreach (var phase in definition.Phases.Where(phase => IsNew(phase.When)))
        {
            yield return $"Phase {phase.Number}: {phase.Name}";
        }

        foreach (var subStage in definition.SubStages.Where(subStage => IsNew(subStage.When)))
        {
            yield return $"Sub-stage {subStage.Id}: {subStage.Name} (reads {string.Join(", ", ReadingList.Of(definition, [subStage]))})";
        }

        foreach (var check in definition.Checks.Where(check => IsNew(check.When)))
        {
            yield return $"Check {check.Name}";
        }

        bool IsNew(Condition when) => when.Holds(after.Level, now) && !when.Holds(before.Level, old);
    }

    private static DeliveryChangePlan Refuse(string reason) => new(Nothing, [], reason);
}
