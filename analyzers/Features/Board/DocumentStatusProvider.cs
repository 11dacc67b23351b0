using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Board;

/// <summary>What a document is in the workflow.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Stage">The stage that produces it; null when it stands beside the stages.</param>
/// <param name="Level">The level that it states, else that of its delivery; null when there is none.</param>
/// <param name="State">How far it is.</param>
/// <param name="IsStale">Whether an earlier document says something that it does not carry yet.</param>
/// <param name="Delivery">The id of its delivery; null when it belongs to none.</param>
public sealed record DocumentStatus(DocumentKind Kind, Stage? Stage, MaturityLevel? Level, DocumentState State, bool IsStale, string? Delivery);

/// <summary>Says what a document is in the workflow.</summary>
public static class DocumentStatusProvider
{
    /// <summary>The status of a file's own document; null for a file that is no framework document.</summary>
    public static DocumentStatus? Get(WorkspaceAnalysis analysis, string path)
    {
        var definition = analysis.Workspace.Definition;
        if (analysis.PartsOf(path) is not [{ Facts: var facts }, ..] || definition.Kind(facts.Kind) is not { } kind)
        {
            return null;
        }

        var board = BoardProvider.GetBoard(analysis, path);
        var own = board?.Stages.SelectMany(static stage => stage.Documents).FirstOrDefault(document => document.Path == path);
        return new DocumentStatus(
            kind,
            definition.Stages.FirstOrDefault(stage => stage.Id == kind.Stage),
            facts.Level is { } number ? definition.Level(number) : board?.Level,
            own?.State ?? DocumentProgress.Of(kind, facts),
            own is { IsStale: true },
            board?.Id);
    }
}
