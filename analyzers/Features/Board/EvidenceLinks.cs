using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Board;

/// <summary>Collects what the rows of requirements show as evidence.</summary>
internal static class EvidenceLinks
{
    /// <summary>The evidence by requirement id, each once; files as code or links lead to where they are.</summary>
    public static Dictionary<string, ImmutableArray<EvidenceLink>> Of(Workspace workspace, IEnumerable<BoundDocument> documents, CancellationToken cancellationToken)
    {
        var resolver = new EvidenceResolver(workspace.Definition, workspace.Files);
        var evidence = new Dictionary<string, List<EvidenceLink>>(StringComparer.Ordinal);
        foreach (var document in documents.Where(static document => !document.IsTemplate))
        {
            foreach (var (fact, _, table, row) in RequirementReader.Traces(document))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (table.Cell(row, ColumnRoles.Evidence) is { } cell && EvidenceReader.IsFilled(document, cell))
                {
                    var list = evidence.TryGetValue(fact.Id, out var known) ? known : evidence[fact.Id] = [];
                    list.AddRange(InCell(workspace, resolver, document, table, row, cell).Where(link => !list.Contains(link)));
                }
            }
        }

        return evidence.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal);
    }

    private static List<EvidenceLink> InCell(Workspace workspace, EvidenceResolver resolver, BoundDocument document, BoundTable table, TableRow row, TableCell cell)
    {
        var files = EvidenceReader.InRow(document, table, row).Where(static entry => !entry.Fact.IsRemoved).Select(entry =>
        {
            var resolved = resolver.Resolve(document.Path, entry.Fact.Path);
            return new EvidenceLink(entry.Fact.Line is { } line ? $"{entry.Fact.Path}:{line}" : entry.Fact.Path, resolved.Path, entry.Fact.Line, resolved.Exists);
        });
        var links = document.Outline.LinksIn(cell.Span).Select(link => Link(workspace, document, link));
        var found = files.Concat(links).ToList();
        return found.Count > 0 ? found : [new EvidenceLink(cell.Text.ReplaceLineEndings(", ").Trim(), null, null, Exists: true)];
    }

    private static EvidenceLink Link(Workspace workspace, BoundDocument document, Link link)
    {
        var target = Uri.UnescapeDataString(link.Target.Split('#', '?')[0]);
        if (target.Length == 0 || target.Contains("://", StringComparison.Ordinal))
        {
            return new EvidenceLink(link.Text, null, null, Exists: true);
        }

        var path = PathResolver.Candidates(workspace.Definition, document.Path, target).FirstOrDefault(candidate => candidate.Length > 0 && workspace.Files.Exists(candidate));
        return new EvidenceLink(link.Text, path, null, path is not null);
    }
}
