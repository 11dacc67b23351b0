using System.Text;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Server.Protocol;

/// <summary>Markdown for clients that show plain text: the same lines without marks.</summary>
internal static class PlainMarkup
{
    /// <summary>The text without emphasis, code ticks, fences, rules and escapes.</summary>
    public static string Of(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);
        var isCode = false;
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = !isCode;
                continue;
            }

            var text = isCode ? line : line == "---" ? "" : line.StartsWith("- ", StringComparison.Ordinal) ? "- " + PlainText.Of(line[2..]) : PlainText.Of(line);
            if (text.Length > 0 || (plain.Length > 1 && plain[^2] != '\n'))
            {
                plain.Append(text).Append('\n');
            }
        }

        return plain.ToString().TrimEnd('\n');
    }
}
