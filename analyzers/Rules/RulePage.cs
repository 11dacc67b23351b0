using System.Collections.Concurrent;
using System.Text;

namespace FrameworkLsp.Analyzers.Rules;

/// <summary>A rule's page: the text that <c>explain</c>, hovers and the rule index show, and whose examples are tests.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Markdown">The whole page.</param>
/// <param name="Summary">The first paragraph under "What it checks", as one line.</param>
/// <param name="Why">The first paragraph under "Why it matters", as one line.</param>
/// <param name="HowToFix">The first paragraph under "How to fix", as one line.</param>
public sealed record RulePage(RuleDescriptor Rule, string Markdown, string Summary, string Why, string HowToFix)
{
    private static readonly ConcurrentDictionary<string, RulePage> Pages = new(StringComparer.Ordinal);

    /// <summary>The headings every page has, in this order.</summary>
    public static IReadOnlyList<string> Headings { get; } = ["What it checks", "Why it matters", "Examples", "How to fix", "Options"];

    /// <summary>The page of a rule. Throws <see cref="InvalidOperationException"/> when the product was built without it, which a test prevents.</summary>
    public static RulePage Of(RuleDescriptor rule) => Pages.GetOrAdd(rule.Id, static (_, descriptor) => Load(descriptor), rule);

    private static RulePage Load(RuleDescriptor rule)
    {
        var name = $"rule/{ClassName(rule)}.md";
        using var stream = typeof(RulePage).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The page {name} of rule {rule.Id} is missing from the product.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var markdown = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new RulePage(rule, markdown, FirstParagraph(markdown, Headings[0]), FirstParagraph(markdown, Headings[1]), FirstParagraph(markdown, Headings[3]));
    }

    // missing-title -> MissingTitleRule, the name of the rule's class and page.
    private static string ClassName(RuleDescriptor rule)
    {
        var builder = new StringBuilder(rule.Name.Length + 4);
        foreach (var word in rule.Name.Split('-'))
        {
            builder.Append(char.ToUpperInvariant(word[0])).Append(word, 1, word.Length - 1);
        }

        return builder.Append("Rule").ToString();
    }

    private static string FirstParagraph(string markdown, string heading)
    {
        var start = markdown.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        if (start < 0)
        {
            return "";
        }

        var body = markdown[(start + heading.Length + 5)..].TrimStart('\n');
        var end = body.IndexOf("\n\n", StringComparison.Ordinal);
        return (end < 0 ? body : body[..end]).Replace('\n', ' ').Trim();
    }
}
