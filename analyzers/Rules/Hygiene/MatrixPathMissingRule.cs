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
            var missing = Enumerable.Range(0, document.NavigationPaths.Count)
                .Select(ordinal => (Ordinal: ordinal, Path: Missing(context, document, document.NavigationPaths[ordinal].Path)))
                .Where(static entry => entry.Path is not null)
                .ToList();
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

            foreach (var (ordinal, missingPath) in missing)
            {
                // Of a path with braces the message names the alternative that is missing; which text would mend the whole nobody can tell.
                var (stage, path) = document.NavigationPaths[ordinal];
                var nearest = path == missingPath ? Nearest(context, document, path) : null;
                context.Report(
                    document,
                    FactKey.NavigationPath(ordinal),
                    $"Row {stage}: \"{missingPath}\" matches nothing, so whoever follows the row reads less than it says{(nearest is null ? "; correct the path." : $"; did you mean \"{nearest}\"?")}",
                    data: nearest);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is string nearest
        ? [new Fix($"Change the path to \"{nearest}\"", FixSafety.Unsafe, [new TextChange(context.Finding.LocalSpan, nearest)]) { IsPreferred = true }]
        : [];

    // The first path that a written one names and that leads nowhere; null when all of them lead somewhere.
    private static string? Missing(DeliveryRuleContext context, DocumentFacts document, string path) =>
        PathBraces.Expand(path).FirstOrDefault(alternative => !Candidates(context, document, alternative).Any(candidate => Matches(context.Files, candidate)));

    // A pattern needs its folder and something in it. What stands in deeper folders is not listed, and folders that hold nothing are not
    // checked in, so only a pattern of file names in one folder can be told to match none of the files there.
    private static bool Matches(WorkspaceFiles files, string candidate)
    {
        var wildcard = candidate.IndexOf('*', StringComparison.Ordinal);
        if (wildcard < 0)
        {
            return files.Exists(candidate);
        }

        var folder = PathResolver.Folder(candidate[..wildcard]).TrimEnd('/');
        if (!files.Exists(folder))
        {
            return false;
        }

        var pattern = candidate[(folder.Length == 0 ? 0 : folder.Length + 1)..];
        return pattern.Contains('/', StringComparison.Ordinal)
            || pattern.Contains("**", StringComparison.Ordinal)
            || pattern.LastIndexOf('.') < pattern.LastIndexOf('*')
            || files.FileNamesIn(folder) is var names && (names.Count == 0 || names.Any(name => SegmentGlob.IsMatch(pattern, name)));
    }

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
            if (context.Files.Exists(candidate))
            {
                // The folder is right, its files are others.
                return null;
            }

            if (NearestWord.Of(name, context.Files.FileNamesIn(PathResolver.Folder(candidate).TrimEnd('/'))) is { } nearest)
            {
                return stem[..^name.Length] + nearest + path[stem.Length..];
            }
        }

        return null;
    }
}
