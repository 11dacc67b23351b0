using System.Diagnostics;
using CsCheck;
using FrameworkLsp.Server.Cli;

namespace FrameworkLsp.Server.Tests.Cli;

[TestFixture]
internal sealed class UnifiedDiffTests
{
    private static readonly Gen<string> Lines = Gen.Select(
        OneOf("a\n", "b\n", "c\n", "d\r\n", "\n").List[0, 40],
        OneOf("", "end"),
        static (lines, end) => string.Concat(lines) + end);

    [Test]
    public void Equal_texts_have_no_difference() => Assert.That(Diff("a\nb", "a\nb"), Is.Empty);

    [Test]
    public void Shows_three_lines_around_a_change()
    {
        var before = string.Concat(Enumerable.Range(1, 20).Select(static line => $"{line}\n"));

        var diff = Diff(before, before.Replace("10\n", "ten\n", StringComparison.Ordinal));

        Assert.That(diff, Is.EqualTo("--- a/x.md\n+++ b/x.md\n@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n"));
    }

    [Test]
    public void Says_where_a_line_end_is_missing() =>
        Assert.That(Diff("a\nb", "a\nb\n"), Is.EqualTo("--- a/x.md\n+++ b/x.md\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n"));

    [Test]
    public void Fills_an_empty_file() => Assert.That(Diff("", "a\n"), Is.EqualTo("--- a/x.md\n+++ b/x.md\n@@ -0,0 +1 @@\n+a\n"));

    [Test]
    public void The_changes_lead_from_one_text_to_the_other_and_are_few() => Gen.Select(Lines, Lines).Sample(
        (before, after) =>
        {
            List<string> old = [.. Split(before)], current = [.. Split(after)];
            var changes = LineDifference.Of(old, current);

            var rebuilt = new List<string>();
            var at = 0;
            foreach (var change in changes)
            {
                rebuilt.AddRange(old[at..change.OldStart]);
                Assert.That(rebuilt, Has.Count.EqualTo(change.NewStart));
                rebuilt.AddRange(current[change.NewStart..change.NewEnd]);
                at = change.OldEnd;
            }

            rebuilt.AddRange(old[at..]);
            Assert.That(rebuilt, Is.EqualTo(current));
            Assert.That(changes.Sum(static change => change.OldEnd - change.OldStart + change.NewEnd - change.NewStart), Is.EqualTo(old.Count + current.Count - (2 * LongestCommon(old, current))));
        },
        iter: 2_000);

    [Test]
    public async Task Git_applies_what_is_shown()
    {
        using var folder = new TemporaryFolder();
        var cases = new List<(string Before, string After)>();
        Gen.Select(Lines, Lines).Where(static pair => pair.Item1 != pair.Item2 && pair.Item1.Length > 0 && pair.Item2.Length > 0).Sample(pair => cases.Add(pair), iter: 30, threads: 1);
        using var diff = new StringWriter();
        for (var index = 0; index < cases.Count; index++)
        {
            folder.Write($"{index}.md", cases[index].Before);
            UnifiedDiff.Write($"{index}.md", cases[index].Before, cases[index].After, diff);
        }

        folder.Write("all.diff", diff.ToString());
        var info = new ProcessStartInfo("git", ["apply", "--whitespace=nowarn", "all.diff"]) { WorkingDirectory = folder.Path, UseShellExecute = false };
        info.Environment["GIT_CEILING_DIRECTORIES"] = Path.GetDirectoryName(folder.Path);
        using var git = Process.Start(info)!;
        await git.WaitForExitAsync();

        Assert.That(git.ExitCode, Is.Zero);
        Assert.That(cases.Select((_, index) => folder.Read($"{index}.md")), Is.EqualTo(cases.Select(static pair => pair.After)));
    }

    [Test]
    public void Texts_that_differ_everywhere_are_one_change()
    {
        var old = Enumerable.Range(0, 50_000).Select(static line => $"old {line}").ToList();
        var current = Enumerable.Range(0, 50_000).Select(static line => $"new {line}").ToList();

        Assert.That(LineDifference.Of(old, current), Is.EqualTo([new LineChange(0, 50_000, 0, 50_000)]));
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static string Diff(string before, string after)
    {
        using var output = new StringWriter();
        UnifiedDiff.Write("x.md", before, after, output);
        return output.ToString();
    }

    private static IEnumerable<string> Split(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var found and >= 0 ? found + 1 : text.Length;
            yield return text[start..end];
            start = end;
        }
    }

    private static int LongestCommon(List<string> left, List<string> right)
    {
        var lengths = new int[left.Count + 1, right.Count + 1];
        for (var row = 1; row <= left.Count; row++)
        {
            for (var column = 1; column <= right.Count; column++)
            {
                lengths[row, column] = left[row - 1] == right[column - 1]
                    ? lengths[row - 1, column - 1] + 1
                    : Math.Max(lengths[row - 1, column], lengths[row, column - 1]);
            }
        }

        return lengths[left.Count, right.Count];
    }
}
