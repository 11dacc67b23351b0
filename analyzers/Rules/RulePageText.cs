using System.Text;

namespace FrameworkLsp.Analyzers.Rules;

/// <summary>Turns rule pages, whose examples are tests, into text for readers.</summary>
public static class RulePageText
{
    private const string Fence = "```";
    private const string Expectation = "<!--!";

    /// <summary>
    /// The page's Markdown without the expectations in its examples; what an example is stands above it instead of in the fence.
    /// </summary>
    public static string ForReaders(this RulePage page)
    {
        var text = new StringBuilder(page.Markdown.Length);
        foreach (var line in page.Markdown.TrimEnd().Split('\n'))
        {
            if (line.TrimStart().StartsWith(Expectation, StringComparison.Ordinal))
            {
                continue;
            }

            if (line.StartsWith(Fence, StringComparison.Ordinal) && line.Split(' ') is [var opening, var kind, .. var attributes] && kind.Length > 0)
            {
                var path = Array.Find(attributes, static attribute => attribute.StartsWith("path=", StringComparison.Ordinal));
                text.Append(char.ToUpperInvariant(kind[0])).Append(kind, 1, kind.Length - 1);
                text.Append(path is null ? "" : $", in `{path["path=".Length..]}`").Append(":\n\n").Append(opening).Append('\n');
                continue;
            }

            text.Append(line).Append('\n');
        }

        return text.ToString();
    }
}
