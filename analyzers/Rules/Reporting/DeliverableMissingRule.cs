using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Reporting;

/// <summary>FW713: something handed over that is not there.</summary>
public sealed class DeliverableMissingRule() : WorkspaceRule(new RuleDescriptor("FW713", "deliverable-missing", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        // Examples embedded in another document name files of their own imaginary project.
        var resolver = new EvidenceResolver(context.Definition, context.Files);
        foreach (var document in context.Documents.Where(static facts => !facts.IsEmbedded && !facts.IsTemplate))
        {
            for (var ordinal = 0; ordinal < document.Deliverables.Count; ordinal++)
            {
                var path = document.Deliverables[ordinal];
                if (resolver.IsGenerated(path) || resolver.Resolve(document.Path, path.TrimEnd('/')) is not { Exists: false } resolved || !IsSurelyPath(resolver, document.Path, path))
                {
                    continue;
                }

                context.Report(
                    document,
                    FactKey.Deliverable(ordinal),
                    resolved.Nearest is { } nearest
                        ? $"Deliverable \"{path}\" does not exist, did you mean \"{nearest}\"?"
                        : $"Deliverable \"{path}\" does not exist. A hand-off lists what is there; correct the path or take the tick away.",
                    data: resolved.Nearest);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is string nearest
        ? [new Fix($"Change the path to \"{nearest}\"", FixSafety.Unsafe, [new TextChange(context.Finding.LocalSpan, nearest)]) { IsPreferred = true }]
        : [];

    // "CI/CD", "feature/login" and "application/json" have a slash as well. A path says that it is one by its end, or begins in a folder that is there.
    private static bool IsSurelyPath(EvidenceResolver resolver, string documentPath, string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var extension = name[(name.LastIndexOf('.') + 1)..];
        return name.Length == 0
            || path.AsSpan().ContainsAny('*', '{')
            || (extension.Length < name.Length && extension.Any(char.IsAsciiLetter) && extension.All(char.IsAsciiLetterOrDigit))
            || (path.TrimStart('/') is var bare && resolver.Resolve(documentPath, bare[..(bare.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? slash : bare.Length)]).Exists);
    }
}
