using FrameworkLsp.Analyzers.Features.CodeActions;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Features.Workspace.ExecuteCommand;
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
    public IEnumerable<Protocol.CodeAction> In(Protocol.Range range, CancellationToken cancellationToken) => Touched(range)
        .SelectMany(finding => Of(finding, cancellationToken))
        .DistinctBy(static action => action.Title);

    /// <summary>What can be done about a finding besides mending it: keep it away, and read what its rule says.</summary>
    public IEnumerable<Protocol.CodeAction> Dismissals(Protocol.Range range, CancellationToken cancellationToken)
    {
        var findings = Touched(range).DistinctBy(static finding => (finding.Rule.Id, finding.Span.Start)).ToList();
        var ignoring = findings
            .Select(finding => SuppressionEdit.Ignore(view.Document, finding, cancellationToken) is { } fix ? Action(finding, fix) : null)
            .OfType<Protocol.CodeAction>()
            .DistinctBy(static action => action.Title);
        var explaining = findings
            .DistinctBy(static finding => finding.Rule.Id)
            .Select(finding => Offer(finding, $"Explain {finding.Rule.Id} {finding.Rule.Name}") with { Command = ExplainRuleCommand.For(finding.Rule) });
        return ignoring.Concat(explaining);
    }

    private IEnumerable<Finding> Touched(Protocol.Range range) => DiagnosticConverter
        .Visible(view.Folder, analysis, view.Open.Path)
        .Where(finding => view.Range(finding.Span).Touches(range));

    private IEnumerable<Protocol.CodeAction> Of(Finding finding, CancellationToken cancellationToken) => FixProvider
        .GetFixes(view.Folder.Workspace, view.Document, finding, _today, cancellationToken)
        .Select(fix => Action(finding, fix))
        .OfType<Protocol.CodeAction>();

    private Protocol.CodeAction? Action(Finding finding, Fix fix) => WorkspaceEdits.Of(view, fix) is { } edit
        ? Offer(finding, fix.Title) with { IsPreferred = fix.IsPreferred ? true : null, Edit = edit }
        : null;

    private Protocol.CodeAction Offer(Finding finding, string title) => new()
    {
        Title = title,
        Kind = CodeActionKinds.QuickFix,
        Diagnostics = [converter.Convert(view.Folder, view.Text, finding, view.State.SettingsOf(view.Folder))],
    };
}
