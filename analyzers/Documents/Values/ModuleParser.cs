using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>What a module field says.</summary>
/// <param name="Modules">Ids of the declared modules in the order of the definition.</param>
/// <param name="Unknown">Entries that are no module, as written.</param>
/// <param name="IsNone">Whether it says explicitly that none is wanted; together with modules it contradicts itself (catalogue FW108).</param>
public sealed record ModuleReading(ImmutableArray<string> Modules, ImmutableArray<string> Unknown, bool IsNone)
{
    /// <summary>Whether the question is answered: modules are named or excluded.</summary>
    public bool IsAnswered => IsNone || !Modules.IsEmpty || !Unknown.IsEmpty;
}

/// <summary>Reads lists of optional modules.</summary>
public sealed class ModuleParser
{
    private readonly FrameworkDefinition _definition;
    private readonly ImmutableArray<(string Alias, string Id)> _names;
    private readonly ImmutableArray<string> _noneWords;
    private readonly ImmutableArray<string> _exceptWords;
    private readonly ImmutableHashSet<string> _coreWords;
    private readonly ImmutableArray<string> _declineWords;
    private readonly string[] _separators;
    private readonly int _longestName;

    /// <summary>Prepares the modules of a definition.</summary>
    public ModuleParser(FrameworkDefinition definition)
    {
        _definition = definition;
        _names =
        [
            .. definition.Modules.Items
                .SelectMany(static module => module.Aliases.Append(module.Name).Append(module.Id).Select(alias => (Alias: Words.Fold(alias), module.Id)))
                .Distinct()
                .OrderByDescending(static entry => entry.Alias.Length),
        ];
        _noneWords = [.. definition.Modules.NoneWords.Select(Words.Fold)];
        _exceptWords = [.. definition.Modules.ExceptWords.Select(Words.Fold)];
        _coreWords = [.. definition.Modules.CoreWords.Select(Words.Fold)];
        _declineWords = [.. definition.NegativeScope.TrailingWords.Select(static word => " " + Words.Fold(word))];
        _separators = [.. definition.Modules.Separators, "\n"];
        _longestName = _names.IsEmpty ? 0 : _names[0].Alias.Length;
    }

    /// <summary>Reads a field: its value, or its list; of a task list only the ticked items count.</summary>
    public ModuleReading Parse(Field field)
    {
        if (field.Value.Length > 0 || field.Items.IsDefaultOrEmpty)
        {
            return Parse(field.Value);
        }

        var ticked = field.Items.Where(static item => item.IsChecked != false).Select(static item => item.Raw);
        return Parse(string.Join('\n', ticked));
    }

