using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Analyzers.Features.Board;

/// <summary>How far a stage of a delivery has come.</summary>
public enum StageState
{
    /// <summary>Its document, or its work, is still to come.</summary>
    Missing,

    /// <summary>Its document is being written, or its work is under way.</summary>
    Draft,

    /// <summary>Its document waits for approval.</summary>
    InReview,

    /// <summary>It is over.</summary>
    Approved,

    /// <summary>An earlier document says something that its own does not carry yet.</summary>
    Stale,

    /// <summary>It needs no document, or the delivery went on without one that nothing demands.</summary>
    NotNeeded,
}

/// <summary>A delivery as a whole: how far each stage is, which documents there are and what is wrong with them.</summary>
/// <param name="Id">What identifies it in the workspace while its documents keep their ids, projects and folders.</param>
/// <param name="Title">Its project, else the title of its first document.</param>
/// <param name="RequestId">The request or feature id as written; null when there is none.</param>
/// <param name="Root">The folder of its documents with a closing slash; empty for the workspace's root.</param>
/// <param name="Level">The maturity level that the earliest document states; null when none does.</param>
/// <param name="Modules">The modules that the earliest document declares; empty when none is declared.</param>
/// <param name="Stages">Every stage of the workflow, in order.</param>
/// <param name="Requirements">How far its requirements are.</param>
/// <param name="Findings">The findings of all its documents.</param>
public sealed record DeliveryBoard(
    string Id,
    string Title,
    string? RequestId,
    string Root,
    MaturityLevel? Level,
    ImmutableArray<OptionalModule> Modules,
    ImmutableArray<BoardStage> Stages,
    RequirementTotals Requirements,
    FindingCounts Findings);

/// <summary>A stage of a delivery.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="State">How far it is.</param>
/// <param name="Documents">Its documents: the one it produces first, then those beside it.</param>
/// <param name="Step">What writes the document that is missing or stale; null when there is nothing to write or no way to.</param>
public sealed record BoardStage(Stage Stage, StageState State, ImmutableArray<BoardDocument> Documents, BoardStep? Step);

/// <summary>A document to write, or to bring up to date.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="After">The document it follows; null when a gap before later documents is filled.</param>
/// <param name="IsUpdate">Whether the document is there and only lacks what changed.</param>
public sealed record BoardStep(DocumentKind Kind, string? After, bool IsUpdate)
{
    /// <summary>What it does, for people.</summary>
    public string Title => IsUpdate ? $"Bring the {Kind.Name} up to date" : $"Create the {Kind.Name}";
}

/// <summary>A document of a delivery.</summary>
/// <param name="Path">Its path, relative to the workspace root.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Title">Its title; the file's name when it has none.</param>
/// <param name="State">How far it is; a verification and a report by their results.</param>
/// <param name="Lacks">What earlier documents say that it does not carry, one sentence each; empty when it is up to date.</param>
/// <param name="Findings">Its findings.</param>
public sealed record BoardDocument(string Path, DocumentKind Kind, string Title, DocumentState State, ImmutableArray<string> Lacks, FindingCounts Findings)
{
    /// <summary>Whether an earlier document says something that it does not carry yet.</summary>
    public bool IsStale => !Lacks.IsEmpty;
}

/// <summary>How many requirements a delivery has and how far they are.</summary>
/// <param name="Total">All of them, those out of scope included.</param>
/// <param name="Planned">Those with a phase or task in a matrix.</param>
/// <param name="Checked">Those that a verification speaks of.</param>
/// <param name="Reported">Those with a row in a report.</param>
/// <param name="Done">Those that the latest document calls done.</param>
/// <param name="Descoped">Those out of scope.</param>
public sealed record RequirementTotals(int Total, int Planned, int Checked, int Reported, int Done, int Descoped);

/// <summary>How many findings there are of each severity.</summary>
public readonly record struct FindingCounts(int Errors, int Warnings, int Infos, int Hints)
{
    /// <summary>Counts findings.</summary>
    public static FindingCounts Of(IEnumerable<Finding> findings)
    {
        var counts = default(FindingCounts);
        foreach (var finding in findings)
        {
            counts = finding.Severity switch
            {
                Severity.Error => counts with { Errors = counts.Errors + 1 },
                Severity.Warning => counts with { Warnings = counts.Warnings + 1 },
                Severity.Info => counts with { Infos = counts.Infos + 1 },
                _ => counts with { Hints = counts.Hints + 1 },
            };
        }

        return counts;
    }

    /// <summary>Both together.</summary>
    public static FindingCounts operator +(FindingCounts left, FindingCounts right) =>
        new(left.Errors + right.Errors, left.Warnings + right.Warnings, left.Infos + right.Infos, left.Hints + right.Hints);
}
