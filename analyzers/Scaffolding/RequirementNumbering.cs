using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Gives requirement ids that no document of the delivery uses or has used.</summary>
public sealed class RequirementNumbering
{
    private readonly BoundDocument _document;
    private readonly HashSet<string> _elsewhere = new(StringComparer.Ordinal);

    /// <summary>Prepares the numbering of a document.</summary>
    /// <param name="workspace">The workspace; the other documents of the delivery's folder keep their ids.</param>
    /// <param name="document">The document that gets new ids.</param>
    public RequirementNumbering(Workspace workspace, BoundDocument document)
    {
        _document = document;
        if (document.IsEmbedded || PathResolver.DeliveryRoot(workspace.Definition, document.Path) is not { } root)
        {
            return;
        }

        foreach (var (path, other) in workspace.Documents)
        {
            if (path != document.Path && path.StartsWith(root, StringComparison.Ordinal) && PathResolver.DeliveryRoot(workspace.Definition, path) == root)
            {
                _elsewhere.UnionWith(other.GetAnalysis().Parts.Take(1).SelectMany(static part => part.Facts.Traces).Where(static trace => trace.Scope.Length == 0).Select(static trace => trace.Id));
            }
        }
    }

    /// <summary>The next free id of the series of an id.</summary>
    /// <param name="id">The id.</param>
    /// <param name="scope">The feature in which numbers must be unique; empty for the whole delivery.</param>
    public string? After(string id, string scope) => RequirementNumber.Parse(id) is { } series ? series.With(series.NextFree(Used(scope))) : null;

    /// <summary>Free ids for rows of a requirement table: of the series of its other rows, else of the prefix its section stands for.</summary>
    public IReadOnlyList<string> For(BoundTable table, int count)
    {
        var scope = RequirementReader.Scope(_document, table.Table.Section);
        var series = SeriesOf(table);
        var first = series.NextFree(Used(scope));
        return [.. Enumerable.Range(first, count).Select(series.With)];
    }

    private RequirementNumber SeriesOf(BoundTable table)
    {
        var ids = _document.Definition.RequirementIds;
        foreach (var row in table.Table.Rows.Reverse())
        {
            if (ids.Parse(table.Text(row, ColumnRoles.RequirementId)) is { } id && RequirementNumber.Parse(id) is { } series)
            {
                return series;
            }
        }

        var role = table.Owner?.Definition.Role;
        var prefixes = ids.Scheme.Prefixes;
        var prefix = prefixes.FirstOrDefault(candidate => candidate.SectionRole == role) ?? prefixes.FirstOrDefault();
        return RequirementNumber.Start(prefix?.Id ?? "", ids);
    }

    // Ids that are only mentioned count too: a removed requirement keeps its number.
    private IEnumerable<string> Used(string scope) => scope.Length == 0
        ? _document.Definition.RequirementIds.References(_document.Outline.Text).Select(static token => token.Id).Concat(_elsewhere)
        : RequirementReader.Definitions(_document).Where(definition => definition.Fact.Scope == scope).Select(static definition => definition.Fact.Id);
}
