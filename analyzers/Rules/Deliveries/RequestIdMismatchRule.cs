using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Deliveries;

/// <summary>FW804: documents of one delivery with different ids, or a document whose file name says another one.</summary>
public sealed class RequestIdMismatchRule() : WorkspaceRule(new RuleDescriptor("FW804", "request-id-mismatch", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        foreach (var document in context.Documents.Where(static facts => facts.FileFeatureId.Length > 0 && facts.FeatureId != facts.FileFeatureId && !facts.IsTemplate))
        {
            context.Report(
                document,
                FactKey.FeatureId,
                $"The document says {document.FeatureId}, its file name {document.FileFeatureId}. Links and registries find documents by the file name; use one id in both places.",
                data: document.FileFeatureId);
        }

        DocumentFacts? reference = null;
        foreach (var document in context.Documents.Where(static facts => facts.RequestId.Length > 0 && !facts.IsTemplate))
        {
            if (reference is null)
            {
                reference = document;
            }
            else if (!document.RequestId.Equals(reference.RequestId, StringComparison.OrdinalIgnoreCase))
            {
                var source = context.KindOf(reference)!.Name;
                context.Report(
                    document,
                    FactKey.RequestId,
                    $"Request ID {document.RequestId} differs from {reference.RequestId} in the {source} that belongs to it. The id is what ties the documents of a delivery together; use one.",
                    data: reference.RequestId,
                    related: (new FactAnchor(reference, FactKey.RequestId), $"{reference.RequestId} in the {source}"));
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is string id && !context.Finding.LocalSpan.IsEmpty
        ? [new Fix($"Change the id to {id}", FixSafety.Unsafe, [new TextChange(context.Finding.LocalSpan, Quoted(context, id))]) { IsPreferred = true }]
        : [];

    // A value in quotes keeps them.
    private static string Quoted(FixContext context, string id)
    {
        var written = context.Bound.Outline.Text.Substring(context.Finding.LocalSpan.Start, context.Finding.LocalSpan.Length);
        return written is ['"' or '\'' or '`', .., var last] && last == written[0] ? written[0] + id + last : id;
    }
}
