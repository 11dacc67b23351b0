using FrameworkLsp.Analyzers.Features.Completion;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.Completion;

/// <summary>Answers completion.</summary>
internal sealed class CompletionHandler(LanguageSession session)
{
    /// <summary>What may be inserted at a position.</summary>
    [JsonRpcMethod("textDocument/completion", UseSingleObjectParameterDeserialization = true)]
    public Task<CompletionList?> CompletionAsync(CompletionParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(parameters.TextDocument.Uri, Staleness.Tolerated, (view, token) => Read(view, parameters, token), cancellationToken);

    private CompletionList? Read(DocumentView view, CompletionParams parameters, CancellationToken cancellationToken)
    {
        var candidates = CompletionProvider.GetCandidates(
            view.Document.GetBound(cancellationToken),
            session.Analyses.Get(view.State, view.Folder, cancellationToken),
            view.Offset(parameters.Position),
            isAsked: parameters.Context?.TriggerKind is not CompletionTriggerKind.TriggerCharacter,
            DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date),
            cancellationToken);
        return new CompletionList(IsIncomplete: false, [.. candidates.Select((candidate, index) => Item(view, candidate, index))]);
    }

    private static CompletionItem Item(DocumentView view, CompletionCandidate candidate, int index)
    {
        var snippet = view.Features.Snippets ? candidate.Snippet : null;
        return new CompletionItem
        {
            Label = candidate.Label,
            Kind = candidate.Kind switch
            {
                CandidateKind.Section => CompletionItemKind.Struct,
                CandidateKind.Field => CompletionItemKind.Field,
                CandidateKind.Module => CompletionItemKind.Module,
                CandidateKind.Requirement => CompletionItemKind.Reference,
                _ => CompletionItemKind.EnumMember,
            },
            Detail = candidate.Detail.Length > 0 ? candidate.Detail : null,
            Documentation = candidate.Documentation.Length > 0 ? MarkupContent.Markdown(candidate.Documentation) : null,
            SortText = index.ToString("D4", provider: null),
            FilterText = candidate.Filter.Length > 0 ? candidate.Filter : null,
            InsertTextFormat = snippet is null ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
            TextEdit = new TextEdit(view.Range(candidate.Replaced), snippet ?? candidate.Text),
        };
    }
}
