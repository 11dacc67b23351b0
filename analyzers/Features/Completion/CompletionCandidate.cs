using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>What a candidate inserts.</summary>
public enum CandidateKind
{
    /// <summary>A section with its heading.</summary>
    Section,

    /// <summary>A field.</summary>
    Field,

    /// <summary>One of a fixed set of values.</summary>
    Value,

    /// <summary>A module.</summary>
    Module,

    /// <summary>The id of a requirement.</summary>
    Requirement,
}

/// <summary>Something that may be inserted. Candidates come in the order in which they are to be shown.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Label">What is shown.</param>
/// <param name="Replaced">The span of the source text that the insertion replaces; on one line and around the cursor.</param>
/// <param name="Text">What is inserted, with the document's line ends.</param>
public sealed record CompletionCandidate(CandidateKind Kind, string Label, TextSpan Replaced, string Text)
{
    /// <summary>The text with tab stops for editors that know snippets; null when there is nothing to fill in.</summary>
    public string? Snippet { get; init; }

    /// <summary>What an editor compares with what is typed between the start of <see cref="Replaced"/> and the cursor.</summary>
    public string Filter { get; init; } = "";

    /// <summary>A word or two beside the label; may be empty.</summary>
    public string Detail { get; init; } = "";

    /// <summary>An explanation in Markdown; may be empty.</summary>
    public string Documentation { get; init; } = "";
}
