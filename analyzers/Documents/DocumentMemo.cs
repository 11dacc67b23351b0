using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>What a reader reads from a document, read once although several rules ask for it, and kept as long as the document.</summary>
/// <typeparam name="T">What is read; null is kept like any other answer.</typeparam>
/// <param name="read">Reads it; depends on nothing but the document.</param>
internal sealed class DocumentMemo<T>(Func<BoundDocument, T> read)
{
    private readonly int _slot = DocumentMemos.NextSlot();

    /// <summary>What is read from a document.</summary>
    public T Of(BoundDocument document)
    {
        if (document.Memos[_slot] is Entry known)
        {
            return known.Value;
        }

        // Two threads may read the same at the same time; they read the same.
        var start = document.Memos.Times?.Start() ?? 0;
        var entry = new Entry(read(document));
        document.Memos[_slot] = entry;
        document.Memos.Times?.AddFacts(start);
        return entry.Value;
    }

    private sealed record Entry(T Value);
}

/// <summary>The answers that are kept with one document, by the number of the <see cref="DocumentMemo{T}"/>.</summary>
internal sealed class DocumentMemos
{
    private static int _slots;

    private object?[] _values = [];

    /// <summary>Takes the times of reading, which no rule alone is to be charged for; null when nobody asks.</summary>
    public AnalysisTimes? Times { get; set; }

    /// <summary>The answer in a slot, or null.</summary>
    public object? this[int slot]
    {
        get => _values is var values && slot < values.Length ? values[slot] : null;
        set
        {
            var values = _values;
            if (slot >= values.Length)
            {
                // An answer that another thread writes meanwhile may be lost, and is read again.
                Array.Resize(ref values, Math.Max(slot + 1, Volatile.Read(ref _slots)));
                _values = values;
            }

            values[slot] = value;
        }
    }

    /// <summary>A number for one more kind of answer.</summary>
    public static int NextSlot() => Interlocked.Increment(ref _slots) - 1;
}
