using CsCheck;

namespace FrameworkLsp.Analyzers.Tests.Markdown;

/// <summary>Generates Markdown as people write it, and as they do not.</summary>
internal static class MarkdownGen
{
    private static readonly Gen<string> Inline = Gen.OneOf(
        "word", "two words", "план работ", "ё", "日本語", "📋", "✅ PASS", "⚠️", "👩‍💻", "**bold**", "*it*", "__b__", "`code`", "`a|b`", "`` a`b ``", "[text](target.md)",
        "[a *b*](x/y.md#z \"t\")", "![alt](i.png)", "[![x](y)](z)", "[ref]", "[t][ref]", "<https://a.b>", "http://c.d/e?f=g", "a \\| b", "a\\*b", "<!-- note -->", "<br>", "<ctr>", "&amp; &lt;",
        "snake_case_name", "3", "≥ 80%", "~~old~~", "`open", "[open", "(paren)", "10:30", "path/file.cs:12", "a: b", "\tTab", "x\\", "{placeholder}", "**Name**: value", "|", "---", "Ω\u00A0nbsp");

    private static readonly Gen<string> Line = Inline.Array[1, 4].Select(static parts => string.Join(' ', parts));

    private static readonly Gen<string> Heading = Gen.Select(Gen.Int[1, 7], Line, Gen.OneOf("", " #", " ##  ")).Select(static (level, text, tail) => new string('#', level) + " " + text + tail);

    private static readonly Gen<string> FieldText = Gen.Select(Gen.OneOf("**{0}**: {1}", "**{0}:** {1}", "{0}: {1}", "**{0}** (x): {1}", "📋 **{0}**: {1}", "**{0}**:", "{0}:", "**{0}**", "**A**: {0} | **B**: {1}"), Inline, Line)
        .Select(static (format, name, value) => format.Replace("{0}", name, StringComparison.Ordinal).Replace("{1}", value, StringComparison.Ordinal));

    private static readonly Gen<string> Paragraph = Gen.OneOf(Line, FieldText).Array[1, 4].Select(static lines => string.Join('\n', lines));

    private static readonly Gen<string> Table = Gen.Select(Gen.Int[1, 3], Inline.Array[0, 14], Gen.Bool).Select(static (columns, cells, bare) =>
    {
        var rows = new List<string> { Row(Enumerable.Repeat("Head", columns), bare), Row(Enumerable.Repeat("---", columns), bare) };
        rows.AddRange(cells.Chunk(columns).Select(row => Row(row, bare)));
        return string.Join('\n', rows);
    });

    private static readonly Gen<string> Fence = Gen.Select(Gen.OneOf("```", "````", "~~~"), Gen.OneOf("", "bash", "JSON x=y", " yaml ", "md"), Line.Array[0, 3], Gen.OneOf("", "```sh\nx\n```\n", "\n\ty\n"), Gen.Bool)
        .Select(static (marker, info, lines, middle, isClosed) => marker + info + "\n" + string.Concat(lines.Select(static line => line + "\n")) + middle + (isClosed ? marker : ""));

    private static readonly Gen<string> Other = Gen.OneOf("---", "***", "Title\n===", "Sub\ntitle\n---", "[ref]: <a.md> 't'", "[other]:\n  b.md", "<!-- framework-lsp-disable X -->", "<!--\nmany\nlines\n-->", "<details>\n<summary>x</summary>", "</details>", "    indented code", "#", ">", "-", "1.", "<!-- open");

    private static readonly Gen<string> Leaf = Gen.Frequency((3, Heading), (5, Paragraph), (3, Table), (2, Fence), (2, Other));

    private static readonly Gen<string> Item = Gen.Select(Gen.OneOf("- ", "* ", "1. ", "10) ", "- [ ] ", "- [x] "), Gen.Frequency((4, FieldText), (3, Paragraph), (1, Leaf)))
        .Select(static (marker, content) => marker + Indented(content, marker.Length > 4 ? "  " : new string(' ', marker.Length)));

    private static readonly Gen<string> List = Item.Array[1, 4].Select(static items => string.Join('\n', items));

    private static readonly Gen<string> NestedList = Gen.Select(Item, List).Select(static (item, list) => item + "\n  " + Indented(list, "  "));

    private static readonly Gen<string> Quote = Gen.Select(Gen.Frequency((3, Leaf), (1, List)), Gen.OneOf("> ", ">", "> > ")).Select(static (content, prefix) => prefix + Indented(content, prefix));

    private static readonly Gen<string> FrontMatter = Gen.Select(Gen.OneOf("type", "feature_id", "\"q\"", "a b", "tests"), Gen.OneOf("plan", "'x'", "[a, \"b\"]", "{a: 1}", "\n  - x\n  - y: z", "\n  in: 1", "a: b: c", "@x", "", "|\n  text", "*alias", "&a b", "\"\\U00110000\""), Gen.OneOf("---", "...", ""))
        .Select(static (key, value, end) => $"---\n{key}: {value}\nlast: 1\n{end}\n");

    private static readonly Gen<string> Block = Gen.Frequency((6, Leaf), (3, List), (2, NestedList), (2, Quote));

    /// <summary>A document with LF line ends.</summary>
    public static readonly Gen<string> Document = Gen.Select(
        Gen.Frequency((4, Gen.Const("")), (1, FrontMatter)),
        Gen.Select(Block, Gen.OneOf("\n", "\n\n", "\n\n", "  \n", "\n \n")).Select(static (block, end) => block + end).Array[0, 10],
        Gen.Bool).Select(static (front, blocks, endsWell) => (front + string.Concat(blocks)) is var text && endsWell ? text : text.TrimEnd('\n'));

    /// <summary>Any soup of the characters that mean something.</summary>
    public static readonly Gen<string> Soup = Gen.OneOf(
        "\n", "\r", "\r\n", "\t", " ", "  ", "    ", "#", "##", "-", "---", "|", "*", "**", "_", "`", "```", "~~~", ">", "[", "]", "(", ")", "](", "<", ">", "!", "<!--", "-->", ":", ": ", "\\", "1.", "=", "&", ";", "a", "B", "é",
        "\uD83D", "\uDCCB", "\0", "\uFEFF", "\u2028", "\u0085", "http://", "www.", "[x]", "{", "}", "\"", "'", "@", "%", "?", "|-|", "\v", "\f")
        .Array[0, 60].Select(static parts => string.Concat(parts));

    private static string Row(IEnumerable<string> cells, bool bare) => bare ? string.Join(" | ", cells) : "| " + string.Join(" | ", cells) + " |";

    private static string Indented(string text, string prefix) => text.Replace("\n", "\n" + prefix, StringComparison.Ordinal);
}
