namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>Comparison of words and phrases: case, white space and hyphens do not matter, word boundaries do.</summary>
public static class Words
{
    private const int LongestOnStack = 256;

    /// <summary>The form in which phrases are compared: lower case, hyphens and underscores as blanks, single blanks, one kind of apostrophe, trimmed.</summary>
    public static string Fold(string text)
    {
        Span<char> buffer = text.Length <= LongestOnStack ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var character in text)
        {
            var folded = character is '-' or '_' or '\u2010' or '\u2011' || char.IsWhiteSpace(character) ? ' ' : char.ToLowerInvariant(character);
            if (folded == ' ' && (length == 0 || buffer[length - 1] == ' '))
            {
                continue;
            }

            buffer[length++] = folded switch { 'ё' => 'е', '\u2019' => '\'', _ => folded };
        }

        ReadOnlySpan<char> result = buffer[..(length > 0 && buffer[length - 1] == ' ' ? length - 1 : length)];
        return result.SequenceEqual(text) ? text : result.ToString();
    }

    /// <summary>Where a phrase stands in a text as whole words, or -1. Both must be in the same case.</summary>
    public static int IndexOfPhrase(string text, string phrase, int start = 0)
    {
        while (phrase.Length > 0 && start <= text.Length - phrase.Length)
        {
            var index = text.IndexOf(phrase, start, StringComparison.Ordinal);
            if (index < 0)
            {
                return -1;
            }

            if (IsBoundary(text, index - 1, phrase[0]) && IsBoundary(text, index + phrase.Length, phrase[^1]))
            {
                return index;
            }

            start = index + 1;
        }

        return -1;
    }

    /// <summary>Whether a phrase stands at an index of a text as whole words. Both must be in the same case.</summary>
    public static bool IsPhraseAt(string text, int index, string phrase) =>
        string.CompareOrdinal(text, index, phrase, 0, phrase.Length) == 0
        && phrase.Length > 0
        && IsBoundary(text, index - 1, phrase[0])
        && IsBoundary(text, index + phrase.Length, phrase[^1]);

    /// <summary>Whether the text starts with the phrase as whole words. Both must be in the same case.</summary>
    public static bool StartsWithPhrase(string text, string phrase) =>
        text.StartsWith(phrase, StringComparison.Ordinal) && IsBoundary(text, phrase.Length, phrase.Length > 0 ? phrase[^1] : ' ');

    private static bool IsBoundary(string text, int index, char inner) =>
        index < 0 || index >= text.Length || !char.IsLetterOrDigit(inner) || !char.IsLetterOrDigit(text[index]);
}
