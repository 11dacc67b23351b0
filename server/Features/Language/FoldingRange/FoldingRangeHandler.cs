using FrameworkLsp.Analyzers.Features.Folding;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.FoldingRange;

/// <summary>Answers with what can be folded.</summary>
internal sealed class FoldingRangeHandler(LanguageSession session)
{
    /// <summary>The folds of a document; nothing for other files, which the editor folds itself.</summary>
    [JsonRpcMethod("textDocument/foldingRange", UseSingleObjectParameterDeserialization = true)]
    public Task<Protocol.FoldingRange[]?> FoldingRangeAsync(FoldingRangeParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(parameters.TextDocument.Uri, Staleness.Refused, Read, cancellationToken);

    private static Protocol.FoldingRange[]? Read(DocumentView view, CancellationToken cancellationToken)
    {
        var file = view.Document.GetBound(cancellationToken);
        if (file.Host is null)
        {
            return null;
        }

        // What starts on one line can only be folded as one. Where there is a limit, the longest are the ones that matter.
        var ranges = FoldingProvider.GetFolds(file, cancellationToken).Select(fold => Range(view, fold)).Where(static range => range.EndLine > range.StartLine).DistinctBy(static range => range.StartLine);
        return view.Features.FoldingLimit is { } limit
            ? [.. ranges.OrderByDescending(static range => range.EndLine - range.StartLine).Take(limit).OrderBy(static range => range.StartLine)]
            : [.. ranges];
    }

    private static Protocol.FoldingRange Range(DocumentView view, Fold fold)
    {
        var (start, end) = (view.Features.Positions.ToPosition(view.Text, fold.HeadEnd), view.Features.Positions.ToPosition(view.Text, fold.Span.End));
        return new Protocol.FoldingRange
        {
            StartLine = start.Line,
            StartCharacter = view.Features.FoldsLinesOnly ? null : start.Character,
            EndLine = end.Line,
            EndCharacter = view.Features.FoldsLinesOnly ? null : end.Character,
            Kind = fold.Kind switch
            {
                FoldKind.Comment => "comment",
                FoldKind.Section => "region",
                _ => null,
            },
        };
    }
}
