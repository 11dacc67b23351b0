using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules;

/// <summary>A change that mends a finding.</summary>
/// <param name="Title">What it does, in the imperative.</param>
/// <param name="Safety">Whether it may be applied without looking.</param>
/// <param name="Changes">Edits of the finding's document, in source order, not overlapping. Inserted text uses LF; the engine adapts it to the document.</param>
public sealed record Fix(string Title, FixSafety Safety, ImmutableArray<TextChange> Changes)
{
    /// <summary>Edits of other documents by path.</summary>
    public ImmutableDictionary<string, ImmutableArray<TextChange>> OtherDocuments { get; init; } =
        ImmutableDictionary<string, ImmutableArray<TextChange>>.Empty;

    /// <summary>Documents to create: path and text; never over an existing file.</summary>
    public ImmutableDictionary<string, string> NewDocuments { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Whether the changes are in the coordinates of the file's source text, for fixes that repair the text as a whole.</summary>
    public bool IsSourceEdit { get; init; }

    /// <summary>Whether an editor should apply it on its "fix" key: the one obvious fix.</summary>
    public bool IsPreferred { get; init; }
}

/// <summary>What a rule is given to make fixes.</summary>
/// <param name="Workspace">The workspace as it is now.</param>
/// <param name="Document">The file.</param>
/// <param name="Bound">The document inside the file that the finding is about.</param>
/// <param name="Finding">The finding, with its span in <paramref name="Bound"/>'s coordinates.</param>
/// <param name="Today">Today's date, for values that need one.</param>
public sealed record FixContext(Workspace Workspace, Document Document, BoundDocument Bound, Finding Finding, DateOnly Today)
{
    /// <summary>The values the pack gives the finding's rule under a name; empty when it gives none.</summary>
    public ImmutableArray<string> Parameter(string name) =>
        Bound.Definition.Definition.Rules.TryGetValue(Finding.Rule.Id, out var binding) && binding.Parameters.TryGetValue(name, out var values) ? values : [];
}
