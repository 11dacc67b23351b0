using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Offers paths in values and cells of paths and evidence: what the workflow reads there, and files between ticks.</summary>
internal static class ReadingCompletion
{
    /// <summary>What is read at the stage of the row or phase around the cursor, as code.</summary>
    public static IEnumerable<CompletionCandidate> Paths(CompletionRequest request, TextSpan value)
    {
        var place = request.Place;
        var entry = place.EntryIn(value);
        return Stage(request).Items.Select(item =>
            ValueCompletion.Candidate(place, entry, $"`{item.Path}`", CandidateKind.File) with { Detail = item.Note, MayKeepRest = true, CommitCharacters = [","] });
    }

    /// <summary>Files between ticks: below the folders that a path of the document may be relative to; null when the cursor is between none.</summary>
    public static IEnumerable<CompletionCandidate>? Files(CompletionRequest request, TextSpan value)
    {
        var place = request.Place;
        var typed = place.TextOf(TextSpan.FromBounds(Math.Min(value.Start, place.Offset), place.Offset));
        var tick = typed.LastIndexOf('`');
        if (typed.AsSpan().Count('`') % 2 == 0 || typed.AsSpan(tick + 1).IndexOfAny(' ', ':', '#') >= 0)
        {
            return null;
        }

        var slash = Math.Max(tick, typed.LastIndexOf('/')) + 1;
        var folder = typed[(tick + 1)..slash];
        var rest = place.Text.AsSpan(place.Offset, place.Line.End - place.Offset);
        var end = rest.IndexOfAny("`/ |:");
        var replaced = TextSpan.FromBounds(place.Offset - (typed.Length - slash), place.Offset + (end < 0 ? rest.Length : end));
        return PathCompletion.In(
            request.Analysis.Workspace,
            PathResolver.Candidates(place.Framework, place.Document.Path, folder.Length == 0 ? "." : folder),
            typed[slash..],
            place.ToSource(replaced),
            static name => name);
    }

    // A row of the matrix has its stage in a cell, a phase of a plan stands for one.
    private static StageReading Stage(CompletionRequest request)
    {
        var place = request.Place;
        if (CellPlace.Find(place) is { } cell && cell.Table.Cell(cell.Row, ColumnRoles.Stage) is { } stage)
        {
            return ReadingList.For(place.Framework, NavigationReader.StageOf(stage.Text), request.Level, request.Modules);
        }

        return PhaseCompletion.PhaseAt(place) is { } phase
            ? ReadingList.ForPhase(place.Framework, phase, request.Level, request.Modules)
            : ReadingList.For(place.Framework, place.Document.Kind.Stage, request.Level, request.Modules);
    }
}
