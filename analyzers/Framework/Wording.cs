namespace FrameworkLsp.Analyzers.Framework;

/// <summary>Chooses of several wordings of the same the one in the script of the text that it is written beside.</summary>
internal static class Wording
{
    // A script fills pages of this size; the Latin letters are spread over the first ones.
    private const int PageBits = 8;
    private const char FirstAfterLatin = '\u0250';

    /// <summary>The first wording in the script of a text; the first of all when none is, or the text has no letters. Empty without wordings.</summary>
    public static string Beside(string text, params ReadOnlySpan<string> wordings)
    {
        foreach (var wording in wordings)
        {
            if (Script(text) is not { } script || Script(wording) == script)
            {
                return wording;
            }
        }

        return wordings.IsEmpty ? "" : wordings[0];
    }

    // By the first letter; names in braces are filled in and are no words.
    private static int? Script(string text)
    {
        var depth = 0;
        foreach (var character in text)
        {
            depth += character switch { '{' => 1, '}' => -1, _ => 0 };
            if (depth == 0 && char.IsLetter(character))
            {
                return character < FirstAfterLatin ? 0 : character >> PageBits;
            }
        }

        return null;
    }
}
