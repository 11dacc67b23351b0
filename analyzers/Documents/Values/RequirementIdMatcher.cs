using System.Text.RegularExpressions;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>A requirement id in a text.</summary>
/// <param name="Id">The id in upper case.</param>
/// <param name="Start">Where it starts in the text.</param>
/// <param name="Length">How long it is there.</param>
public readonly record struct RequirementIdToken(string Id, int Start, int Length);

/// <summary>Finds requirement ids in any accepted spelling.</summary>
public sealed class RequirementIdMatcher
{
    private readonly Regex? _accepted;
    private readonly Regex _canonical;
    private readonly Regex? _featureId;

    /// <summary>Prepares a scheme.</summary>
    public RequirementIdMatcher(RequirementIdScheme scheme)
    {
        _accepted = Patterns.Any(scheme.Accepted);
        _canonical = PackPattern.Compile(scheme.Canonical);
        _featureId = PackPattern.Compile(scheme.FeatureId);
        Scheme = scheme;
    }

    /// <summary>The scheme.</summary>
    public RequirementIdScheme Scheme { get; }

    /// <summary>The id that makes up a cell or label, or null. Emphasis and code ticks around it do not matter.</summary>
    public string? Parse(string text)
    {
        var plain = PlainText.Of(text).Trim(' ', '.', ':');
        return plain.Length is > 0 and <= 24 && _accepted.Fits(plain) ? plain.ToUpperInvariant() : null;
    }

    /// <summary>Whether the id has the canonical form.</summary>
    public bool IsCanonical(string id) => _canonical.Fits(id);

    /// <summary>The prefix of an id with its meaning, or null for a dialect's own prefix.</summary>
    public RequirementPrefix? Prefix(string id) =>
        Scheme.Prefixes.FirstOrDefault(prefix => id.StartsWith(prefix.Id + "-", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the text is, as a whole, a feature id.</summary>
    public bool IsFeatureId(string text) => text.Length <= 16 && _featureId.Fits(text);

    /// <summary>Every id in a text, in order.</summary>
    public IEnumerable<RequirementIdToken> FindAll(string text)
    {
        var index = 0;
        while (index < text.Length)
        {
            if (!char.IsAsciiLetterUpper(text[index]))
            {
                index++;
                continue;
            }

            var end = index;
            var digits = false;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || (text[end] is '-' or '.' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]))))
            {
                digits |= char.IsAsciiDigit(text[end]);
                end++;
            }

            if (digits && end - index <= 24 && text.AsSpan(index, end - index).Contains('-') && _accepted.Fits(text[index..end]))
            {
                yield return new RequirementIdToken(text[index..end].ToUpperInvariant(), index, end - index);
            }

            index = end + 1;
        }
    }
}
