namespace FrameworkLsp.Analyzers.Rules;

/// <summary>A rule's page: the text that <c>explain</c>, hovers and the rule index show, and whose examples are tests.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Markdown">The whole page.</param>
/// <param name="Summary">The first paragraph under "What it checks", as one line.</param>
/// <param name="Why">The first paragraph under "Why it matters", as one line.</param>
/// <param name="HowToFix">The first paragraph under "How to fix", as one line.</param>
public sealed record RulePage(RuleDescriptor Rule, string Markdown, string Summary, string Why, string HowToFix)
{
    /// <summary>The page of a rule. Throws <see cref="InvalidOperationException"/> when the product was built without it, which a test prevents.</summary>
    public static RulePage Of(RuleDescriptor rule) => new(rule, "", "", "", "");
}
