using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding.Succession;

namespace FrameworkLsp.Analyzers.Features.Board;

/// <summary>Says how far each stage of a delivery is, and what writes the document that a stage lacks.</summary>
/// <param name="definition">The definition.</param>
/// <param name="documents">The documents of the delivery.</param>
/// <param name="requirements">Its requirements.</param>
internal sealed class StageReader(FrameworkDefinition definition, ImmutableArray<BoardDocument> documents, ImmutableArray<RequirementRecord> requirements)
{
    // The last stage whose own document is there.
    private readonly int _reached = definition.Stages
        .Select((stage, index) => documents.Any(document => document.Kind.Id == stage.ArtefactKind) ? index : -1)
        .DefaultIfEmpty(-1)
        .Max();

    /// <summary>The stages in order.</summary>
    public ImmutableArray<BoardStage> Read() => [.. definition.Stages.Select(Stage)];

    private BoardStage Stage(Stage stage, int index)
    {
        var own = documents.Where(document => document.Kind.Id == stage.ArtefactKind).ToList();
        var beside = documents.Where(document => document.Kind.Stage == stage.Id && document.Kind.Id != stage.ArtefactKind);
        var state = stage.ArtefactKind is null ? OfWork(index) : own.Count == 0 ? OfGap(stage, index) : OfDocuments(own);
        return new BoardStage(stage, state, [.. own, .. beside], Step(stage, index, state));
    }

    private static StageState OfDocuments(List<BoardDocument> own) => own.Exists(static document => document.IsStale)
        ? StageState.Stale
        : own.Min(static document => document.State) switch
        {
            DocumentState.Draft => StageState.Draft,
            DocumentState.InReview => StageState.InReview,
            _ => StageState.Approved,
        };

    // A stage that was passed without the document that no other one demands.
    private StageState OfGap(Stage stage, int index) =>
        index < _reached && !definition.Kinds.Any(kind => kind.Predecessor == stage.ArtefactKind) ? StageState.NotNeeded : StageState.Missing;

    // Work without a document of its own is over when a later stage has begun, else as far as its requirements are. Before the first
    // document of the workflow there is nothing to see of it.
    private StageState OfWork(int index)
    {
        if (definition.Stages.Take(index).All(static stage => stage.ArtefactKind is null))
        {
            return StageState.NotNeeded;
        }

        if (index < _reached)
        {
            return StageState.Approved;
        }

        var open = requirements.Where(static record => !record.IsDescoped).ToList();
        return open.Count > 0 && open.TrueForAll(static record => record.IsDone) ? StageState.Approved
            : open.Exists(static record => record.IsDone || record.Status == StatusClasses.InProgress) ? StageState.Draft
            : StageState.Missing;
    }

    private BoardStep? Step(Stage stage, int index, StageState state)
    {
        if (state is not (StageState.Missing or StageState.Stale) || definition.Kind(stage.ArtefactKind ?? "") is not { CanonicalPath.Length: > 0 } kind)
        {
            return null;
        }

        if (documents.LastOrDefault(document => NextDocuments.KindAfter(definition, document.Kind) == kind) is { } before)
        {
            // Nothing follows a request whose answers are still missing.
            return before.Kind.HasRole(KindRoles.ValidatesPrompt) && before.State == DocumentState.Draft ? null : new BoardStep(kind, before.Path, state == StageState.Stale);
        }

        return state == StageState.Missing && index < _reached ? new BoardStep(kind, null, IsUpdate: false) : null;
    }
}
