using FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.CodeAction;

/// <summary>Offers refactorings; their edits are made when they are chosen.</summary>
internal sealed class RefactoringActions(DocumentView view, WorkspaceAnalysis analysis)
{
    private const string Prefix = "refactor:";

    private readonly DateOnly _today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);

    /// <summary>The actions of the wanted kinds at a range. Those that cannot be done come with their reason, where the user asked and the client shows it.</summary>
    public IEnumerable<Protocol.CodeAction> In(CodeActionParams parameters, Func<string, bool> wants, CancellationToken cancellationToken)
    {
        var isAsked = parameters.Context.TriggerKind is not CodeActionTriggerKind.Automatic;
        return RefactoringProvider.Offers(view.Document.GetBound(cancellationToken), analysis, Span(parameters.Range), _today, cancellationToken)
            .Where(offer => wants(Kind(offer)) && (offer.Disabled is null || (isAsked && view.Features.DisabledCodeActions)) && CanApply(offer))
            .Select(offer => Action(offer, parameters.Range, cancellationToken))
            .OfType<Protocol.CodeAction>();
    }

    /// <summary>Whether the edit of an action is made here.</summary>
    public static bool Makes(string action) => action.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>The edit of an action; null when there is none any more.</summary>
    /// <exception cref="LocalRpcException">It cannot be done; the message says why.</exception>
    public WorkspaceEdit? Edit(CodeActionData data, CancellationToken cancellationToken)
    {
        var result = Make(data.Action[Prefix.Length..], data.Range ?? default, cancellationToken);
        return result?.Refusal is { } refusal
            ? throw new LocalRpcException(refusal) { ErrorCode = LspErrorCodes.RequestFailed }
            : result?.Edit is { } edit ? WorkspaceEdits.Of(view.State, view.Folder, view.Features, edit) : null;
    }

    private Protocol.CodeAction? Action(RefactoringOffer offer, Protocol.Range range, CancellationToken cancellationToken)
    {
        var action = new Protocol.CodeAction { Title = offer.Title, Kind = Kind(offer) };
        if (offer.Disabled is { } reason)
        {
            return action with { Disabled = new CodeActionDisabled(reason) };
        }

        if (view.Features.CodeActionResolve)
        {
            return action with { Data = new CodeActionData(view.Open.Uri, view.Open.Version, Prefix + offer.Id, range) };
        }

        // A client that cannot wait for the edit gets only what can be done.
        return Make(offer.Id, range, cancellationToken) is { Edit: { } edit } ? action with { Edit = WorkspaceEdits.Of(view.State, view.Folder, view.Features, edit) } : null;
    }

    private RefactoringResult? Make(string id, Protocol.Range range, CancellationToken cancellationToken) =>
        RefactoringProvider.Make(id, view.Document.GetBound(cancellationToken), analysis, Span(range), _today, cancellationToken);

    private bool CanApply(RefactoringOffer offer) => offer.Kind != RefactoringKind.Extract || (view.Features.DocumentChanges && view.Features.CreateFiles);

    private TextSpan Span(Protocol.Range range) => view.Features.Positions.ToSpan(view.Text, range);

    private static string Kind(RefactoringOffer offer) => offer.Kind == RefactoringKind.Extract ? CodeActionKinds.RefactorExtract : CodeActionKinds.RefactorRewrite;
}
