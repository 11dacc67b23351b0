using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>
/// Where the names of features stand in a document. A stretch without one names no feature, which is nearly every stretch.
/// </summary>
/// <param name="document">The document.</param>
/// <param name="level">Only features of higher levels are of interest; 0 for all of them.</param>
internal sealed class FeaturePlaces(BoundDocument document, int level)
{
    private readonly int[] _starts = [.. DocumentWords.Of(document).Find(document.Definition.Features.NamesAbove(level)).Select(static place => place.Start)];

    /// <summary>Whether no feature is named anywhere.</summary>
    public bool IsEmpty => _starts.Length == 0;

    /// <summary>Whether a feature may be named in a stretch of the document.</summary>
    public bool AnyIn(TextSpan span)
    {
        var index = Array.BinarySearch(_starts, span.Start);
        index = index < 0 ? ~index : index;
        return index < _starts.Length && _starts[index] < span.End;
    }
}
