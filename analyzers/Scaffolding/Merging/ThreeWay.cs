using FrameworkLsp.Analyzers.Documents;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding.Merging;

/// <summary>
/// The three versions of a document: what the tool would have written for what the document itself says of level, modules and requirements,
/// what it would write now, and what people made of it. What differs between the first two arrives; what people changed stays.
/// </summary>
/// <param name="Before">What the tool would have written.</param>
/// <param name="After">What it would write now.</param>
/// <param name="Mine">What is there.</param>
internal sealed record ThreeWay(MergeParts Before, MergeParts After, MergeParts Mine)
{
    /// <summary>The edits so far, in the coordinates of the outline of what is there.</summary>
    public List<TextChange> Changes { get; } = [];

    /// <summary>The document that is edited.</summary>
    public BoundDocument Document => Mine.Document;

    /// <summary>Tasks that got another label than the tool would have given them.</summary>
    public Dictionary<string, string> Labels { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a place goes away.</summary>
    public bool IsRemoved(int offset) => Changes.Exists(change => change.Span.Length > 0 && (change.NewText?.Length ?? 0) == 0 && change.Span.Contains(offset));
}
