using FrameworkLsp.Analyzers.Features.Symbols;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.DocumentSymbol;

/// <summary>Answers with the outline of a document, nested or flat as the client can show it.</summary>
internal sealed class DocumentSymbolHandler(LanguageSession session)
{
    /// <summary>The symbols of a document.</summary>
    [JsonRpcMethod("textDocument/documentSymbol", UseSingleObjectParameterDeserialization = true)]
    public Task<object?> DocumentSymbolAsync(DocumentSymbolParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync<object>(parameters.TextDocument.Uri, Staleness.Refused, Read, cancellationToken);

    private static object Read(DocumentView view, CancellationToken cancellationToken)
    {
        var symbols = SymbolProvider.GetSymbols(view.Document.GetBound(cancellationToken), view.State.SettingsOf(view.Folder).MarkdownOutline, cancellationToken);
        return view.Features.NestedSymbols
            ? symbols.Select(symbol => Nested(view, symbol)).ToArray()
            : symbols.SelectMany(symbol => Flat(view, symbol, container: null)).ToArray();
    }

    private static Protocol.DocumentSymbol Nested(DocumentView view, DocumentSymbolNode symbol) => new()
    {
        Name = symbol.Name,
        Detail = symbol.Detail.Length > 0 ? symbol.Detail : null,
        Kind = Kind(symbol.Category),
        Range = view.Range(symbol.Span),
        SelectionRange = view.Range(symbol.NameSpan),
        Children = symbol.Children.IsEmpty ? null : [.. symbol.Children.Select(child => Nested(view, child))],
    };

    private static IEnumerable<SymbolInformation> Flat(DocumentView view, DocumentSymbolNode symbol, string? container) => symbol.Children
        .SelectMany(child => Flat(view, child, symbol.Name))
        .Prepend(new SymbolInformation(symbol.Name, Kind(symbol.Category), new Location(view.Open.Uri, view.Range(symbol.Span)), container));

    /// <summary>The kind of a symbol, by which clients choose an icon.</summary>
    public static SymbolKind Kind(SymbolCategory category) => category switch
    {
        SymbolCategory.Document => SymbolKind.File,
        SymbolCategory.Section => SymbolKind.Class,
        SymbolCategory.Field => SymbolKind.Property,
        SymbolCategory.Requirement => SymbolKind.Constant,
        SymbolCategory.Phase => SymbolKind.Event,
        SymbolCategory.Service => SymbolKind.Module,
        _ => SymbolKind.String,
    };
}
