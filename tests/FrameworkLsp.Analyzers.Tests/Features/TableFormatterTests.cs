using CsCheck;
using FrameworkLsp.Analyzers.Features.Formatting;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features;

public sealed class TableFormatterTests
{
    private const string Title = "# Implementation Plan: Lending\n\n- **Maturity Level**: 2\n\n";

    private static string Format(string text, string path = EditorText.PlanPath)
    {
        var editor = EditorText.At(path, "$$" + text, new(StringComparer.Ordinal));
        return SourceText.From(text).WithChanges(TableFormatter.Format(editor.File, range: null, CancellationToken.None)).ToString();
    }

    private static string FormatTyped(string marked)
    {
        var editor = EditorText.Plan(marked);
        return SourceText.From(editor.Text).WithChanges(TableFormatter.FormatTyped(editor.File, editor.Cursor, CancellationToken.None)).ToString();
    }

    [TestCase("|a|bb|\n|-|-|\n|long one|x|\n", "| a        | bb  |\n|----------|-----|\n| long one | x   |\n", TestName = "Columns_get_the_width_of_their_widest_cell")]
    [TestCase("| a | b |\n| :-- | --: |\n| 1 | 22222 |\n", "| a   |     b |\n| :-- | ----: |\n| 1   | 22222 |\n", TestName = "Colons_stay_and_numbers_lean_to_the_right")]
    [TestCase("| a | b |\n|:-:|---|\n| 12345 | |\n", "|   a   | b   |\n|:-----:|-----|\n| 12345 |     |\n", TestName = "Centred_columns_and_blank_cells")]
    [TestCase("a | b\n--- | ---\n1 | 2\n", "| a   | b   |\n| --- | --- |\n| 1   | 2   |\n", TestName = "Pipes_at_the_ends_are_added")]
    [TestCase("| 日本 | b |\n|---|---|\n| abcd | ✅ |\n| é | ⚠️ x |\n", "| 日本 | b    |\n|------|------|\n| abcd | ✅   |\n| é    | ⚠️ x |\n", TestName = "Wide_characters_take_two_columns")]
    [TestCase("| a | b |\n|---|---|\n| one |\n| `x\\|y` | 2 | three |\n", "| a      | b   |\n|--------|-----|\n| one    |\n| `x\\|y` | 2   | three |\n", TestName = "Rows_keep_the_cells_they_have")]
    [TestCase("- item\n\n  |a|b|\n  |-|-|\n  |1|2|\n", "- item\n\n  | a   | b   |\n  |-----|-----|\n  | 1   | 2   |\n", TestName = "Tables_of_lists_keep_their_indentation")]
    [TestCase("```\n|a|b|\n|-|-|\n```\n", "```\n|a|b|\n|-|-|\n```\n", TestName = "Code_is_left_alone")]
    public void Tables_are_aligned(string table, string expected) => Assert.That(Format(Title + table), Is.EqualTo(Title + expected));

    [Test]
    public void A_very_wide_cell_does_not_push_the_others_away()
    {
        var essay = new string('x', 500);

        Assert.That(Format(Title + $"| a | b |\n|---|---|\n| {essay} | y |\n"), Is.EqualTo(Title + $"| a   | b   |\n|-----|-----|\n| {essay} | y   |\n"));
    }

    [Test]
    public void Files_of_other_projects_are_left_alone() => Assert.That(Format("# Notes\n\n|a|b|\n|-|-|\n", "notes.md"), Is.EqualTo("# Notes\n\n|a|b|\n|-|-|\n"));

    [Test]
    public void A_range_aligns_the_tables_it_touches_only()
    {
        const string Text = Title + "|a|b|\n|-|-|\n\ntext\n\n|c|d|\n|-|-|\n";
        var editor = EditorText.Plan("$$" + Text);

        var changes = TableFormatter.Format(editor.File, new TextSpan(Text.IndexOf("|c", StringComparison.Ordinal), 1), CancellationToken.None);

        Assert.That(SourceText.From(Text).WithChanges(changes).ToString(), Is.EqualTo(Title + "|a|b|\n|-|-|\n\ntext\n\n| c   | d   |\n|-----|-----|\n"));
    }

    [TestCase("|a|b|\n|-|-|\n|one|two|$$", "| a   | b   |\n|-----|-----|\n| one | two |", TestName = "After_a_pipe")]
    [TestCase("|a|b|\n|-|-|\n|one|two|\n$$", "| a   | b   |\n|-----|-----|\n| one | two |\n", TestName = "After_the_end_of_a_row")]
    [TestCase("|a|b|\n|-|-|\n|one|two|\n\n$$", "|a|b|\n|-|-|\n|one|two|\n\n", TestName = "Not_further_below")]
    [TestCase("|a|b|\n|-|-|\n\na | $$", "|a|b|\n|-|-|\n\na | ", TestName = "Not_in_text")]
    public void What_is_typed_is_aligned(string typed, string expected) => Assert.That(FormatTyped(Title + typed), Is.EqualTo(Title + expected));

    [Test]
    public void Formatting_twice_is_formatting_once_and_cells_keep_what_is_in_them()
    {
        var cell = Gen.OneOf("", " ", "a", "FR-001", "日本", "✅", "`x`", "a\\|b", "x\\", "é", "👩‍👩‍👧", "**b**", "<br>", "  two  ");
        var row = Gen.Select(cell.Array[0, 4], Gen.Bool, Gen.Bool, static (cells, lead, trail) => (lead ? "|" : "") + string.Join('|', cells) + (trail ? "|" : ""));
        var table = Gen.Select(Gen.Int[1, 3], Gen.OneOf("-", "---", ":-", "-:", ":-:", " --- "), row.Array[0, 4], static (columns, delimiter, rows) =>
            $"| {string.Join(" | ", Enumerable.Repeat("head", columns))} |\n|{string.Concat(Enumerable.Repeat(delimiter + "|", columns))}\n{string.Concat(rows.Select(static line => line + "\n"))}");

        Gen.Select(table, Gen.OneOf("", "> ", "  "), static (text, prefix) => string.Concat(text.Split('\n').Select(line => line.Length == 0 ? "\n" : prefix + line + "\n"))).Sample(text =>
        {
            var once = Format(Title + text);
            Assert.That(Format(once), Is.EqualTo(once));
            Assert.That(Cells(once), Is.EqualTo(Cells(Title + text)));
        });
    }

    [Test]
    public void Samples_keep_their_findings()
    {
        foreach (var (path, text) in RepositoryFiles.In("samples").Where(static file => file.Key.EndsWith(".md", StringComparison.Ordinal)))
        {
            var once = Format(text, path);
            Assert.That(Format(once, path), Is.EqualTo(once), path);
            Assert.That(TestWorkspace.Lint(path, once).Select(static finding => finding.Rule.Id), Is.EqualTo(TestWorkspace.Lint(path, text).Select(static finding => finding.Rule.Id)), path);
        }
    }

    private static string Cells(string text) => string.Join('\n', MarkdownParser.Parse(text).Tables
        .SelectMany(static table => table.Rows.Prepend(table.Header))
        .Select(static row => string.Join('\t', row.Cells.Select(static cell => cell.Raw))));
}
