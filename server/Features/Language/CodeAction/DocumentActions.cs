using FrameworkLsp.Analyzers.Features.CodeActions;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Lsp.Diagnostics;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Features.Language.CodeAction;

/// <summary>Actions whose edit is costly, so that it is made when they are chosen where the client can wait for it.</summary>
internal sealed class DocumentActions(DocumentView view, WorkspaceAnalysis analysis)
{
    private const string FixAllAction = "fixAll";

    private readonly DateOnly _today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);

    /// <summary>All safe fixes in one edit; nothing when there are none.</summary>
    public IEnumerable<Protocol.CodeAction> FixAll(CancellationToken cancellationToken)
    {
        var findings = DiagnosticConverter.Visible(view.Folder, analysis, view.Open.Path);
        return FixEverything.IsPossible(view.Folder.Workspace, view.Document, findings, _today, cancellationToken)
            ? [Action("Apply all safe fixes of Framework LSP", CodeActionKinds.SourceFixAllFrameworkLsp, FixAllAction, null, cancellationToken)]
            : [];
    }

    /// <summary>The edit of an action; null when there is no such action any more.</summary>
    public WorkspaceEdit? Edit(CodeActionData data, CancellationToken cancellationToken) => data.Action == NextDocumentActions.Next
        ? new NextDocumentActions(view, analysis).Edit(cancellationToken)
        : RefactoringActions.Makes(data.Action)
        ? new RefactoringActions(view, analysis).Edit(data, cancellationToken)
        : DeliveryChangeActions.Makes(data.Action)
        ? new DeliveryChangeActions(view, analysis).Edit(data.Action, cancellationToken)
        : data.Action == FixAllAction && FixEverything.Apply(analysis, view.Open.Path, finding => DiagnosticConverter.IsVisible(view.Folder, finding), _today, cancellationToken) is { } text
            ? WorkspaceEdits.Of(view, [.. text.GetTextChanges(view.Text)])
            : null;

    private Protocol.CodeAction Action(string title, string kind, string id, Protocol.Range? range, CancellationToken cancellationToken)
    {
        var data = new CodeActionData(view.Open.Uri, view.Open.Version, id, range);
        var action = new Protocol.CodeAction { Title = title, Kind = kind };
        return view.Features.CodeActionResolve ? action with { Data = data } : action with { Edit = Edit(data, cancellationToken) };
    }
}
