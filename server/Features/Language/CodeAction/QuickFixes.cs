using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Lsp.Diagnostics;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Features.Language.CodeAction;

/// <summary>Turns fixes into code actions that the client can apply to the text as it is now.</summary>
/// <param name="view">The document.</param>
/// <param name="analysis">Its analysis.</param>
/// <param name="converter">Makes the diagnostics that the actions mend.</param>
internal sealed class QuickFixes(DocumentView view, WorkspaceAnalysis analysis, DiagnosticConverter converter)
{
    private readonly DateOnly _today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);

    /// <summary>The fixes of the findings that a range touches; fixes that several findings share come once.</summary>
    public IEnumerable<Protocol.CodeAction> In(Protocol.Range range, CancellationToken cancellationToken) => DiagnosticConverter
        .Visible(view.Folder, analysis, view.Open.Path)
        .Where(finding => view.Range(finding.Span).Touches(range))
        .SelectMany(finding => Of(finding, cancellationToken))
        .DistinctBy(static action => action.Title);

    /// <summary>The safe fixes of the whole document in one edit; null when there are none.</summary>
    public Protocol.CodeAction? All(CancellationToken cancellationToken) =>
        FixProvider.ApplyFixes(analysis, view.Open.Path, includeUnsafe: false, _today, cancellationToken) is { } text
            ? new Protocol.CodeAction
            {
                Title = "Apply all safe fixes of Framework LSP",
                Kind = CodeActionKinds.SourceFixAllFrameworkLsp,
                Edit = WorkspaceEdits.Of(view, [.. text.GetTextChanges(view.Text)]),
            }
            : null;

    private IEnumerable<Protocol.CodeAction> Of(Finding finding, CancellationToken cancellationToken)
    {
        foreach (var fix in FixProvider.GetFixes(view.Folder.Workspace, view.Document, finding, _today, cancellationToken))
        {
            if (WorkspaceEdits.Of(view, fix) is { } edit)
            {
                yield return new Protocol.CodeAction
                {
                    Title = fix.Title,
                    Kind = CodeActionKinds.QuickFix,
                    Diagnostics = [converter.Convert(view.Folder, view.Text, finding, view.State.Settings)],
                    IsPreferred = fix.IsPreferred ? true : null,
                    Edit = edit,
                };
            }
        }
    }
}
