using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Yaml;

/// <summary>
/// A mapping read by a schema: each accessor names a key, checks the type of its value and reports what does not fit. Keys nobody asked
/// for are reported by <see cref="Close"/>, so that a reader states its schema just by reading.
/// </summary>
public sealed class YamlMap
{
    private readonly YamlMapping _mapping;
    private readonly bool[] _taken;
    private readonly List<string> _known = [];

    private YamlMap(string file, YamlMapping mapping, YamlDiagnostics diagnostics)
    {
        File = file;
        Diagnostics = diagnostics;
        _mapping = mapping;
        _taken = new bool[mapping.Entries.Length];
    }

    /// <summary>The file's name.</summary>
    public string File { get; }

    /// <summary>Where problems go.</summary>
    public YamlDiagnostics Diagnostics { get; }

    /// <summary>The entries, for mappings whose keys are free. Does not count as asking for them.</summary>
    public ImmutableArray<YamlEntry> Entries => _mapping.Entries;

    /// <summary>The place to report what concerns the mapping as a whole.</summary>
    public TextSpan Anchor => _mapping.Anchor;

    /// <summary>Wraps a node; reports and returns null when it is no mapping.</summary>
    public static YamlMap? Open(string file, YamlNode node, YamlDiagnostics diagnostics)
    {
        if (node is YamlMapping mapping)
        {
            return new YamlMap(file, mapping, diagnostics);
        }

        diagnostics.Report(file, node.Span, "This must be a mapping (\"key: value\" lines).");
        return null;
    }

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Close()
    {
        for (var index = 0; index < _taken.Length; index++)
        {
            if (!_taken[index])
            {
                var key = _mapping.Entries[index].Key;
                Report(key.Span, $"Unknown key \"{key.Value}\"; allowed: {string.Join(", ", _known.Distinct(StringComparer.Ordinal))}.");
            }
        }
    }

    /// <summary>Reports a problem in the mapping's file.</summary>
    public void Report(TextSpan span, string message) => Diagnostics.Report(File, span, message);

    /// <summary>The value of a key, or null. Counts as asking for it.</summary>
    public YamlNode? Node(string key)
    {
        _known.Add(key);
        for (var index = 0; index < _taken.Length; index++)
        {
            if (string.Equals(_mapping.Entries[index].Key.Value, key, StringComparison.Ordinal))
            {
                _taken[index] = true;
                return _mapping.Entries[index].Value;
            }
        }

        return null;
    }

    /// <summary>The scalar of a key, or null when it is absent, empty or no scalar.</summary>
    public YamlScalar? Scalar(string key) => Node(key) is { } node ? AsText(node, key) : null;

    /// <summary>The scalar of a key that must be there, or null after reporting that it is not.</summary>
    public YamlScalar? RequiredScalar(string key)
    {
        var node = Node(key);
        if (node is null)
        {
            Report(Anchor, $"The key \"{key}\" is missing.");
            return null;
        }

        return AsText(node, key);
    }

    /// <summary>The text of a key, or the fallback.</summary>
    public string Text(string key, string fallback = "") => Scalar(key)?.Value ?? fallback;

    /// <summary>The text of a key that must be there; empty after reporting that it is not.</summary>
    public string RequiredText(string key) => RequiredScalar(key)?.Value ?? "";

    /// <summary>The whole number of a key, or null.</summary>
    public int? Integer(string key) => Scalar(key) is { } scalar ? AsInteger(scalar) : null;

    /// <summary>The whole number of a key that must be there; 0 after reporting that it is not.</summary>
    public int RequiredInteger(string key) => RequiredScalar(key) is { } scalar ? AsInteger(scalar) ?? 0 : 0;

