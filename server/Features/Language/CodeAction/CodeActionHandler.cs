using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.CodeAction;

/// <summary>Offers the fixes of the findings in a range, and the safe fixes of the whole document.</summary>
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

        var fixes = new QuickFixes(view, session.Analyses.Get(view.State, view.Folder, cancellationToken), session.Converter);
        var actions = Wants(parameters, CodeActionKinds.QuickFix) ? fixes.In(parameters.Range, cancellationToken).ToList() : [];

        // Without anything to mend here nobody looks for a fix of everything, unless it is asked for by name.
        var wantsAll = Wants(parameters, CodeActionKinds.SourceFixAllFrameworkLsp) && (actions.Count > 0 || parameters.Context.Only is not null);
        return wantsAll && fixes.All(cancellationToken) is { } all ? [.. actions, all] : [.. actions];
    }

    private static bool Wants(CodeActionParams parameters, string kind) =>
        parameters.Context.Only is not { } only || only.Any(wanted => CodeActionKinds.Includes(wanted, kind));
}
