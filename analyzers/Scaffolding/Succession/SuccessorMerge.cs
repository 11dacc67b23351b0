using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding.Merging;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>Brings an existing document up to date with what the tool would write now; what people wrote stays.</summary>
public static class SuccessorMerge
{
    /// <summary>The edits in source coordinates, in order; empty when it is up to date or cannot be edited.</summary>
    public static ImmutableArray<TextChange> Changes(Workspace workspace, Document existing, DocumentProposal proposal, CancellationToken cancellationToken)
    {
        if (existing.GetBound(cancellationToken).Host is not { } mine || mine.Kind != proposal.Kind || !mine.ToSource.IsContiguous)
        {
            return [];
        }

        // The tool's own words are read in the same way as the document.
        var before = Bind(existing, DocumentScaffold.Write(workspace.Definition, Before(mine, proposal.Request)), cancellationToken);
        var after = Bind(existing, proposal.Text, cancellationToken);
        if (before is null || after is null)
        {
            return [];
        }

        var versions = new ThreeWay(new MergeParts(before), new MergeParts(after), new MergeParts(mine));
        SectionMerge.Run(versions);
        cancellationToken.ThrowIfCancellationRequested();
        FieldMerge.Run(versions);
        TableMerge.Run(versions);
        return DeliveryEdit.ToSource(mine, WithoutOverlaps(versions.Changes));
    }

    // What the tool would have written for what the document states: its level, its modules, the requirements it knows, nothing measured.
    private static ScaffoldRequest Before(BoundDocument mine, ScaffoldRequest request)
    {
        var facts = FactCollector.Collect(mine).Facts;
        var text = mine.Outline.Text;
        var content = request.Content;
        return request with
        {
            Facts = request.Facts with
            {
                Level = facts.Level ?? request.Facts.Level,
                Modules = facts.Modules ?? request.Facts.Modules,
                RequestId = facts.RequestId.Length > 0 ? facts.RequestId : request.Facts.RequestId,
            },
            Content = content with
            {
                Requirements = [.. content.Requirements.Where(requirement => Knows(text, requirement)).Select(static requirement => requirement with { Status = null, Cells = requirement.Cells.RemoveRange([ColumnRoles.Status, ColumnRoles.Evidence, ColumnRoles.Tests, ColumnRoles.Notes]) })],
                Sections = content.Sections.ToImmutableDictionary(
                    static entry => entry.Key,
                    entry => entry.Value with { Rows = [.. entry.Value.Rows.Where(row => row.Values.Any(cell => text.Contains(cell, StringComparison.Ordinal)))] },
                    StringComparer.Ordinal),
                Checks = ImmutableDictionary<string, CarriedCheck>.Empty,
                Coverage = null,
                Tests = null,
                Reports = [],
                Services = facts.Services.Count > 0 ? facts.Services.Items : content.Services,
                Documents = [.. content.Documents.Where(document => text.Contains(document.Path[(document.Path.LastIndexOf('/') + 1)..], StringComparison.Ordinal))],
            },
        };
    }

    private static bool Knows(string text, CarriedRequirement requirement) =>
        text.Contains(requirement.Id.Length > 0 ? requirement.Id : requirement.Title, StringComparison.OrdinalIgnoreCase);

    private static BoundDocument? Bind(Document existing, string text, CancellationToken cancellationToken) =>
        new Document(existing.Path, SourceText.From(text), existing.Configuration).GetBound(cancellationToken).Host;

    // What stands in a part that goes away goes with it; of two edits of one place the first is right.
    private static IEnumerable<TextChange> WithoutOverlaps(List<TextChange> changes)
    {
        var kept = new List<TextChange>();
        foreach (var change in changes.OrderByDescending(static change => change.Span.Length))
        {
            if (!kept.Exists(other => other.Span.OverlapsWith(change.Span) || (other.Span.Length > 0 && change.Span.Length == 0 && change.Span.Start > other.Span.Start && change.Span.Start < other.Span.End)))
            {
                kept.Add(change);
            }
        }

        return changes.Where(kept.Contains);
    }
}
