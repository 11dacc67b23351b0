using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>How suppression comments are written.</summary>
internal static class SuppressionComment
{
    /// <summary>What the verb of every suppression begins with.</summary>
    public const string Prefix = "framework-lsp-";

    /// <summary>Holds for the whole file.</summary>
    public const string File = "disable-file";

    /// <summary>Holds for the line the comment stands in.</summary>
    public const string Line = "disable-line";

    /// <summary>Holds for the next line that is not blank.</summary>
    public const string NextLine = "disable-next-line";

    /// <summary>Holds from the comment on.</summary>
    public const string Open = "disable";

    /// <summary>Ends what <see cref="Open"/> began.</summary>
    public const string Close = "enable";

    /// <summary>Every verb.</summary>
    public static ImmutableArray<string> Verbs { get; } = [NextLine, Line, File, Open, Close];

    /// <summary>A comment that suppresses a rule.</summary>
    public static string Write(string verb, RuleDescriptor rule) => $"<!-- {Prefix}{verb} {rule.Id} -->";

    /// <summary>Where another name can be put into a comment with a verb and names; null for any other comment.</summary>
    public static int? NamesStart(string text, HtmlComment comment, string verb)
    {
        var word = Prefix + verb;
        if (!comment.Content.StartsWith(word + " ", StringComparison.Ordinal))
        {
            return null;
        }

        var rest = comment.Content.AsSpan(word.Length).TrimStart();
        return rest.IsEmpty || !char.IsAsciiLetterOrDigit(rest[0])
            ? null
            : text.IndexOf(word, comment.ContentSpan.Start, StringComparison.Ordinal) + word.Length;
    }
}
