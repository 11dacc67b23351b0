using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Server.Cli;

/// <summary>The rules chosen on the command line, which wins over configuration files: by id, name or beginning of ids.</summary>
internal sealed class RuleSelection
{
    private readonly ImmutableHashSet<string> _selected;
    private readonly ImmutableDictionary<string, Severity?> _off;

    private RuleSelection(ImmutableHashSet<string> selected, IEnumerable<string> off)
    {
        _selected = selected;
        _off = off.ToImmutableDictionary(static id => id, static _ => (Severity?)null, StringComparer.Ordinal);
    }

    /// <summary>Reads selectors.</summary>
    /// <param name="rules">The rules there are.</param>
    /// <param name="select">Selectors of the rules to check alone; empty for all.</param>
    /// <param name="ignore">Selectors of the rules to leave out.</param>
    /// <exception cref="UsageException">A selector names no rule.</exception>
    public static RuleSelection Of(ImmutableArray<RuleDescriptor> rules, ImmutableArray<string> select, ImmutableArray<string> ignore)
    {
        var selected = Resolve(rules, select);
        var ignored = Resolve(rules, ignore);
        var off = rules.Select(static rule => rule.Id).Where(id => ignored.Contains(id) || (!select.IsEmpty && !selected.Contains(id)));
        return new RuleSelection(selected.Except(ignored), off);
    }

    /// <summary>
    /// The configuration with the choice applied. A rule that is selected is on even if the configuration switches it off in general;
    /// what the configuration says of some files still holds.
    /// </summary>
    public LintConfiguration Apply(LintConfiguration configuration) => _off.IsEmpty && _selected.IsEmpty ? configuration : configuration with
    {
        Severities = configuration.Severities
            .RemoveRange(configuration.Severities.Where(pair => pair.Value is null && _selected.Contains(pair.Key)).Select(static pair => pair.Key))
            .SetItems(_off),
        Overrides = [.. configuration.Overrides.Select(entry => entry with { Severities = entry.Severities.SetItems(_off) })],
    };

    private static ImmutableHashSet<string> Resolve(ImmutableArray<RuleDescriptor> rules, ImmutableArray<string> selectors)
    {
        var ids = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var selector in selectors)
        {
            var matches = rules.Where(rule => IsMatch(rule, selector)).Select(static rule => rule.Id).ToList();
            if (matches is [])
            {
                var nearest = NearestWord.Of(selector, rules.SelectMany(static rule => new[] { rule.Id, rule.Name }));
                throw new UsageException($"no rule has the id or name \"{selector}\"{(nearest is null ? "" : $"; did you mean \"{nearest}\"?")} (\"framework-lsp rules\" lists them)");
            }

            ids.UnionWith(matches);
        }

        return ids.ToImmutable();
    }

    private static bool IsMatch(RuleDescriptor rule, string selector) =>
        rule.Id.StartsWith(selector, StringComparison.OrdinalIgnoreCase) || rule.Name.Equals(selector, StringComparison.OrdinalIgnoreCase);
}
