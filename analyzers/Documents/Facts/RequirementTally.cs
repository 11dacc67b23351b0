using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>How many requirements a document defines or lists, by their ids.</summary>
public sealed class RequirementTally
{
    private readonly RequirementIdMatcher _ids;
    private readonly ImmutableArray<string> _distinct;

    /// <summary>Counts ids; each counts once.</summary>
    public RequirementTally(IEnumerable<string> ids, RequirementIdMatcher matcher)
    {
        _ids = matcher;
        _distinct = [.. ids.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>How many there are, sub ids included.</summary>
    public int Total => _distinct.Length;

    /// <summary>Whether every id has a prefix of the scheme, so that the parts can be counted.</summary>
    public bool HasParts => _distinct.All(id => _ids.Prefix(id) is not null);

    /// <summary>How many have a prefix.</summary>
    public int Of(RequirementPrefix prefix) => _distinct.Count(id => _ids.Prefix(id) == prefix);

    /// <summary>Whether a number is the total; sub ids may be counted or not.</summary>
    public bool IsTotal(int number) => number == Total || number == _distinct.Count(static id => !IsPart(id));

    /// <summary>Whether a number is that of a prefix; sub ids may be counted or not.</summary>
    public bool IsCount(RequirementPrefix prefix, int number) =>
        number == Of(prefix) || number == _distinct.Count(id => !IsPart(id) && _ids.Prefix(id) == prefix);

    private static bool IsPart(string id) => id.Contains('.', StringComparison.Ordinal);
}
