using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.CodeAction;

/// <summary>Offers the fixes of the findings in a range, ways to keep them away, the safe fixes of the whole document, refactorings and the document that comes next.</summary>
internal sealed class CodeActionHandler(LanguageSession session)
{
    /// <summary>The code actions for a range.</summary>
    [JsonRpcMethod("textDocument/codeAction", UseSingleObjectParameterDeserialization = true)]
    public Task<Protocol.CodeAction[]?> CodeActionAsync(CodeActionParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(parameters.TextDocument.Uri, Staleness.Refused, (view, token) => Read(view, parameters, token), cancellationToken);

    private Protocol.CodeAction[]? Read(DocumentView view, CodeActionParams parameters, CancellationToken cancellationToken)
    {
        // A client that only takes commands cannot be given edits.
        if (!view.Features.CodeActionLiterals)
        {
            return null;
        }

        var analysis = session.Analyses.Get(view.State, view.Folder, cancellationToken);
        var fixes = new QuickFixes(view, analysis, session.Converter);
        var mends = Wants(parameters, CodeActionKinds.QuickFix) ? fixes.In(parameters.Range, cancellationToken).ToList() : [];
        List<Protocol.CodeAction> actions = [.. mends];

        // Without anything to mend here nobody looks for a fix of everything, unless it is asked for by name.
        if (Wants(parameters, CodeActionKinds.SourceFixAllFrameworkLsp) && (mends.Count > 0 || parameters.Context.Only is not null))
        {
            actions.AddRange(new DocumentActions(view, analysis).FixAll(cancellationToken));
        }

        if (Wants(parameters, CodeActionKinds.RefactorNextDocument))
        {
            actions.AddRange(new NextDocumentActions(view, analysis).In(parameters.Range, isAskedFor: parameters.Context.Only is not null, cancellationToken));
        }

        if (Wants(parameters, CodeActionKinds.RefactorDelivery))
        {
            actions.AddRange(new DeliveryChangeActions(view, analysis).In(parameters.Range, cancellationToken));
        }

        actions.AddRange(new RefactoringActions(view, analysis).In(parameters, kind => Wants(parameters, kind), cancellationToken));
        return [.. actions, .. Wants(parameters, CodeActionKinds.QuickFix) ? fixes.Dismissals(parameters.Range, cancellationToken) : []];
    }

    private static bool Wants(CodeActionParams parameters, string kind) =>
        parameters.Context.Only is not { } only || only.Any(wanted => CodeActionKinds.Includes(wanted, kind));
}
