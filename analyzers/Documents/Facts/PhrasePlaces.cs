using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Where phrases stand in a document, for questions about many of its stretches: nearly every stretch holds none.</summary>
/// <param name="document">The document.</param>
/// <param name="phrases">A list that is kept, such as one of the pack.</param>
internal sealed class PhrasePlaces(BoundDocument document, ImmutableArray<string> phrases)
{
    private readonly int[] _starts = [.. DocumentWords.Of(document).Find(phrases).Select(static place => place.Start)];

    /// <summary>Whether none of them stands anywhere.</summary>
    public bool IsEmpty => _starts.Length == 0;

    /// <summary>Whether one of them begins in a stretch of the document.</summary>
    public bool AnyIn(TextSpan span)
    {
        var index = Array.BinarySearch(_starts, span.Start);
        index = index < 0 ? ~index : index;
        return index < _starts.Length && _starts[index] < span.End;
    }
}
