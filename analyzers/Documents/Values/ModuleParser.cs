using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>What a module field says.</summary>
/// <param name="Modules">Ids of the declared modules in the order of the definition.</param>
/// <param name="Unknown">Entries that are no module, as written.</param>
/// <param name="IsNone">Whether it says explicitly that none is wanted.</param>
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
    private readonly ImmutableHashSet<string> _coreWords;
    private readonly string[] _separators;

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
        _coreWords = [.. definition.Modules.CoreWords.Select(Words.Fold)];
        _separators = [.. definition.Modules.Separators, "\n"];
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

    /// <summary>Reads a value.</summary>
    public ModuleReading Parse(string value)
    {
        var text = PlainText.Of(value).Trim();
        if (_definition.DashValues.Contains(text) || text.Trim('?', '_', ' ').Length == 0)
        {
            return new ModuleReading([], [], IsNone: false);
        }

        var folded = Words.Fold(text);
        if (_noneWords.Any(word => Words.StartsWithPhrase(folded, word)))
        {
            return new ModuleReading([], [], IsNone: true);
        }

        var found = new HashSet<string>(StringComparer.Ordinal);
        var unknown = ImmutableArray.CreateBuilder<string>();
        var core = false;
        foreach (var part in Split(text))
        {
            var entry = Words.Fold(Bare(part));
            if (entry.Length == 0)
            {
                continue;
            }

            if (Find(entry) is { } id)
            {
                found.Add(id);
            }
            else if (_coreWords.Contains(entry))
            {
                core = true;
            }
            else
            {
                unknown.Add(part.Trim());
            }
        }

        return new ModuleReading(
            [.. _definition.Modules.Items.Where(module => found.Contains(module.Id)).Select(static module => module.Id)],
            unknown.ToImmutable(),
            core && found.Count == 0 && unknown.Count == 0);
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
        var rest = Words.Fold(text[start..]);
        var length = index - start;
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
