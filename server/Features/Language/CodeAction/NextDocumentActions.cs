using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Features.Workspace.ExecuteCommand;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Features.Language.CodeAction;

/// <summary>Offers the document of the next stage on the title of a document; its text is made when it is chosen.</summary>
internal sealed class NextDocumentActions(DocumentView view, WorkspaceAnalysis analysis)
{
    /// <summary>What <see cref="CodeActionData"/> calls it.</summary>
    public const string Next = "next";

    private readonly DateOnly _today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);

    /// <summary>The action; nothing away from the title, unless it is asked for by its kind. A file of any other kind is then taken for a prompt.</summary>
    public IEnumerable<Protocol.CodeAction> In(Protocol.Range range, bool isAskedFor, CancellationToken cancellationToken)
    {
        if (!view.Features.CreateFiles)
        {
            return [];
        }

        return view.Document.GetBound(cancellationToken).Host is not { } document
            ? isAskedFor ? AfterPrompt(cancellationToken) : []
            : document.IsTemplate || !(isAskedFor || view.Range(document.ToSource.ToSource(document.TitleAnchor)).Touches(range))
                ? []
                : After(document, cancellationToken);
    }

    /// <summary>The edit; null when nothing comes next any more or the client cannot apply it.</summary>
    public WorkspaceEdit? Edit(CancellationToken cancellationToken)
    {
        var next = NextDocuments.After(analysis, view.Open.Path, _today, cancellationToken);
        return next.Refusal is null ? WorkspaceEdits.Of(view.State, view.Folder, view.Features, DeliveryEdit.Of(analysis.Workspace, next, cancellationToken)) : null;
    }

    private IEnumerable<Protocol.CodeAction> After(BoundDocument document, CancellationToken cancellationToken)
    {
        if (NextDocuments.KindAfter(view.Folder.Workspace.Definition, document.Kind) is not { } kind)
        {
            return [];
        }

        // Nothing is offered that would only say no; finding that out needs no text.
        return NextDocuments.PathAfter(analysis, document, kind, _today, cancellationToken) is not { } place
            || (ClarificationReader.IsRequest(document) && NextDocuments.After(analysis, view.Open.Path, _today, cancellationToken).Refusal is not null)
            ? []
            : [Offer(kind, place.Path, place.Exists, cancellationToken)];
    }

    private IEnumerable<Protocol.CodeAction> AfterPrompt(CancellationToken cancellationToken) =>
        NextDocuments.After(analysis, view.Open.Path, _today, cancellationToken) is { Refusal: null, Documents: [var validation, ..] }
            && view.Folder.Workspace.Definition.Kinds.FirstOrDefault(static kind => kind.HasRole(KindRoles.ValidatesPrompt)) is { } kind
            ? [Offer(kind, validation.Path, view.Folder.Workspace.Documents.ContainsKey(validation.Path), cancellationToken)]
            : [];

    private Protocol.CodeAction Offer(DocumentKind kind, string path, bool exists, CancellationToken cancellationToken)
    {
        var action = new Protocol.CodeAction
        {
            Title = exists ? $"Bring the {kind.Name} up to date" : $"Create the {kind.Name}",
            Kind = CodeActionKinds.RefactorNextDocument,
            Command = OpenCommand.For($"Open the {kind.Name}", new Location(view.Folder.UriOf(path), default)),
        };
        return view.Features.CodeActionResolve
            ? action with { Data = new CodeActionData(view.Open.Uri, view.Open.Version, Next, null) }
            : action with { Edit = Edit(cancellationToken) };
    }
}
