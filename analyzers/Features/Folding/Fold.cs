using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Folding;

/// <summary>What can be folded.</summary>
public enum FoldKind
{
    /// <summary>A section with everything under its heading.</summary>
    Section,

    /// <summary>A table.</summary>
    Table,

    /// <summary>A fenced block.</summary>
    Fence,

    /// <summary>A list item with what is nested in it.</summary>
    List,

    /// <summary>The YAML block at the top.</summary>
    FrontMatter,

    /// <summary>A comment.</summary>
    Comment,
}

/// <summary>A stretch of a document that can be folded to its first line.</summary>
/// <param name="Span">From the start of the line that stays to the end of the last one that goes, in the source text.</param>
/// <param name="HeadEnd">The end of what stays, in its first line.</param>
/// <param name="Kind">What it is.</param>
public sealed record Fold(TextSpan Span, int HeadEnd, FoldKind Kind);
