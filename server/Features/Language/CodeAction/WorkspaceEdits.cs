using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Features.Renaming;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
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

    /// <summary>The edit of several documents of a folder, open or not; null when the client cannot apply it.</summary>
    public static WorkspaceEdit? Of(SessionState state, FolderState folder, ClientFeatures features, DeliveryEdit edit) =>
        Of(state, folder, features, [], edit.Changes, edit.NewDocuments);

    /// <summary>The edit of documents of several folders.</summary>
    public static WorkspaceEdit Of(SessionState state, ClientFeatures features, IEnumerable<(FolderState Folder, string Path, ImmutableArray<TextChange> Changes)> changes) =>
        Of(features, [], [.. changes.Select(change => Edits(state, change.Folder, features, change.Path, change.Changes))]);

    /// <summary>The edit of a renaming. The folder of a service moves last and only when the user says so, since code may name it too.</summary>
    public static WorkspaceEdit? Of(DocumentView view, RenamePlan plan)
    {
        var edit = Of(view.State, view.Folder, view.Features, [], plan.Changes, ImmutableDictionary<string, string>.Empty);
        if (plan.Folder is not { } moved || edit?.DocumentChanges is not { } changes || !view.Features.RenameFiles)
        {
            return edit;
        }

        const string Annotation = "move-folder";
        var isAsked = view.Features.ChangeAnnotations;
        return edit with
        {
            DocumentChanges = changes.Add(DocumentChange.Rename(view.Folder.UriOf(moved.From), view.Folder.UriOf(moved.To), isAsked ? Annotation : null)),
            ChangeAnnotations = isAsked
                ? ImmutableDictionary<string, ChangeAnnotation>.Empty.Add(Annotation, new ChangeAnnotation($"Move the folder {moved.From}") { NeedsConfirmation = true, Description = "Code and configuration that name the folder are not changed." })
                : null,
        };
    }

    private static WorkspaceEdit? Of(
        DocumentView view,
        ImmutableArray<TextChange> changes,
        ImmutableDictionary<string, ImmutableArray<TextChange>> others,
        ImmutableDictionary<string, string> newDocuments)
    {
        List<(string Uri, int? Version, ImmutableArray<TextEdit> Edits)> own = changes.IsEmpty
            ? []
            : [(view.Open.Uri, view.Open.Version, [.. changes.Select(change => view.Features.Positions.ToEdit(view.Text, change))])];
        return Of(view.State, view.Folder, view.Features, own, others, newDocuments);
    }

    private static WorkspaceEdit? Of(
        SessionState state,
        FolderState folder,
        ClientFeatures features,
        List<(string Uri, int? Version, ImmutableArray<TextEdit> Edits)> own,
        ImmutableDictionary<string, ImmutableArray<TextChange>> others,
        ImmutableDictionary<string, string> newDocuments)
    {
        if (!newDocuments.IsEmpty && !(features.DocumentChanges && features.CreateFiles))
        {
            return null;
        }

        var edits = own.Concat(others
            .Where(pair => folder.Workspace.Documents.ContainsKey(pair.Key))
            .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => Edits(state, folder, features, pair.Key, pair.Value))).ToList();

        return Of(features, newDocuments.OrderBy(static pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => Create(folder.UriOf(pair.Key), pair.Value)), edits);
    }

    private static WorkspaceEdit Of(ClientFeatures features, IEnumerable<DocumentChange> first, IReadOnlyCollection<(string Uri, int? Version, ImmutableArray<TextEdit> Edits)> edits) => features.DocumentChanges
        ? new WorkspaceEdit { DocumentChanges = [.. first, .. edits.Select(static edit => DocumentChange.Edit(edit.Uri, edit.Version, edit.Edits))] }
        : new WorkspaceEdit { Changes = edits.ToImmutableDictionary(static edit => edit.Uri, static edit => edit.Edits, StringComparer.Ordinal) };

    private static (string Uri, int? Version, ImmutableArray<TextEdit> Edits) Edits(SessionState state, FolderState folder, ClientFeatures features, string path, ImmutableArray<TextChange> changes)
    {
        var text = folder.Workspace.Documents[path].Text;
        var open = state.OpenAt(folder, path);
        return (
            open?.Uri ?? folder.UriOf(path),
            open?.Version,
            [.. changes.Select(change => features.Positions.ToEdit(text, change))]);
    }

    private static IEnumerable<DocumentChange> Create(string uri, string text) =>
    [
        DocumentChange.Create(uri),
        DocumentChange.Edit(uri, null, [new TextEdit(default, text)]),
    ];
}
