using System.CommandLine;

namespace FrameworkLsp.Server.Cli;

/// <summary>An option whose value is one of some words.</summary>
/// <typeparam name="T">What the words stand for.</typeparam>
internal sealed class Choice<T>
{
    private readonly (string Word, T Value)[] _values;

    /// <summary>Makes an option.</summary>
    /// <param name="name">The option, dashes included.</param>
    /// <param name="description">What it does.</param>
    /// <param name="values">The words with their values; the first one is the default.</param>
    public Choice(string name, string description, params (string Word, T Value)[] values)
    {
        _values = values;
        string[] words = [.. values.Select(static value => value.Word)];
        Option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => words[0],
        };
        Option.AcceptOnlyFromAmong(words);
    }

    /// <summary>The option.</summary>
    public Option<string> Option { get; }

    /// <summary>What the user chose.</summary>
    public T In(ParseResult result)
    {
        var word = result.GetValue(Option);
        return _values.First(value => string.Equals(value.Word, word, StringComparison.Ordinal)).Value;
    }
}
