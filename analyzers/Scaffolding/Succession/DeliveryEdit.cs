using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>Changes of the documents of a delivery.</summary>
/// <param name="NewDocuments">Documents to create: path and text.</param>
/// <param name="Changes">Edits of documents of the workspace by path, in source order; documents without a change are left out.</param>
public sealed record DeliveryEdit(ImmutableDictionary<string, string> NewDocuments, ImmutableDictionary<string, ImmutableArray<TextChange>> Changes)
{
    /// <summary>Whether there is nothing to change.</summary>
    public bool IsEmpty => NewDocuments.IsEmpty && Changes.IsEmpty;

    /// <summary>The changes that bring about what comes next: new documents are created, existing ones take over what is new.</summary>
    public static DeliveryEdit Of(Workspace workspace, NextStage next, CancellationToken cancellationToken = default)
    {
        var created = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var changed = ImmutableDictionary.CreateBuilder<string, ImmutableArray<TextChange>>(StringComparer.Ordinal);
        foreach (var proposal in next.Documents)
        {
            if (workspace.Documents.TryGetValue(proposal.Path, out var file))
            {
                if (SuccessorMerge.Changes(workspace, file, proposal, cancellationToken) is { IsEmpty: false } changes)
                {
                    changed[proposal.Path] = changes;
                }
            }
            else if (!proposal.Exists)
            {
                created[proposal.Path] = proposal.Text;
            }
        }

        return new DeliveryEdit(created.ToImmutable(), changed.ToImmutable());
    }

    /// <summary>The text of a document after the edit; null when it is neither created nor known.</summary>
    public SourceText? TextOf(Workspace workspace, string path)
    {
        if (NewDocuments.TryGetValue(path, out var text))
        {
            return SourceText.From(text);
        }

        return workspace.Documents.TryGetValue(path, out var file) ? file.Text.WithChanges(Changes.GetValueOrDefault(path, [])) : null;
    }

    internal static ImmutableArray<TextChange> ToSource(BoundDocument document, IEnumerable<TextChange> changes)
    {
        var lineEnd = LineEnds.Of(document.Source);
        return [.. changes.Select(change => new TextChange(document.ToSource.ToSource(change.Span), (change.NewText ?? "").ReplaceLineEndings(lineEnd))).OrderBy(static change => change.Span.Start)];
    }
}
