using FrameworkLsp.Analyzers.Documents;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Links;

/// <summary>What a path stands in.</summary>
public enum PathForm
{
    /// <summary>The target of a Markdown link: relative to its document.</summary>
    MarkdownLink,

    /// <summary>Code, a cell of evidence or front matter: looked for as evidence is.</summary>
    Cited,

    /// <summary>A navigation matrix, which leaves folders out.</summary>
    Navigation,
}

/// <summary>A path that a document writes.</summary>
/// <param name="Form">What it stands in.</param>
/// <param name="Path">The path, percent-decoded, without line and fragment; empty for the document itself.</param>
/// <param name="Span">Path, line and fragment in the document's outline; for a link whose target stands elsewhere the link.</param>
internal sealed record PathReference(PathForm Form, string Path, TextSpan Span)
{
    /// <summary>Whether the target stands at <see cref="Span"/>; false for a link whose target is given elsewhere.</summary>
    public bool IsWritten { get; init; } = true;

    /// <summary>Where the path alone stands; empty when it is written elsewhere.</summary>
    public TextSpan PathSpan { get; init; }

    /// <summary>The fragment without the hash, percent-decoded; empty when there is none.</summary>
    public string Fragment { get; init; } = "";

    /// <summary>The one-based line; null when none is named.</summary>
    public int? Line { get; init; }
}
