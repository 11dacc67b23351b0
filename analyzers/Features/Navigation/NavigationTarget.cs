using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Navigation;

/// <summary>A place that an editor goes to.</summary>
/// <param name="Path">The file, relative to the workspace root; it need not be a document of the workspace.</param>
/// <param name="Span">All of what is there, in the document's source text; empty for another file.</param>
/// <param name="NameSpan">What is to be selected, within <paramref name="Span"/>.</param>
public sealed record NavigationTarget(string Path, TextSpan Span, TextSpan NameSpan)
{
    /// <summary>The one-based line in a file that is no document of the workspace; null for its beginning, and for documents.</summary>
    public int? Line { get; init; }
}

/// <summary>What stands at a place, and where it leads.</summary>
/// <param name="Origin">What is to be underlined, in the source text of the asking document.</param>
/// <param name="Targets">The places, best first; never empty.</param>
public sealed record Definition(TextSpan Origin, IReadOnlyList<NavigationTarget> Targets);

/// <summary>A place where something is named.</summary>
/// <param name="Path">The document.</param>
/// <param name="Span">Where, in its source text.</param>
/// <param name="IsDefinition">Whether it is defined there.</param>
public sealed record Occurrence(string Path, TextSpan Span, bool IsDefinition);