    /// <summary>The number of a key, or null. Written with a decimal point.</summary>
    public double? Number(string key)
    {
        if (Scalar(key) is not { } scalar)
        {
            return null;
        }

        if (double.TryParse(scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        Report(scalar.Span, $"\"{scalar.Value}\" is not a number.");
        return null;
    }

    /// <summary>The truth value of a key, or the fallback.</summary>
    public bool Flag(string key, bool fallback = false) => Choice(key, YamlChoices.Flags, fallback);

    /// <summary>The value that a key's word stands for, or the fallback.</summary>
    /// <param name="key">The key.</param>
    /// <param name="choices">The allowed words with their values.</param>
    /// <param name="fallback">What holds when the key is absent or its word is not allowed.</param>
    public T Choice<T>(string key, ImmutableArray<KeyValuePair<string, T>> choices, T fallback)
    {
        if (Scalar(key) is not { } scalar)
        {
            return fallback;
        }

        foreach (var choice in choices)
        {
            if (string.Equals(choice.Key, scalar.Value, StringComparison.Ordinal))
            {
                return choice.Value;
            }
        }

        Report(scalar.Span, $"\"{scalar.Value}\" is not allowed here; choose one of: {string.Join(", ", choices.Select(choice => choice.Key))}.");
        return fallback;
    }

    /// <summary>The items of a key's list, whatever they are; empty when it is absent.</summary>
    public ImmutableArray<YamlNode> Items(string key) => Node(key) is { } node ? AsItems(node, key) : [];

    /// <summary>The scalars of a key's list; items that are none are reported and left out.</summary>
    public ImmutableArray<YamlScalar> Scalars(string key) => AsScalars(Items(key), key);

    /// <summary>The texts of a key's list; items that are no text are reported and left out.</summary>
    public ImmutableArray<string> Texts(string key) => Values(Scalars(key));

    /// <summary>The texts of scalars.</summary>
    public static ImmutableArray<string> Values(ImmutableArray<YamlScalar> scalars) => ImmutableArray.CreateRange(scalars, scalar => scalar.Value);

    /// <summary>What a reader makes of the mappings in a key's list; items for which it gives null are left out.</summary>
    public ImmutableArray<T> Maps<T>(string key, Func<YamlMap, T?> read)
        where T : class
    {
        var items = Items(key);
        var results = ImmutableArray.CreateBuilder<T>(items.Length);
        foreach (var item in items)
        {
            if (Read(item, read) is { } result)
            {
                results.Add(result);
            }
        }

        return results.DrainToImmutable();
    }

    /// <summary>What a reader makes of a key's mapping, or null when it is absent.</summary>
    public T? Map<T>(string key, Func<YamlMap, T?> read)
        where T : class => Node(key) is { } node ? Read(node, read) : null;

    /// <summary>A key's mapping from free keys to texts.</summary>
    public ImmutableDictionary<string, string> TextMap(string key) =>
        FreeMap(key, (entry, name) => AsText(entry, name)?.Value);

    /// <summary>A key's mapping from free keys to lists of texts.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> TextsMap(string key) =>
        FreeMap<ImmutableArray<YamlScalar>?>(key, (entry, name) => AsScalars(AsItems(entry, name), name))
            .ToImmutableDictionary(pair => pair.Key, pair => Values(pair.Value ?? []), StringComparer.Ordinal);

    /// <summary>What a reader makes of a node in the same file, closing the mapping afterwards.</summary>
    public T? Read<T>(YamlNode node, Func<YamlMap, T?> read)
        where T : class
    {
        if (Open(File, node, Diagnostics) is not { } map)
        {
            return null;
        }

        var result = read(map);
        map.Close();
        return result;
    }

    /// <summary>The node as a text, or null after reporting that it is none.</summary>
    public YamlScalar? AsText(YamlNode node, string key)
    {
        switch (node)
        {
            case YamlScalar { IsNothing: false } scalar:
                return scalar;
            case YamlScalar:
                Report(KeySpan(key) ?? node.Span, $"\"{key}\" has no value; give one or remove the key.");
                return null;
            default:
                Report(node.Span, $"\"{key}\" must be a single value.");
                return null;
        }
    }

    /// <summary>The scalar as a whole number, or null after reporting that it is none.</summary>
    public int? AsInteger(YamlScalar scalar)
    {
        if (int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            return value;
        }

        Report(scalar.Span, $"\"{scalar.Value}\" is not a whole number.");
        return null;
    }

    private ImmutableArray<YamlNode> AsItems(YamlNode node, string key)
    {
        if (node is YamlSequence sequence)
        {
            return sequence.Items;
        }

        Report(node is YamlScalar { IsNothing: true } ? KeySpan(key) ?? node.Span : node.Span, $"\"{key}\" must be a list (\"[a, b]\" or \"- a\" lines).");
        return [];
    }

    private ImmutableArray<YamlScalar> AsScalars(ImmutableArray<YamlNode> items, string key)
    {
        var scalars = ImmutableArray.CreateBuilder<YamlScalar>(items.Length);
        foreach (var item in items)
        {
            if (AsText(item, key) is { } scalar)
            {
                scalars.Add(scalar);
            }
        }

        return scalars.DrainToImmutable();
    }

    private ImmutableDictionary<string, T> FreeMap<T>(string key, Func<YamlNode, string, T?> read)
    {
        if (Node(key) is not { } node || Open(File, node, Diagnostics) is not { } map)
        {
            return ImmutableDictionary<string, T>.Empty;
        }

        var result = ImmutableDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (read(entry.Value, entry.Key.Value) is { } value)
            {
                result[entry.Key.Value] = value;
            }
        }

        return result.ToImmutable();
    }

    /// <summary>Where a key stands, or null when it is absent. Does not count as asking for it.</summary>
    public TextSpan? KeySpan(string key)
    {
        foreach (var entry in _mapping.Entries)
        {
            if (string.Equals(entry.Key.Value, key, StringComparison.Ordinal))
            {
                return entry.Key.Span;
            }
        }

        return null;
    }
}
