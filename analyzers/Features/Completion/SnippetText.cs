using System.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Puts tab stops into skeletons: behind the colon of a field without a value, and into the blank cells of a table's last row.</summary>
internal static class SnippetText
{
    /// <summary>The snippet of a skeleton.</summary>
    public static string Of(string skeleton)
    {
        var builder = new StringBuilder();
        var stop = 0;
        var lines = skeleton.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            builder.Append(index == 0 ? "" : "\n");
            if (lines[index].TrimEnd().EndsWith("**:", StringComparison.Ordinal))
            {
                builder.Append(Escape(lines[index].TrimEnd())).Append(" ${").Append(++stop).Append('}');
            }
            else if (IsBlankRow(lines[index]))
            {
                var cells = lines[index].Count(static character => character == '|') - 1;
                builder.Append('|');
                for (var cell = 0; cell < cells; cell++)
                {
                    builder.Append(" ${").Append(++stop).Append("} |");
                }
            }
            else
            {
                builder.Append(Escape(lines[index]));
            }
        }

        return builder.Append("$0").ToString();
    }

    /// <summary>A text without meaning to snippets.</summary>
    public static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("$", "\\$", StringComparison.Ordinal)
        .Replace("}", "\\}", StringComparison.Ordinal);

    private static bool IsBlankRow(string line) => line.Length > 2 && line[0] == '|' && line.AsSpan().IndexOfAnyExcept(' ', '|') < 0;
}
