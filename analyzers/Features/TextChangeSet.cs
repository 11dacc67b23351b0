using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features;

/// <summary>Changes of several documents that are being collected; of two that overlap the first one stays.</summary>
internal sealed class TextChangeSet
{
    private static readonly Comparer<TextChange> ByStart = Comparer<TextChange>.Create(static (left, right) => left.Span.Start.CompareTo(right.Span.Start));

    private readonly Dictionary<string, List<TextChange>> _changes = new(StringComparer.Ordinal);

    /// <summary>The documents that change.</summary>
    public IEnumerable<string> Paths => _changes.Keys;

    /// <summary>Adds the replacement of a span of a document's source text.</summary>
    public void Add(string path, TextSpan span, string text)
    {
        if (!_changes.TryGetValue(path, out var changes))
        {
            _changes[path] = changes = [];
        }

        var index = changes.BinarySearch(new TextChange(span, text), ByStart);
        if (index < 0 && !Overlaps(changes, ~index - 1, span) && !Overlaps(changes, ~index, span))
        {
            changes.Insert(~index, new TextChange(span, text));
        }
    }

    /// <summary>The changes of a document in source order.</summary>
    public ImmutableArray<TextChange> Of(string path) => _changes.TryGetValue(path, out var changes) ? [.. changes] : [];

    /// <summary>All changes, in source order within each document.</summary>
    public ImmutableDictionary<string, ImmutableArray<TextChange>> ToImmutable() =>
        _changes.ToImmutableDictionary(static pair => pair.Key, static pair => pair.Value.ToImmutableArray(), StringComparer.Ordinal);

    private static bool Overlaps(List<TextChange> changes, int index, TextSpan span) => index >= 0 && index < changes.Count && changes[index].Span.OverlapsWith(span);
}
