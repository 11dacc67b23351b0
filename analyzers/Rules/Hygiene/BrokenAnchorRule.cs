using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Hygiene;

/// <summary>FW902: a link to a heading that does not exist.</summary>
public sealed class BrokenAnchorRule() : WorkspaceRule(new RuleDescriptor("FW902", "broken-anchor", Severity.Warning, FixSafety.Unsafe, "0.1") { AppliesToReferenceMaterial = true })
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        // Examples embedded in another document link to headings of their own.
        foreach (var document in context.Documents.Where(static facts => !facts.IsEmbedded))
        {
            for (var ordinal = 0; ordinal < document.Fragments.Count; ordinal++)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                var (path, fragment, nearest) = document.Fragments[ordinal];
                if (path.Length > 0)
                {
                    // A file that does not exist is a broken link (FW901).
                    var target = PathResolver.LinkTarget(document.Path, path);
                    if (target is null || !context.Files.Exists(target) || context.Anchors(target) is not { } anchors || HeadingSlugs.Contains(anchors, fragment))
                    {
                        continue;
                    }

                    nearest = NearestWord.Of(fragment, anchors);
                }

                context.Report(
                    document,
                    FactKey.Fragment(ordinal),
                    $"No heading \"#{fragment}\" in {(path.Length == 0 ? "this document" : path)}{(nearest is null ? ". Correct the fragment or remove it." : $", did you mean \"#{nearest}\"?")}",
                    data: nearest);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var span = context.Finding.LocalSpan;
        var target = context.Bound.Outline.Text.Substring(span.Start, span.Length);
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        if (hash < 0)
        {
            return [];
        }

        var fragment = TextSpan.FromBounds(span.Start + hash, span.End);
        return context.Finding.Data is string nearest
            ? [new Fix($"Change the fragment to \"#{nearest}\"", FixSafety.Unsafe, [new TextChange(fragment, "#" + nearest)]) { IsPreferred = true }]
            : hash == 0 ? [] : [new Fix("Remove the fragment", FixSafety.Unsafe, [new TextChange(fragment, "")])];
    }
}
