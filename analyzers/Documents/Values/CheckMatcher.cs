using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>Recognises verification checks by name or by command (catalogue FW601).</summary>
public sealed class CheckMatcher
{
    private readonly ImmutableArray<(string Alias, VerificationCheck Check)> _names;
    private readonly ImmutableArray<(string Tool, VerificationCheck Check)> _tools;

    /// <summary>Prepares the checks of a definition.</summary>
    public CheckMatcher(ImmutableArray<VerificationCheck> checks)
    {
        _names =
        [
            .. checks
                .SelectMany(static check => check.Aliases.Append(check.Name).Select(alias => (Alias: Words.Fold(alias), Check: check)))
                .OrderByDescending(static entry => entry.Alias.Length),
        ];
        _tools =
        [
            .. checks
                .SelectMany(static check => check.Tools.Select(tool => (Tool: Words.Fold(tool), Check: check)))
                .OrderByDescending(static entry => entry.Tool.Length),
        ];
    }

    /// <summary>
    /// Whether a row's name is a name of the check itself. "Coverage (total)" is; "Coverage of lending_api" and "Coverage (lending_api)"
    /// speak of a part of it.
    /// </summary>
    public bool IsNamed(VerificationCheck check, string name)
    {
        var bare = name.Trim();
        var parenthesis = bare.IndexOf('(', StringComparison.Ordinal);
        if (parenthesis > 0)
        {
            if (bare.AsSpan(parenthesis).IndexOfAny('_', '/') >= 0)
            {
                return false;
            }

            bare = bare[..parenthesis];
        }

        var folded = Words.Fold(bare.TrimEnd(' ', ':'));
        return _names.Any(entry => ReferenceEquals(entry.Check, check) && entry.Alias == folded);
    }

    /// <summary>Every check that a command runs: tests with a coverage report are both.</summary>
    public IEnumerable<VerificationCheck> RunBy(string command)
    {
        var line = Words.Fold(command);
        return line.Length == 0 ? [] : _tools.Where(entry => Words.IndexOfPhrase(line, entry.Tool) >= 0).Select(static entry => entry.Check).Distinct();
    }

    /// <summary>
    /// The check a row is about: by its name, else by a tool in the name ("ruff format"), the beginning of the name, the command, a part of
    /// the name; null when it is none of the model's.
    /// </summary>
    public VerificationCheck? Find(string name, string command)
    {
        var folded = Words.Fold(name);
        return First(_names, alias => folded == alias)
            ?? First(_tools, tool => Words.IndexOfPhrase(folded, tool) >= 0)
            ?? First(_names, alias => Words.StartsWithPhrase(folded, alias))
            ?? RunBy(command).FirstOrDefault()
            ?? First(_names, alias => Words.IndexOfPhrase(folded, alias) >= 0);
    }

    private static VerificationCheck? First(ImmutableArray<(string Text, VerificationCheck Check)> entries, Func<string, bool> fits) =>
        entries.FirstOrDefault(entry => fits(entry.Text)).Check;
}
