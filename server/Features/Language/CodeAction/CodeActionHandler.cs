using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Diagnostics;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.CodeAction;

/// <summary>Offers the fixes of the findings in a range, and the fixes of all findings of the document.</summary>
internal sealed class CodeActionHandler(LanguageSession session)
{
    /// <summary>The code actions for a range.</summary>
    [JsonRpcMethod("textDocument/codeAction", UseSingleObjectParameterDeserialization = true)]
    public Task<Protocol.CodeAction[]?> CodeActionAsync(CodeActionParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(parameters.TextDocument.Uri, Staleness.Refused, (view, token) => Read(view, parameters, token), cancellationToken);

    private Protocol.CodeAction[]? Read(DocumentView view, CodeActionParams parameters, CancellationToken cancellationToken)
    {
        if (!view.Features.CodeActionLiterals)
        {
            return null;
        }

        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        var analysis = session.Analyses.Get(view.State, view.Folder, cancellationToken);
        var actions = ImmutableArray.CreateBuilder<Protocol.CodeAction>();
        if (Wants(parameters, CodeActionKinds.QuickFix))
        {
            QuickFixes(view, analysis, parameters.Range, today, actions, cancellationToken);
        }

        if (Wants(parameters, CodeActionKinds.SourceFixAllFrameworkLsp)
            && (actions.Count > 0 || parameters.Context.Only is not null)
            && FixProvider.ApplyFixes(analysis, view.Open.Path, includeUnsafe: false, today, cancellationToken) is { } text)
        {
            actions.Add(new Protocol.CodeAction
            {
                Title = "Apply all safe fixes of Framework LSP",
                Kind = CodeActionKinds.SourceFixAllFrameworkLsp,
                Edit = WorkspaceEdits.Of(view, [.. text.GetTextChanges(view.Text)]),
            });
        }

        return [.. actions];
    }

    private void QuickFixes(DocumentView view, WorkspaceAnalysis analysis, Protocol.Range range, DateOnly today, ImmutableArray<Protocol.CodeAction>.Builder actions, CancellationToken cancellationToken)
    {
        foreach (var finding in DiagnosticConverter.Visible(view.Folder, analysis, view.Open.Path))
        {
            if (!view.Range(finding.Span).Touches(range))
            {
                continue;
            }

            foreach (var fix in FixProvider.GetFixes(view.Folder.Workspace, view.Document, finding, today, cancellationToken))
            {
                if (WorkspaceEdits.Of(view, fix) is { } edit && !actions.Any(action => action.Title == fix.Title))
                {
                    actions.Add(new Protocol.CodeAction
                    {
                        Title = fix.Title,
                        Kind = CodeActionKinds.QuickFix,
                        Diagnostics = [session.Converter.Convert(view.Folder, view.Text, finding, view.State.Settings)],
                        IsPreferred = fix.IsPreferred ? true : null,
                        Edit = edit,
                    });
                }
            }
        }
    }

    private static bool Wants(CodeActionParams parameters, string kind) =>
        parameters.Context.Only is not { } only || only.Any(wanted => CodeActionKinds.Includes(wanted, kind));
}
