using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>A status vocabulary: words and emoji by class (catalogue 1.7).</summary>
/// <param name="Classes">The classes in the order in which they are tried.</param>
public sealed record StatusVocabulary(ImmutableArray<StatusClass> Classes)
{
    /// <summary>A vocabulary without words.</summary>
    public static StatusVocabulary Empty { get; } = new([]);

    /// <summary>How a class is written; empty when the vocabulary does not have it.</summary>
    public string Canonical(string classId) => Classes.FirstOrDefault(entry => entry.Id == classId)?.Canonical ?? "";
}

/// <summary>A class of a status vocabulary.</summary>
/// <param name="Id">The class, one of <see cref="StatusClasses"/>.</param>
/// <param name="Canonical">How the class is written by the tool.</param>
/// <param name="Words">Words that mean it, in any language, lower case.</param>
/// <param name="Emoji">Emoji that mean it.</param>
public sealed record StatusClass(string Id, string Canonical, ImmutableArray<string> Words, ImmutableArray<string> Emoji);

/// <summary>Patterns of values that say nothing.</summary>
public sealed record PlaceholderPatterns
{
    /// <summary>Regular expressions that match a whole placeholder value.</summary>
    public ImmutableArray<string> FullValue { get; init; } = [];

    /// <summary>Regular expressions that match a whole list of choices left from a template.</summary>
    public ImmutableArray<string> ChoiceLists { get; init; } = [];

    /// <summary>Regular expressions of placeholders in titles.</summary>
    public ImmutableArray<string> Title { get; init; } = [];

    /// <summary>Words at the end of a file name or title that make it a template.</summary>
    public ImmutableArray<string> TemplateWords { get; init; } = [];

    /// <summary>Words that begin a text that says that there is nothing, beside the dash values, in any language.</summary>
    public ImmutableArray<string> None { get; init; } = [];

    /// <summary>Regular expressions of lines that say that something was left out.</summary>
    public ImmutableArray<string> Elision { get; init; } = [];
}

/// <summary>Words of dates, beside the English names of months, which every pack understands.</summary>
public sealed record DateWords
{
    /// <summary>Names of months in lower case with the number of the month.</summary>
    public ImmutableDictionary<string, int> Months { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>Words that may stand behind the year, in lower case.</summary>
    public ImmutableArray<string> YearWords { get; init; } = [];
}

/// <summary>Headings and words after which nothing is claimed (catalogue 1.9).</summary>
public sealed record NegativeScope
{
    /// <summary>Heading or label keys that open a negative scope when the heading starts with or equals one.</summary>
    public ImmutableArray<string> Headings { get; init; } = [];

    /// <summary>Words that negate the rest of their clause.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Words that negate what stands before them in the clause ("... comes later").</summary>
    public ImmutableArray<string> TrailingWords { get; init; } = [];

    /// <summary>Marks at the start of a line that negate it.</summary>
    public ImmutableArray<string> Marks { get; init; } = [];
}

/// <summary>Typical sequences of a text read with the wrong character set.</summary>
/// <param name="Charset">The encoding's web name, for example <c>macintosh</c>.</param>
/// <param name="Markers">Sequences that give it away.</param>
public sealed record MojibakeSignature(string Charset, ImmutableArray<string> Markers)
{
    /// <summary>The characters that its sequences begin with; a text that holds none of them holds no sequence.</summary>
    public string Starts { get; } = string.Concat(Markers.Where(static marker => marker.Length > 0).Select(static marker => marker[0]));
}
