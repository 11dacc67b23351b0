using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Hygiene;

/// <summary>FW904: a path in the navigation matrix that leads nowhere.</summary>
public sealed class MatrixPathMissingRule() : WorkspaceRule(new RuleDescriptor("FW904", "matrix-path-missing", Severity.Warning, FixSafety.Unsafe, "0.1") { AppliesToReferenceMaterial = true })
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        foreach (var document in context.Documents.Where(static facts => !facts.IsEmbedded && facts.NavigationPaths.Count > 0))
        {
            var missing = Enumerable.Range(0, document.NavigationPaths.Count).Where(ordinal => !Exists(context, document, document.NavigationPaths[ordinal].Path)).ToList();
            if (missing.Count * 2 > document.NavigationPaths.Count)
            {
                // Only the workflow was copied, not the documents around it.
                context.Report(
                    document,
                    FactKey.NavigationPath(0),
                    $"The navigation matrix cannot be checked, since {missing.Count} of the {document.NavigationPaths.Count} documents and patterns it names are not here.",
                    Severity.Info);
                continue;
            }

            foreach (var ordinal in missing)
            {
                var (stage, path) = document.NavigationPaths[ordinal];
                var nearest = Nearest(context, document, path);
                context.Report(
                    document,
                    FactKey.NavigationPath(ordinal),
                    $"Row {stage}: \"{path}\" matches nothing, so whoever follows the row reads less than it says{(nearest is null ? "; correct the path." : $"; did you mean \"{nearest}\"?")}",
                    data: nearest);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is string nearest
        ? [new Fix($"Change the path to \"{nearest}\"", FixSafety.Unsafe, [new TextChange(context.Finding.LocalSpan, nearest)]) { IsPreferred = true }]
        : [];

    // A pattern needs its folder and something in it.
    private static bool Exists(DeliveryRuleContext context, DocumentFacts document, string path) => Candidates(context, document, path).Any(candidate =>
    {
        var wildcard = candidate.IndexOf('*', StringComparison.Ordinal);
        return context.Files.Exists(wildcard < 0 ? candidate : PathResolver.Folder(candidate[..wildcard]).TrimEnd('/'));
    });

    private static IEnumerable<string> Candidates(DeliveryRuleContext context, DocumentFacts document, string path) =>
        context.Definition.Navigation.PathPrefixes.Prepend("")
            .SelectMany(prefix => PathResolver.Candidates(context.Definition, document.Path, prefix + path.TrimStart('/')))
            .Distinct(StringComparer.Ordinal);

    // The folder or file of a similar name beside the missing one.
    private static string? Nearest(DeliveryRuleContext context, DocumentFacts document, string path)
    {
        var wildcard = path.IndexOf('*', StringComparison.Ordinal);
        var stem = wildcard < 0 ? path : PathResolver.Folder(path[..wildcard]).TrimEnd('/');
        var name = stem[(stem.LastIndexOf('/') + 1)..];
        foreach (var candidate in Candidates(context, document, stem))
        {
            if (NearestWord.Of(name, context.Files.FileNamesIn(PathResolver.Folder(candidate).TrimEnd('/'))) is { } nearest)
            {
                return stem[..^name.Length] + nearest + path[stem.Length..];
            }
        }

        return null;
    }
}
