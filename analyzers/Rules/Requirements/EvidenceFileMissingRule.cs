using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Requirements;

/// <summary>FW518: evidence that names a file that does not exist.</summary>
public sealed class EvidenceFileMissingRule() : WorkspaceRule(new RuleDescriptor("FW518", "evidence-file-missing", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    // From this number on the folder as a whole is missing, and is said to be.
    private const int MostOfOneFolder = 3;

    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        // Examples embedded in another document name files of their own imaginary project.
        var resolver = new EvidenceResolver(context.Definition, context.Files);
        foreach (var document in context.Documents.Where(static facts => !facts.IsEmbedded && !facts.IsTemplate && facts.Evidence.Count > 0))
        {
            var missing = new List<(int Ordinal, EvidenceFact Fact, string? Nearest)>();
            for (var ordinal = 0; ordinal < document.Evidence.Count; ordinal++)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                var fact = document.Evidence[ordinal];
                var resolved = resolver.Resolve(document.Path, fact.Path);
                if ((resolved.Exists && !fact.IsRemoved) || resolver.IsGenerated(fact.Path) || IsPredecessor(context, fact.Path))
                {
                    continue;
                }

                if (fact.IsRemoved)
                {
                    ReportRemoved(context, document, ordinal, resolved);
                }
                else
                {
                    missing.Add((ordinal, fact, resolved.Nearest));
                }
            }

            Report(context, document, missing);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is (string written, string nearest)
        && context.Bound.Outline.Text.Substring(context.Finding.LocalSpan.Start, context.Finding.LocalSpan.Length) is var text
        && text.IndexOf(written, StringComparison.Ordinal) is var index and >= 0
        ? [new Fix($"Change the path to \"{nearest}\"", FixSafety.Unsafe, [new TextChange(new TextSpan(context.Finding.LocalSpan.Start + index, written.Length), nearest)]) { IsPreferred = true }]
        : [];

    private static void Report(DeliveryRuleContext context, DocumentFacts document, List<(int Ordinal, EvidenceFact Fact, string? Nearest)> missing)
    {
        foreach (var group in missing.GroupBy(static entry => Root(entry.Fact.Path)))
        {
            var entries = group.ToList();
            if (group.Key.Length > 0 && entries.Count > MostOfOneFolder && entries.TrueForAll(static entry => entry.Nearest is null) && !context.Files.Exists(group.Key))
            {
                context.Report(
                    document,
                    FactKey.Evidence(entries[0].Ordinal),
                    $"Evidence names {entries.Count} files in \"{group.Key}/\", which does not exist. Evidence that cannot be opened is none; correct the paths.",
                    related: [.. entries.Skip(1).Select(entry => (new FactAnchor(document, FactKey.Evidence(entry.Ordinal)), "does not exist either"))]);
                continue;
            }

            foreach (var (ordinal, fact, nearest) in entries)
            {
                context.Report(
                    document,
                    FactKey.Evidence(ordinal),
                    nearest is null
                        ? $"Evidence \"{fact.Path}\" does not exist. Evidence that cannot be opened is none; correct the path."
                        : $"Evidence \"{fact.Path}\" does not exist, did you mean \"{nearest}\"?",
                    fact.Path.Contains('/', StringComparison.Ordinal) ? null : Severity.Warning,
                    nearest is null ? null : (fact.Path, nearest));
            }
        }
    }

    private static void ReportRemoved(DeliveryRuleContext context, DocumentFacts document, int ordinal, ResolvedEvidence resolved)
    {
        if (resolved.Path is { } path)
        {
            context.Report(
                document,
                FactKey.Evidence(ordinal),
                $"The row says that \"{document.Evidence[ordinal].Path}\" was removed, but {path} exists. Remove the file or correct the row.",
                Severity.Warning);
        }
    }

    // That a document of an earlier stage is missing is said once (FW808), and by its path it is named well enough (decisions 40).
    private static bool IsPredecessor(DeliveryRuleContext context, string path) => context.Compiled.PredecessorFiles?.Fits(path) == true;

    private static string Root(string path) => path.TrimStart('/').IndexOf('/') is var slash and > 0 ? path.TrimStart('/')[..slash] : "";
}
