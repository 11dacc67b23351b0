using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Hygiene;

/// <summary>FW901: a link to a file that does not exist.</summary>
public sealed class BrokenLinkRule() : WorkspaceRule(new RuleDescriptor("FW901", "broken-link", Severity.Error, FixSafety.Unsafe, "0.1") { AppliesToReferenceMaterial = true })
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        // Examples embedded in another document link to files of their own imaginary project.
        foreach (var document in context.Documents.Where(static facts => !facts.IsEmbedded))
        {
            Check(context, document);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Bound.Outline.Links.FirstOrDefault(link => link.TargetSpan == context.Finding.LocalSpan) is not { } link)
        {
            return [];
        }

        var fixes = ImmutableArray.CreateBuilder<Fix>();
        if (context.Finding.Data is string nearest)
        {
            var path = link.Target[..PathLength(link.Target)];
            fixes.Add(new Fix($"Change the link to \"{nearest}\"", FixSafety.Unsafe, [new TextChange(link.TargetSpan, nearest + link.Target[path.Length..])]) { IsPreferred = true });
        }

        if (link.Kind != Markdown.LinkKind.Definition)
        {
            fixes.Add(new Fix("Remove the link, keep its text", FixSafety.Unsafe, [new TextChange(link.Span, link.Text)]));
        }

        return fixes.ToImmutable();
    }

    private static void Check(DeliveryRuleContext context, DocumentFacts document)
    {
        int? firstAbsent = null;
        var absentRoot = "";
        for (var ordinal = 0; ordinal < document.Links.Count; ordinal++)
        {
            var link = document.Links[ordinal];
            if (!link.IsLink || link.Target.AsSpan().ContainsAny("{}<>*") || PathResolver.LinkTarget(document.Path, link.Target) is not { } path || context.Files.Exists(path))
            {
                continue;
            }

            if (AbsentRoot(context, path) is { } root)
            {
                firstAbsent ??= ordinal;
                absentRoot = root;
                continue;
            }

            var nearest = Nearest(context, document, path);
            context.Report(
                document,
                FactKey.Link(ordinal),
                nearest is null
                    ? $"\"{link.Target}\" does not exist. Correct the path or remove the link."
                    : $"\"{link.Target}\" does not exist, did you mean \"{nearest}\"?",
                data: nearest);
        }

        if (firstAbsent is { } first)
        {
            context.Report(document, FactKey.Link(first), $"Links into \"{absentRoot}\" cannot be checked, since the folder is not checked out.", Severity.Info);
        }
    }

    // The root of the workspace may hold several projects, each with a framework folder of its own.
    private static string? AbsentRoot(DeliveryRuleContext context, string path) => context.Definition.ReferenceRoots.FirstOrDefault(root =>
        PathResolver.IndexOfFolder(path, root) is >= 0 and var start && !context.Files.Exists(path[..(start + root.Length)].TrimEnd('/')));

    // A file of the same name elsewhere, else one with a similar name in the same folder.
    private static string? Nearest(DeliveryRuleContext context, DocumentFacts document, string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (context.Files.FindByName(name) is [var only])
        {
            return RelativePath.From(PathResolver.Folder(document.Path), only);
        }

        var folder = PathResolver.Folder(path);
        var limit = Math.Max(3, name.Length / 3);
        var similar = context.Files.FileNamesIn(folder.TrimEnd('/'))
            .Select(candidate => (Name: candidate, Distance: EditDistance.Between(candidate, name, limit)))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(static candidate => candidate.Distance)
            .ThenBy(static candidate => candidate.Name, StringComparer.Ordinal)
            .Select(static candidate => candidate.Name)
            .FirstOrDefault();
        return similar is null ? null : RelativePath.From(PathResolver.Folder(document.Path), folder + similar);
    }

    private static int PathLength(string target)
    {
        var end = target.AsSpan().IndexOfAny('#', '?');
        return end < 0 ? target.Length : end;
    }
}
