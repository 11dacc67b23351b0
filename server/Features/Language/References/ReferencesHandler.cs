using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Server.Features.Language.Definition;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Language.References;

/// <summary>Finds references.</summary>
internal sealed class ReferencesHandler(LanguageSession session)
{
    /// <summary>Every place that names the thing at a position.</summary>
    [JsonRpcMethod("textDocument/references", UseSingleObjectParameterDeserialization = true)]
    public Task<Location[]?> ReferencesAsync(ReferenceParams parameters, CancellationToken cancellationToken) =>
        session.Reader.ReadAsync(parameters.TextDocument.Uri, Staleness.Tolerated, (view, token) => Read(view, parameters, token), cancellationToken);

    private Location[]? Read(DocumentView view, ReferenceParams parameters, CancellationToken cancellationToken)
    {
        var analysis = session.Analyses.Get(view.State, view.Folder, cancellationToken);
        var occurrences = ReferenceProvider.Find(view.Document.GetBound(cancellationToken), analysis, view.Offset(parameters.Position), cancellationToken);
        return occurrences.Count == 0
            ? null
            : [.. occurrences.Where(occurrence => parameters.Context.IncludeDeclaration || !occurrence.IsDefinition).Select(occurrence => Locations.Of(view, occurrence))];
    }
}
