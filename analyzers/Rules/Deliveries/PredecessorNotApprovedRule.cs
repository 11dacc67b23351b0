using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Deliveries;

/// <summary>FW809: a stage that went on although the document before it is not approved.</summary>
public sealed class PredecessorNotApprovedRule() : WorkspaceRule(new RuleDescriptor("FW809", "predecessor-not-approved", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        foreach (var document in context.Documents.Where(static facts => facts.State != DocumentState.Draft && !facts.IsTemplate))
        {
            var kind = context.KindOf(document)!;
            if (kind.Predecessor is null || ApprovalIsKeptElsewhere(context, document))
            {
                continue;
            }

            // Of a verification the overall result counts, and that is FW814's business (decisions 18).
            var open = context.Delivery.Documents
                .Where(facts => facts.Kind == kind.Predecessor && facts.Part == document.Part && context.KindOf(facts)?.HasRole(KindRoles.Verifies) != true)
                .ToList();
            if (open.Count > 0 && open.TrueForAll(static facts => facts.StatedState is DocumentState.Draft or DocumentState.InReview))
            {
                var predecessor = context.KindOf(open[0])!.Name;
                context.Report(
                    document,
                    FactKey.Title,
                    $"{kind.Name} exists while the {predecessor} is still \"{open[0].StatusText}\". A stage starts when the one before it is approved; record the approval, or call this document a draft.",
                    data: open[0].Path,
                    related: (new FactAnchor(open[0], FactKey.Status), $"the {predecessor} is not approved"));
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not string path)
        {
            return [];
        }

        var fixes = ImmutableArray.CreateBuilder<Fix>();
        var vocabulary = context.Bound.Definition.Definition.Vocabulary(VocabularyIds.DocumentState);
        if (path != context.Document.Path
            && context.Workspace.Documents.TryGetValue(path, out var predecessor)
            && predecessor.GetBound().Host is { } host
            && StateField(host) is { } status)
        {
            var approved = vocabulary.Canonical(StatusClasses.Approved);
            fixes.Add(new Fix($"Set the status of {path} to {approved}", FixSafety.Unsafe, [])
            {
                OtherDocuments = ImmutableDictionary<string, ImmutableArray<TextChange>>.Empty.Add(path, [new TextChange(host.ToSource.ToSource(status), approved)]),
            });
        }

        if (StateField(context.Bound) is { } own)
        {
            var draft = vocabulary.Canonical(StatusClasses.Draft);
            fixes.Add(new Fix($"Set the status of this document to {draft}", FixSafety.Unsafe, [new TextChange(own, draft)]));
        }

        return fixes.ToImmutable();
    }

    private static TextSpan? StateField(BoundDocument document) => document.Fields
        .FirstOrDefault(static field => field.Definition is { Role: FieldRoles.Status, ValueKind: ValueKinds.State } && field.Field.Value.Length > 0)?.Field.ValueSpan;

    private static bool ApprovalIsKeptElsewhere(DeliveryRuleContext context, DocumentFacts document)
    {
        var root = PathResolver.DeliveryRoot(context.Definition, document.Path);
        return context.Parameter("state_files").Any(file => context.Files.Exists(file) || (root is { Length: > 0 } && context.Files.Exists(root + file)));
    }
}
