using FrameworkLsp.Analyzers.Features.Completion;
using FrameworkLsp.Analyzers.Features.Configuration;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.Completion;

/// <summary>Answers completion, in documents and in the configuration file.</summary>
internal sealed class CompletionHandler(LanguageSession session)
{
    /// <summary>What may be inserted at a position.</summary>
    [JsonRpcMethod("textDocument/completion", UseSingleObjectParameterDeserialization = true)]
    public Task<CompletionList?> CompletionAsync(CompletionParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(parameters.TextDocument.Uri, (view, token) => Read(view, parameters, token), view => Read(view, parameters), cancellationToken);

    private CompletionList? Read(DocumentView view, CompletionParams parameters, CancellationToken cancellationToken)
    {
        var offset = view.Offset(parameters.Position);
        var answer = CompletionProvider.GetCandidates(
            view.Document.GetBound(cancellationToken),
            session.Analyses.Get(view.State, view.Folder, cancellationToken),
            offset,
            isAsked: parameters.Context?.TriggerKind is not CompletionTriggerKind.TriggerCharacter,
            DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date),
            cancellationToken);
        return new CompletionItems(view.Open.Uri, view.Text, offset, view.Features).Of(answer);
    }

    private static CompletionList? Read(ConfigurationView view, CompletionParams parameters)
    {
        var offset = view.Offset(parameters.Position);
        var answer = ConfigurationCompletion.GetCandidates(view.Text.ToString(), view.Open.Path, view.Folder.Workspace, offset);
        return new CompletionItems(view.Open.Uri, view.Text, offset, view.Features).Of(answer);
    }
}
