using FrameworkLsp.Analyzers.Documents.Values;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Tells which words of a naming position are service names (catalogue 1.11, decisions 24).</summary>
/// <param name="names">The convention.</param>
internal sealed class ServiceToken(ServiceNameParser names)
{
    // "FinanceLendingApi", but not "FastAPI" or "TelegramBot", which are a technology and a class.
    private const int FewestHumps = 3;

    /// <summary>The name a text starts with, behind marks and emphasis: where it starts and how long it is; length 0 when it starts with none.</summary>
    public (int Start, int Length) Leading(string text)
    {
        var start = 0;
        var isCode = false;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            isCode = text[start] == '`';
            start++;
        }

        return isCode ? InCode(text, start) : Bare(text, start);
    }

    /// <summary>Every name in a text that holds nothing but names, for example the cell of a registry.</summary>
    public IEnumerable<(int Start, int Length)> All(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!IsNameCharacter(text[index]))
            {
                continue;
            }

            var (start, length) = Bare(text, index);
            if (length > 0)
            {
                yield return (start, length);
            }

            while (index < text.Length && IsNameCharacter(text[index]))
            {
                index++;
            }
        }
    }

    /// <summary>The names in code ticks, of those that end in a type: other code in an item is a field, a table or a path.</summary>
    public IEnumerable<(int Start, int Length)> Quoted(string text)
    {
        var open = text.IndexOf('`', StringComparison.Ordinal);
        while (open >= 0)
        {
            var close = text.IndexOf('`', open + 1);
            if (close < 0)
            {
                yield break;
            }

            var (start, length) = InCode(text, open + 1);
            if (length > 0 && start + length == close && names.Parse(text.Substring(start, length)).Type is not null)
            {
                yield return (start, length);
            }

            open = text.IndexOf('`', close + 1);
        }
    }

    /// <summary>Whether the name of a folder or a key of a compose file is a service: it has a type, or the three parts of one.</summary>
    public bool IsFolderName(string name)
    {
        var parsed = names.Parse(name.ToLowerInvariant());
        return parsed.Parts.Length > 1 && (parsed.Type is not null || (name.Contains('_', StringComparison.Ordinal) && parsed.TokenCount > 2));
    }

    /// <summary>Whether a member of a brace list of folders is a service: a name, or a bare role.</summary>
    public bool IsListedFolder(string name) =>
        name.Length > 0 && (name.Contains('_', StringComparison.Ordinal) || names.IsType(name) || names.IsShorthand(name) || IsFolderName(name));

    /// <summary>Whether a character may be part of a name.</summary>
    public static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-';

    private (int Start, int Length) Bare(string text, int start)
    {
        var end = start;
        while (end < text.Length && IsNameCharacter(text[end]))
        {
            end++;
        }

        // A path, a file name and a call are no names.
        if (end < text.Length && (text[end] is '/' or '(' || (text[end] == '.' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]))))
        {
            return default;
        }

        var token = text[start..end].TrimEnd('-', '_');
        return IsName(token) ? (start, token.Length) : default;
    }

    // Code is taken as a whole, so that blanks and dots in a name are seen.
    private (int Start, int Length) InCode(string text, int start)
    {
        var close = text.IndexOf('`', start);
        var end = close < 0 ? text.Length : close;
        var colon = text.IndexOf(':', start, end - start);
        end = colon < 0 ? end : colon;
        var token = text[start..end];
        return IsName(token) || IsMisspelt(token) ? (start, token.Length) : default;
    }

    private bool IsName(string token)
    {
        if (token.Length == 0 || !char.IsAsciiLetterOrDigit(token[0]) || !token.All(IsNameCharacter))
        {
            return false;
        }

        return token.Contains('_', StringComparison.Ordinal)
            || (token.Contains('-', StringComparison.Ordinal) ? names.Parse(token.ToLowerInvariant()).Type is not null : HasHumps(token));
    }

    private bool HasHumps(string token)
    {
        var parts = names.ToConvention(token).Split(names.Separator);
        return parts.Length >= FewestHumps && names.IsType(parts[^1]);
    }

    // "finance.lending_api", "finance lending api".
    private bool IsMisspelt(string token)
    {
        var parts = token.Split('.', ' ', '_', '-');
        return parts.Length >= FewestHumps
            && parts.All(static part => part.Length > 0 && part.All(char.IsAsciiLetterOrDigit))
            && names.IsType(parts[^1].ToLowerInvariant());
    }
}
