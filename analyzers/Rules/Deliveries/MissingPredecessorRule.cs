using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Rules.Deliveries;

/// <summary>FW808: a document of a stage without that of the stage before it.</summary>
public sealed class MissingPredecessorRule() : WorkspaceRule(new RuleDescriptor("FW808", "missing-predecessor", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        // Examples in another document show one stage at a time, templates belong to no delivery.
        foreach (var document in context.Documents.Where(static facts => !facts.IsEmbedded && !facts.IsTemplate).DistinctBy(static facts => facts.Kind))
        {
            var kind = context.KindOf(document)!;
            if (kind.Predecessor is not { } id || context.Definition.Kind(id) is not { } predecessor || IsKnown(context, document, predecessor))
            {
                continue;
            }

            var isRepeated = predecessor.HasRole(KindRoles.Verifies) && HoldsAllChecks(context.Definition, predecessor, document);
            context.Report(
                document,
                FactKey.Title,
                isRepeated
                    ? $"The delivery has no {predecessor.Name}. This {kind.Name} sums all its parts up, but nobody can look the evidence up; add it, or refer to where it is."
                    : $"{kind.Name} exists but the delivery has no {predecessor.Name}. The stage starts when the one before it is approved; write the document, or refer to where it is.",
                isRepeated ? Severity.Warning : null,
                data: new Lack(predecessor.Id, Shared(context.Delivery, document)));
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var definition = context.Bound.Definition.Definition;
        if (context.Finding.Data is not Lack lack || definition.Kind(lack.Kind) is not { CanonicalPath: [.., not '/'] } kind)
        {
            return [];
        }

        var path = PathResolver.DeliveryRoot(definition, context.Document.Path) + kind.CanonicalPath;
        if (context.Workspace.Documents.ContainsKey(path) || context.Workspace.Files.Exists(path))
        {
            return [];
        }

        var text = DocumentScaffold.Write(definition, new ScaffoldRequest(kind, path, lack.Shared, context.Today));
        return
        [
            new Fix($"Create {path}", FixSafety.Unsafe, [])
            {
                NewDocuments = ImmutableDictionary<string, string>.Empty.Add(path, text),
                IsPreferred = true,
            },
        ];
    }

    // In the delivery, named by a path or address (decisions 40), or at its usual place on disk, however it is written.
    private static bool IsKnown(DeliveryRuleContext context, DocumentFacts document, DocumentKind predecessor)
    {
        if (context.Delivery.Documents.Any(facts => facts.Kind == predecessor.Id)
            || document.RefersTo.Contains(predecessor.Id)
            || context.Parameter("merged").Any(part => document.Path.Contains(part, StringComparison.Ordinal)))
        {
            return true;
        }

        var root = PathResolver.DeliveryRoot(context.Definition, document.Path);
        return predecessor.AlternativePaths.Append(predecessor.CanonicalPath)
            .Any(path => path.Length > 0 && !path.Contains('*', StringComparison.Ordinal) && path[^1] != '/' && context.Files.Exists(root + path));
    }

    // A report whose summary has a row for every part that the verification must have.
    private static bool HoldsAllChecks(FrameworkDefinition definition, DocumentKind verification, DocumentFacts report)
    {
        var roles = report.Checks.Select(row => definition.Checks.FirstOrDefault(check => check.Id == row.Id)?.SectionRole).ToHashSet(StringComparer.Ordinal);
        var names = report.Checks.Select(static row => HeadingKey.Normalize(row.Name)).ToHashSet(StringComparer.Ordinal);
        return verification.Sections
            .Where(static section => section.Presence == Presence.Required && section.Tables.Any(static table => table.Role == TableRoles.Checks))
            .All(section => roles.Contains(section.Role)
                || section.Aliases.AddRange(section.GenericNames).Add(section.Name).Any(name => names.Contains(HeadingKey.Normalize(name))));
    }

    private static ScaffoldFacts Shared(Delivery delivery, DocumentFacts document)
    {
        var documents = delivery.Documents.Prepend(document).ToList();
        return new ScaffoldFacts(
            ProjectReader.WrittenProject(document.Title),
            documents.Select(static facts => facts.RequestId).FirstOrDefault(static id => id.Length > 0, ""),
            documents.Find(static facts => facts.Level is not null)?.Level,
            documents.Find(static facts => facts.Modules is not null)?.Modules,
            documents.Exists(static facts => facts.IsExtended));
    }

    private sealed record Lack(string Kind, ScaffoldFacts Shared);
}