    /// <summary>Reads a value. A question, blanks and question marks are no answer, a lone dash is none either.</summary>
    public ModuleReading Parse(string value)
    {
        var text = PlainText.Of(value).Trim();
        if (text.Trim('?', '_', ' ').Length == 0 || text.EndsWith('?') || IsDash(text))
        {
            return new ModuleReading([], [], IsNone: false);
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        var unknown = ImmutableArray.CreateBuilder<string>();
        var hasCore = false;
        var hasNone = false;
        var hasExcluded = false;
        foreach (var part in Split(text))
        {
            var bare = Bare(part);
            var entry = Words.Fold(bare);
            if (entry.Length == 0)
            {
                continue;
            }

            if (WithoutMark(entry) is { } unwanted && Find(unwanted) is not null)
            {
                hasExcluded = true;
            }
            else if (NoneWord(entry) is { } word)
            {
                var rest = entry[word.Length..].TrimStart();
                if (Excepted(rest) is { } excepted)
                {
                    found.Add(excepted);
                }
                else if (Find(rest) is not null)
                {
                    hasExcluded = true;
                }
                else
                {
                    hasNone = true;
                }
            }
            else if (Find(entry) is { } id)
            {
                if (IsDeclined(bare, entry))
                {
                    hasExcluded = true;
                }
                else
                {
                    found.Add(id);
                }
            }
            else if (_coreWords.Contains(entry))
            {
                hasCore = true;
            }
            else
            {
                unknown.Add(part.Trim());
            }
        }

        // Who excludes modules and wants none, wants none; behind "none" further words explain it: "none, the pilot stays small".
        hasNone |= hasExcluded && found.Count == 0;
        return new ModuleReading(
            [.. _definition.Modules.Items.Where(module => found.Contains(module.Id)).Select(static module => module.Id)],
            hasNone && found.Count == 0 ? [] : unknown.ToImmutable(),
            hasNone || (hasCore && found.Count == 0 && unknown.Count == 0));
    }

    // "нет" is a dash elsewhere and a clear answer here.
    private bool IsDash(string text) => _definition.DashValues.Contains(text, StringComparer.OrdinalIgnoreCase) && !_noneWords.Contains(Words.Fold(text));

    private string? NoneWord(string entry)
    {
        foreach (var word in _noneWords)
        {
            if (Words.StartsWithPhrase(entry, word))
            {
                return word;
            }
        }

        return null;
    }

    // "MongoDB: no", "Redis = ❌", "Bot is not needed": a module that is named to be left out.
    private bool IsDeclined(string text, string entry)
    {
        if (_declineWords.Any(word => entry.EndsWith(word, StringComparison.Ordinal)) || _definition.NegativeScope.Marks.Any(mark => text.EndsWith(mark, StringComparison.Ordinal)))
        {
            return true;
        }

        var separator = text.AsSpan().IndexOfAny(":=—–");
        separator = separator < 0 ? text.IndexOf(" - ", StringComparison.Ordinal) : separator;
        if (separator < 0)
        {
            return false;
        }

        // Behind a dash words explain: "Workers - no retries".
        var answer = Words.Fold(text[(separator + 1)..].Trim(' ', '-'));
        return WithoutMark(answer) is not null || (NoneWord(answer) is { } word && (text[separator] is ':' or '=' || word.Length == answer.Length));
    }

    // What follows a mark that says no; null without one.
    private string? WithoutMark(string entry)
    {
        var mark = _definition.NegativeScope.Marks.FirstOrDefault(mark => entry.StartsWith(mark, StringComparison.Ordinal));
        return mark is null ? null : entry[mark.Length..].TrimStart();
    }

    // "none besides Redis" asks for Redis.
    private string? Excepted(string rest)
    {
        foreach (var word in _exceptWords)
        {
            if (Words.StartsWithPhrase(rest, word))
            {
                return Find(rest[word.Length..].Trim());
            }
        }

        return null;
    }

    // Separators inside a parenthesis belong to an explanation: "Workers (credit scoring, payments), Bot".
    private IEnumerable<string> Split(string text)
    {
        var depth = 0;
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            depth += text[index] switch { '(' => 1, ')' when depth > 0 => -1, _ => 0 };
            if (depth > 0)
            {
                continue;
            }

            var separator = _separators.FirstOrDefault(candidate => string.CompareOrdinal(text, index, candidate, 0, candidate.Length) == 0);
            if (separator is not null && !IsInsideName(text, start, index, separator))
            {
                yield return text[start..index];
                start = index + separator.Length;
                index = start - 1;
            }
        }

        yield return text[start..];
    }

    // "Email/SMS" is one module although a slash separates modules elsewhere.
    private bool IsInsideName(string text, int start, int index, string separator)
    {
        var length = index - start;
        var rest = Words.Fold(text.Substring(start, Math.Min(text.Length - start, _longestName + 2)));
        return _names.Any(entry => entry.Alias.Length > length && entry.Alias.Contains(separator, StringComparison.Ordinal) && Words.StartsWithPhrase(rest, entry.Alias));
    }

    private static string Bare(string entry)
    {
        var open = entry.IndexOf('(', StringComparison.Ordinal);
        return (open > 0 ? entry[..open] : entry).Trim(' ', '.', '"', '\'', '[', ']', '✅', '☑', '✔', '\uFE0F');
    }

    private string? Find(string entry)
    {
        foreach (var (alias, id) in _names)
        {
            if (entry == alias || Words.StartsWithPhrase(entry, alias))
            {
                return id;
            }
        }

        return null;
    }
}
