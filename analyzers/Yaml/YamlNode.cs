using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Yaml;

/// <summary>A node of a YAML file with its place in the text.</summary>
/// <param name="Span">Where it stands, in UTF-16 units of the file's text.</param>
public abstract record YamlNode(TextSpan Span);

/// <summary>A scalar.</summary>
/// <param name="Value">Its value without quotes and escapes.</param>
/// <param name="IsPlain">Whether it is written without quotes, so that an empty value means "nothing".</param>
/// <param name="Span">Where it stands, quotes included.</param>
public sealed record YamlScalar(string Value, bool IsPlain, TextSpan Span) : YamlNode(Span)
{
    /// <summary>Whether nothing is written where a value could stand.</summary>
    public bool IsNothing => IsPlain && Value.Length == 0;
}

/// <summary>A list.</summary>
/// <param name="Items">Its items.</param>
/// <param name="Span">From its first item or bracket to its end.</param>
public sealed record YamlSequence(ImmutableArray<YamlNode> Items, TextSpan Span) : YamlNode(Span);

/// <summary>A mapping. Its keys are distinct scalars.</summary>
/// <param name="Entries">Its entries in order.</param>
/// <param name="Span">From its first key or brace to its end.</param>
public sealed record YamlMapping(ImmutableArray<YamlEntry> Entries, TextSpan Span) : YamlNode(Span)
{
    /// <summary>The place to report what the mapping lacks: its first key, or the whole mapping when it is empty.</summary>
    public TextSpan Anchor => Entries.IsEmpty ? Span : Entries[0].Key.Span;
}

/// <summary>An entry of a mapping.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public readonly record struct YamlEntry(YamlScalar Key, YamlNode Value);
