using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Custom.Catalog;

/// <summary>Answers what can be chosen for a new document: kinds, levels and modules of the workflow.</summary>
internal sealed class CatalogHandler(LanguageSession session)
{
    /// <summary>The catalog of the workflow.</summary>
    [JsonRpcMethod("frameworkLsp/catalog", UseSingleObjectParameterDeserialization = true)]
    public async Task<CatalogAnswer> CatalogAsync(CatalogParams parameters, CancellationToken cancellationToken)
    {
        // The definition is there when the queue has come to this request.
        await session.Queue.SnapshotAsync(cancellationToken).ConfigureAwait(false);
        var definition = session.Client.Folders!.Definition;
        return new CatalogAnswer(
            [.. definition.Kinds.Where(static kind => kind.CanonicalPath.Length > 0).Select(kind => Of(definition, kind))],
            [.. definition.Levels.Select(static level => new CatalogLevel(level.Number, level.Name, level.Summary))],
            [.. definition.Modules.Items.Where(static module => !module.IsImplied).Select(static module => new CatalogModule(module.Id, module.Name, module.Technology))]);
    }

    private static CatalogKind Of(FrameworkDefinition definition, DocumentKind kind) => new()
    {
        Id = kind.Id,
        Name = kind.Name,
        Stage = kind.Stage,
        StageName = definition.Stages.FirstOrDefault(stage => stage.Id == kind.Stage)?.Name,
        Path = kind.CanonicalPath,
        UsesLevel = kind.HeaderFields.Concat(kind.AllSections().SelectMany(static section => section.Fields)).Any(static field => field.Role == FieldRoles.MaturityLevel),
    };
}
