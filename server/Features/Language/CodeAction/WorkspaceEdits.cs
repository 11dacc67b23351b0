using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Features.Language.CodeAction;

/// <summary>Changes of texts as the edits that the client can apply.</summary>
internal static class WorkspaceEdits
{
    /// <summary>The edit of a fix; null when the client cannot apply it.</summary>
    public static WorkspaceEdit? Of(DocumentView view, Fix fix) => Of(view, fix.Changes, fix.OtherDocuments, fix.NewDocuments);

    /// <summary>The edit of changes of the document itself.</summary>
    public static WorkspaceEdit? Of(DocumentView view, ImmutableArray<TextChange> changes) =>
        Of(view, changes, ImmutableDictionary<string, ImmutableArray<TextChange>>.Empty, ImmutableDictionary<string, string>.Empty);

    private static WorkspaceEdit? Of(
        DocumentView view,
        ImmutableArray<TextChange> changes,
        ImmutableDictionary<string, ImmutableArray<TextChange>> others,
        ImmutableDictionary<string, string> newDocuments)
    {
        if (!newDocuments.IsEmpty && !(view.Features.DocumentChanges && view.Features.CreateFiles))
        {
            return null;
        }

        var edits = others
            .Where(pair => view.Folder.Workspace.Documents.ContainsKey(pair.Key))
            .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => Edits(view, pair.Key, pair.Value))
            .ToList();
        if (!changes.IsEmpty)
        {
            edits.Insert(0, (view.Open.Uri, view.Open.Version, [.. changes.Select(change => view.Features.Positions.ToEdit(view.Text, change))]));
        }

        if (!view.Features.DocumentChanges)
        {
            return new WorkspaceEdit { Changes = edits.ToImmutableDictionary(static edit => edit.Uri, static edit => edit.Edits, StringComparer.Ordinal) };
        }

        var steps = newDocuments
            .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .SelectMany(pair => Create(view.Folder.UriOf(pair.Key), pair.Value))
            .Concat(edits.Select(static edit => DocumentChange.Edit(edit.Uri, edit.Version, edit.Edits)));
        return new WorkspaceEdit { DocumentChanges = [.. steps] };
    }

    private static (string Uri, int? Version, ImmutableArray<TextEdit> Edits) Edits(DocumentView view, string path, ImmutableArray<TextChange> changes)
    {
        var text = view.Folder.Workspace.Documents[path].Text;
        var open = view.State.Open.GetValueOrDefault(view.Folder.FullPath(path));
        return (
            open?.Uri ?? view.Folder.UriOf(path),
            open?.Version,
            [.. changes.Select(change => view.Features.Positions.ToEdit(text, change))]);
    }

    private static IEnumerable<DocumentChange> Create(string uri, string text) =>
    [
        DocumentChange.Create(uri),
        DocumentChange.Edit(uri, null, [new TextEdit(default, text)]),
    ];
}
