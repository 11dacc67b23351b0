using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>FW421: a choice that calls for a recorded decision and has none.</summary>
public sealed class AdrRequiredRule() : WorkspaceRule(new RuleDescriptor("FW421", "adr-required", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        // What the requirements ask for and the plan repeats is said once, where it was chosen.
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in context.Documents)
        {
            for (var ordinal = 0; ordinal < document.DecisionNeeds.Count; ordinal++)
            {
                var need = document.DecisionNeeds[ordinal];
                if (context.Definition.DecisionTriggers.FirstOrDefault(known => known.Id == need.Trigger) is not { } trigger
                    || !said.Add(need.Trigger)
                    || context.Delivery.Documents.Any(static other => other.CitesDecision)
                    || context.Names.Decided.Contains(need.Word.ToLowerInvariant()))
                {
                    continue;
                }

                context.Report(
                    document,
                    FactKey.DecisionNeed(ordinal),
                    $"\"{need.Word}\" calls for an architecture decision record: {trigger.Name}. Whoever maintains this later must find why; write the record and link it, or stay with the default.",
                    trigger.IsMajor ? null : Severity.Info,
                    need);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var definition = context.Bound.Definition.Definition;
        if (context.Finding.Data is not DecisionNeedFact need
            || definition.DecisionTriggers.FirstOrDefault(known => known.Id == need.Trigger) is not { } trigger
            || context.Bound.IsEmbedded
            || definition.Kinds.FirstOrDefault(static kind => kind.HasRole(KindRoles.Decides)) is not { CanonicalPath: [.., '/'], FileTemplate.Length: > 0 } kind
            || context.Parameter("link_form") is not [var form, ..])
        {
            return [];
        }

        var root = PathResolver.DeliveryRoot(definition, context.Document.Path) ?? "";
        var record = DecisionProposals.Record(context.Workspace, kind, DeliveryDocuments.Facts([context.Bound]), root, need.Word, trigger, "", [context.Bound], 0, context.Today);
        if (context.Workspace.Documents.ContainsKey(record.Path) || context.Workspace.Files.Exists(record.Path))
        {
            return [];
        }

        var link = form
            .Replace("{id}", record.Request.Content.Decision!.Id, StringComparison.Ordinal)
            .Replace("{path}", RelativePath.From(context.Document.Path[..(context.Document.Path.LastIndexOf('/') + 1)], record.Path), StringComparison.Ordinal);
        return
        [
            new Fix($"Create {record.Path} and link it", FixSafety.Unsafe, [new TextChange(new TextSpan(context.Finding.LocalSpan.End, 0), $" ({link})")])
            {
                NewDocuments = ImmutableDictionary<string, string>.Empty.Add(record.Path, record.Text),
                IsPreferred = true,
            },
        ];
    }
}
