using System.Buffers;
using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>A word in a text for a kind of service that owns its process.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Start">Where the word starts.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct LoopOwner(ServiceRole Role, int Start, int Length)
{
    /// <summary>Where the word ends.</summary>
    public int End => Start + Length;
}

/// <summary>Finds kinds of business services in texts, each of which owns the event loop of its process.</summary>
internal sealed class LoopOwners
{
    private const int MostWords = 2;
    private static readonly SearchValues<char> Stops = SearchValues.Create(",;:.()");

    private readonly ImmutableArray<(string Keyword, ServiceRole Role)> _keywords;
    private readonly ImmutableArray<string> _joiners;

    /// <summary>Prepares an architecture.</summary>
    /// <param name="architecture">The roles.</param>
    /// <param name="weakWords">Words that alone do not tell.</param>
    /// <param name="joiners">Words that make one of two.</param>
    public LoopOwners(Framework.Architecture architecture, ImmutableArray<string> weakWords, ImmutableArray<string> joiners)
    {
        _keywords =
        [
            .. architecture.Roles.Where(static role => role.Kind == ServiceRoleKind.Business)
                .SelectMany(static role => role.Keywords.Concat(role.Forms).Select(keyword => (Keyword: keyword, role)))
                .Where(entry => !weakWords.Contains(entry.Keyword)),
        ];
        _joiners = joiners;
    }

    /// <summary>The words, for a search of whole texts.</summary>
    public IEnumerable<string> Keywords => _keywords.Select(static entry => entry.Keyword);

    /// <summary>The owners in a text, in order.</summary>
    public IReadOnlyList<LoopOwner> In(string text)
    {
        var lower = text.ToLowerInvariant();
        var owners = new List<LoopOwner>();
        foreach (var (keyword, role) in _keywords)
        {
            for (var index = Words.IndexOfPhrase(lower, keyword); index >= 0; index = Words.IndexOfPhrase(lower, keyword, index + 1))
            {
                owners.Add(new LoopOwner(role, index, keyword.Length));
            }
        }

        owners.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        return owners;
    }

    /// <summary>Two different owners that a description starts with and joins: "FastAPI + Aiogram", "Aiogram bot and worker"; null when it does not.</summary>
    public (LoopOwner First, LoopOwner Second)? Joined(string description)
    {
        var owners = In(description);
        for (var index = 1; index < owners.Count; index++)
        {
            var (first, second) = (owners[index - 1], owners[index]);
            if (first.Role != second.Role && StartsClause(description, owners.First(owner => owner.Role == first.Role).Start) && second.Start >= first.End && IsJoin(description[first.End..second.Start]))
            {
                return (first, second);
            }
        }

        return null;
    }

    private static bool StartsClause(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd(" *`_\"");
        return before.IsEmpty || before[^1] is '(' or ',' or ':' or ';' or '-' or '–' or '—' or '|' or '/';
    }

    // "service and ", " + ", but not "receiver for the ".
    private bool IsJoin(string between)
    {
        var words = between.ToLowerInvariant().Split([' ', '*', '`'], StringSplitOptions.RemoveEmptyEntries);
        var joiner = Array.FindIndex(words, word => _joiners.Contains(word));
        return joiner >= 0 && joiner <= MostWords && words.Length - joiner - 1 <= 1 && between.AsSpan().IndexOfAny(Stops) < 0;
    }
}
