using System.Collections.Immutable;
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

    /// <summary>The name of a service, or a part of it.</summary>
    Service,

    /// <summary>A row of a table.</summary>
    Row,

    /// <summary>A file.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A heading that a link can lead to.</summary>
    Anchor,

    /// <summary>A key of front matter or configuration.</summary>
    Key,

    /// <summary>A rule.</summary>
    Rule,
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

    /// <summary>What it is about, from which <see cref="CompletionDocumentation"/> writes an explanation when somebody asks; null when there is none.</summary>
    public CompletionTopic? Topic { get; init; }

    /// <summary>
    /// Whether the part of <see cref="Replaced"/> behind the cursor may be kept when the user wants to insert rather than to replace: it is the
    /// rest of a word. A value is always replaced as a whole.
    /// </summary>
    public bool MayKeepRest { get; init; }

    /// <summary>Characters that accept it and are typed behind it; empty for the editor's own.</summary>
    public ImmutableArray<string> CommitCharacters { get; init; } = [];
}

/// <summary>Candidates in the order in which they are to be shown.</summary>
/// <param name="Candidates">The candidates; empty when there are none.</param>
/// <param name="IsIncomplete">Whether some were left out because there are too many, so that further typing may bring others.</param>
public sealed record CompletionAnswer(ImmutableArray<CompletionCandidate> Candidates, bool IsIncomplete)
{
    /// <summary>No candidates.</summary>
    public static CompletionAnswer None { get; } = new([], IsIncomplete: false);
}
