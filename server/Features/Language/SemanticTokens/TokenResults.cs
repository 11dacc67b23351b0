using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Server.Lsp.Session;

namespace FrameworkLsp.Server.Features.Language.SemanticTokens;

/// <summary>The last tokens of each open document, so that clients need only be told what changed.</summary>
internal sealed class TokenResults
{
    private readonly ConcurrentDictionary<string, (string Id, ImmutableArray<uint> Data)> _last = new(StringComparer.Ordinal);
    private int _count;

    /// <summary>The last result of a document when it has the id; null otherwise.</summary>
    public ImmutableArray<uint>? Find(string uri, string id) => _last.TryGetValue(OpenDocument.KeyOf(uri), out var last) && last.Id == id ? last.Data : null;

    /// <summary>Keeps a result and gives it an id; results of documents that are closed are forgotten.</summary>
    public string Keep(SessionState state, string uri, ImmutableArray<uint> data)
    {
        foreach (var key in _last.Keys.Where(key => !state.Open.ContainsKey(key)))
        {
            _last.TryRemove(key, out _);
        }

        var id = Interlocked.Increment(ref _count).ToString(CultureInfo.InvariantCulture);
        _last[OpenDocument.KeyOf(uri)] = (id, data);
        return id;
    }
}
