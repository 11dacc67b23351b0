using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>What a sentence says of direct access: the words that together say it.</summary>
/// <param name="Subject">The service.</param>
/// <param name="Verb">What it does.</param>
/// <param name="Direct">That it does so directly.</param>
/// <param name="Database">The database.</param>
internal sealed record DirectAccess(TextSpan Subject, TextSpan Verb, TextSpan Direct, TextSpan Database)
{
    /// <summary>All of them.</summary>
    public ImmutableArray<TextSpan> Words { get; } = [Subject, Verb, Direct, Database];
}

/// <summary>Reads statements that a business service reaches a database directly (catalogue FW401).</summary>
/// <param name="subjects">Words for business services.</param>
/// <param name="verbs">What services do with data.</param>
/// <param name="databases">Words for databases.</param>
/// <param name="directWords">Words for direct access.</param>
/// <param name="roles">Tells services from databases.</param>
internal sealed class AccessStatement(ImmutableArray<string> subjects, ImmutableArray<string> verbs, ImmutableArray<string> databases, ImmutableArray<string> directWords, ServiceRoleMatcher roles)
{
    /// <summary>The statement of a sentence; null when it makes none, or speaks of data services, which may do what others must not.</summary>
    public DirectAccess? Read(string sentence)
    {
        // Hyphens and underscores join names: "finance_lending_api" is an api.
        var text = sentence.ToLowerInvariant().Replace('_', ' ').Replace('-', ' ');
        if (roles.SpeaksOfDataService(sentence)
            || Last(text, databases, text.Length) is not { } database
            || First(text, directWords) is not { } direct
            || Last(text, verbs, database.Start) is not { } verb
            || Last(text, subjects, verb.Start) is not { } subject
            || roles.Engine(Word(sentence, subject)) is not null)
        {
            return null;
        }

        return new DirectAccess(subject, verb, direct, database);
    }

    /// <summary>Whether a node of a diagram is a business service.</summary>
    public bool IsSubject(string node) => !IsOther(node) && First(Fold(node), subjects) is not null && roles.Engine(node) is null;

    /// <summary>Whether a node of a diagram is a database and nothing that stands before one.</summary>
    public bool IsDatabase(string node) => !IsOther(node) && First(Fold(node), databases) is not null && First(Fold(node), subjects) is null;

    private bool IsOther(string node) => roles.SpeaksOfDataService(node);

    private static string Fold(string text) => Words.Fold(text);

    // The name or word around a span.
    private static string Word(string text, TextSpan span)
    {
        var start = span.Start;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-'))
        {
            start--;
        }

        var end = span.End;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'))
        {
            end++;
        }

        return text[start..end];
    }

    private static TextSpan? First(string text, ImmutableArray<string> words) => words
        .Select(word => (Start: Words.IndexOfPhrase(text, word), word.Length))
        .Where(static found => found.Start >= 0)
        .OrderBy(static found => found.Start)
        .Select(static found => (TextSpan?)new TextSpan(found.Start, found.Length))
        .FirstOrDefault();

    // The last occurrence before an offset; of several words there the longest.
    private static TextSpan? Last(string text, ImmutableArray<string> words, int end)
    {
        TextSpan? last = null;
        foreach (var word in words)
        {
            for (var index = Words.IndexOfPhrase(text, word); index >= 0 && index + word.Length <= end; index = Words.IndexOfPhrase(text, word, index + 1))
            {
                if (last is not { } known || index > known.Start || (index == known.Start && word.Length > known.Length))
                {
                    last = new TextSpan(index, word.Length);
                }
            }
        }

        return last;
    }
}
