using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using FrameworkLsp.Analyzers.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Framework.Reading;

/// <summary>
/// What the readers of a pack share: values with a meaning beyond their type. Ids are collected while reading and references checked at
/// the end, so that files may stand in any order.
/// </summary>
/// <param name="validates">Whether regular expressions and references are checked; the embedded pack, which a test checks, is read without.</param>
internal sealed class PackReading(bool validates)
{
    private static readonly ImmutableArray<KeyValuePair<string, string>> Severities = YamlChoices.Words("error", "warning", "info", "hint");

    private readonly Dictionary<PackSpace, HashSet<string>> _defined = [];
    private readonly List<(PackSpace Space, YamlMap Map, TextSpan Span, string Id)> _references = [];

    /// <summary>A required id that nothing else of its space may have.</summary>
    public string NewId(YamlMap map, string key, PackSpace space)
    {
        var scalar = map.RequiredScalar(key);
        if (scalar is not null && !Add(space, scalar.Value))
        {
            map.Report(scalar.Span, $"The {Describe(space)} \"{scalar.Value}\" is already defined.");
        }

        return scalar?.Value ?? "";
    }

    /// <summary>A required number that nothing else of its space may have.</summary>
    public int NewNumber(YamlMap map, string key, PackSpace space)
    {
        if (map.RequiredScalar(key) is not { } scalar || map.AsInteger(scalar) is not { } number)
        {
            return 0;
        }

        if (!Add(space, number.ToString(CultureInfo.InvariantCulture)))
        {
            map.Report(scalar.Span, $"The {Describe(space)} {number} is already defined.");
        }

        return number;
    }

    /// <summary>A required role: unique among its siblings, known in its space afterwards.</summary>
    public string NewRole(YamlMap map, PackSpace? space, HashSet<string> siblings)
    {
        var scalar = map.RequiredScalar("role");
        if (scalar is null)
        {
            return "";
        }

        if (!siblings.Add(scalar.Value))
        {
            map.Report(scalar.Span, $"The role \"{scalar.Value}\" is already used here.");
        }

        if (space is { } known)
        {
            Add(known, scalar.Value);
        }

        return scalar.Value;
    }

    /// <summary>The id a key refers to, or null.</summary>
    public string? Reference(YamlMap map, string key, PackSpace space)
    {
        var scalar = map.Scalar(key);
        if (scalar is not null)
        {
            Refer(map, scalar, space);
        }

        return scalar?.Value;
    }

    /// <summary>The number a key refers to, or null.</summary>
    public int? NumberReference(YamlMap map, string key, PackSpace space)
    {
        if (map.Scalar(key) is not { } scalar || map.AsInteger(scalar) is not { } number)
        {
            return null;
        }

        Refer(map, scalar, space);
        return number;
    }

    /// <summary>The ids a key's list refers to.</summary>
    public ImmutableArray<string> References(YamlMap map, string key, PackSpace space)
    {
        var scalars = map.Scalars(key);
        foreach (var scalar in scalars)
        {
            Refer(map, scalar, space);
        }

        return YamlMap.Values(scalars);
    }

    /// <summary>Notes that a scalar names something of a space.</summary>
    public void Refer(YamlMap map, YamlScalar scalar, PackSpace space)
    {
        if (validates)
        {
            _references.Add((space, map, scalar.Span, scalar.Value));
        }
    }

    /// <summary>The regular expression of a key, or the fallback.</summary>
    public string Pattern(YamlMap map, string key, string fallback = "(?!)") => OptionalPattern(map, key) ?? fallback;

    /// <summary>The regular expression of a key, or null.</summary>
    public string? OptionalPattern(YamlMap map, string key)
    {
        var scalar = map.Scalar(key);
        if (scalar is not null)
        {
            CheckPattern(map, scalar);
        }

        return scalar?.Value;
    }

    /// <summary>The regular expressions of a key's list.</summary>
    public ImmutableArray<string> Patterns(YamlMap map, string key)
    {
        var scalars = map.Scalars(key);
        foreach (var scalar in scalars)
        {
            CheckPattern(map, scalar);
        }

        return YamlMap.Values(scalars);
    }

    /// <summary>The condition of the key <c>when</c>.</summary>
    public Condition When(YamlMap map) =>
        map.Map("when", when => new Condition(NumberReference(when, "min_level", PackSpace.Level), Reference(when, "module", PackSpace.Module)))
        ?? Condition.Always;

    /// <summary>The severity of a key, or the fallback.</summary>
    public string Severity(YamlMap map, string key, string fallback) => map.Choice(key, Severities, fallback);

    /// <summary>A severity by level number.</summary>
    public ImmutableDictionary<int, string> SeverityByLevel(YamlMap map, string key)
    {
        var result = ImmutableDictionary.CreateBuilder<int, string>();
        map.Map(key, levels =>
        {
            foreach (var entry in levels.Entries)
            {
                Refer(levels, entry.Key, PackSpace.Level);
                var severity = Severity(levels, entry.Key.Value, "");
                if (int.TryParse(entry.Key.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && severity.Length > 0)
                {
                    result[level] = severity;
                }
            }

            return levels;
        });
        return result.ToImmutable();
    }

    /// <summary>Reports references to what nothing defines.</summary>
    public void ResolveReferences()
    {
        foreach (var (space, map, span, id) in _references)
        {
            var ids = _defined.GetValueOrDefault(space);
            if (ids is null || !ids.Contains(id))
            {
                var known = ids is null ? "the pack has none" : "known: " + string.Join(", ", ids.Order(StringComparer.Ordinal).Take(30));
                map.Report(span, $"There is no {Describe(space)} \"{id}\"; {known}.");
            }
        }
    }

    private static string Describe(PackSpace space) => space switch
    {
        PackSpace.Kind => "document kind",
        PackSpace.Section => "section role",
        PackSpace.Field => "field role",
        PackSpace.Column => "column role",
        PackSpace.SubStage => "sub-stage",
        PackSpace.ServiceType => "service type",
        _ => space.ToString().ToLowerInvariant(),
    };

    private bool Add(PackSpace space, string id)
    {
        if (!_defined.TryGetValue(space, out var ids))
        {
            _defined[space] = ids = new HashSet<string>(StringComparer.Ordinal);
        }

        return ids.Add(id);
    }

    private void CheckPattern(YamlMap map, YamlScalar scalar)
    {
        if (!validates)
        {
            return;
        }

        try
        {
            PackPattern.Compile(scalar.Value);
        }
        catch (RegexParseException exception)
        {
            map.Report(scalar.Span, $"Not a valid regular expression: {exception.Message}");
        }
    }
}
