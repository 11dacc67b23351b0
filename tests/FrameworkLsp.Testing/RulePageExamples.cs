using System.Text.RegularExpressions;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Testing;

/// <summary>What an example block of a rule page is.</summary>
public enum ExampleKind
{
    /// <summary>Must give exactly the marked findings.</summary>
    Invalid,

    /// <summary>Must give no finding of the rule.</summary>
    Valid,

    /// <summary>Must be what the fixes make of the invalid example before it.</summary>
    Fixed,
}

/// <summary>An example of a rule page: one or more files.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Name">Kind and number or case name, for test names.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Files">Annotated files by path.</param>
/// <param name="Fixed">For an invalid example: files after its fixes; null when the page shows none.</param>
public sealed record RuleExample(RuleDescriptor Rule, string Name, ExampleKind Kind, IReadOnlyDictionary<string, AnnotatedText> Files, IReadOnlyDictionary<string, string>? Fixed)
{
    public override string ToString() => $"{Rule.Id} {Name}";
}

/// <summary>
/// Reads the examples of a rule page. A fence is an example when its info string says so: <c>markdown invalid path=artifacts/plans/plan.md</c>,
/// <c>valid</c> or <c>fixed</c>. Blocks of one kind with the same <c>case=</c> are files of one example; without it every block is its own.
/// A fixed block belongs to the invalid example with its case, or to the last one.
/// </summary>
public static partial class RulePageExamples
{
    /// <summary>The examples of a rule's page, in order.</summary>
    public static IReadOnlyList<RuleExample> Of(RuleDescriptor rule)
    {
        var examples = new List<(ExampleKind Kind, string Case, Dictionary<string, AnnotatedText> Files, Dictionary<string, string> Fixed)>();
        foreach (Match match in Block().Matches(RulePage.Of(rule).Markdown))
        {
            if (!Enum.TryParse<ExampleKind>(match.Groups["kind"].Value, ignoreCase: true, out var kind))
            {
                continue;
            }

            var name = Attribute(match, "case") ?? "";
            var path = Attribute(match, "path") ?? throw new InvalidOperationException($"An example of {rule.Id} has no path.");
            var text = match.Groups["content"].Value;
            if (kind == ExampleKind.Fixed)
            {
                var target = name.Length == 0 ? examples.Last(static entry => entry.Kind == ExampleKind.Invalid) : examples.Last(entry => entry.Kind == ExampleKind.Invalid && entry.Case == name);
                target.Fixed.Add(path, text);
                continue;
            }

            var existing = name.Length == 0 ? default : examples.LastOrDefault(entry => entry.Kind == kind && entry.Case == name);
            if (existing.Files is null)
            {
                existing = (kind, name, new(StringComparer.Ordinal), new(StringComparer.Ordinal));
                examples.Add(existing);
            }

            existing.Files.Add(path, AnnotatedText.Parse(text));
        }

        return
        [
            .. examples.Select((entry, index) => new RuleExample(
                rule,
                $"{entry.Kind} {(entry.Case.Length > 0 ? entry.Case : index + 1)}",
                entry.Kind,
                entry.Files,
                entry.Fixed.Count == 0 ? null : entry.Fixed)),
        ];
    }

    // The path comes last, so that it may hold blanks.
    private static string? Attribute(Match match, string name)
    {
        var attributes = match.Groups["attributes"].Value;
        var start = attributes.IndexOf(" " + name + "=", StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var value = attributes[(start + name.Length + 2)..];
        var end = name == "path" ? -1 : value.IndexOf(' ', StringComparison.Ordinal);
        return end < 0 ? value.TrimEnd() : value[..end];
    }

    [GeneratedRegex(@"^(?<fence>`{3,}|~{3,})\w* (?<kind>\w+)(?<attributes>[^\n]*)\n(?<content>(?:.*\n)*?)\k<fence>[ \t]*$", RegexOptions.CultureInvariant | RegexOptions.Multiline, 2000)]
    private static partial Regex Block();
}
