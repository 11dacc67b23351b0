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

    /// <summary>The check a row is about: by its name, else by its command; null when it is none of the model's.</summary>
    public VerificationCheck? Find(string name, string command)
    {
        var folded = Words.Fold(name);
        foreach (var (alias, check) in _names)
        {
            if (folded == alias)
            {
                return check;
            }
        }

        foreach (var (alias, check) in _names)
        {
            if (Words.StartsWithPhrase(folded, alias))
            {
                return check;
            }
        }

        var line = Words.Fold(command);
        foreach (var (tool, check) in _tools)
        {
            if (line.Length > 0 && Words.IndexOfPhrase(line, tool) >= 0)
            {
                return check;
            }
        }

        foreach (var (alias, check) in _names)
        {
            if (Words.IndexOfPhrase(folded, alias) >= 0)
            {
                return check;
            }
        }

        return null;
    }
}
