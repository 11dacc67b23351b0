using System.Diagnostics;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Server.Host;

namespace FrameworkLsp.Server.Tests.Host;

[TestFixture]
internal sealed class IgnoreTests
{
    private const string RootIgnore = """
        # comment
        \#hash.md
        \!bang.md
        *.log.md
        !keep.log.md
        /root.md
        build/
        foo/*
        !foo/bar.md
        a/**/z.md
        **/deep/x.md
        dir/**
        [abc].md
        [!d-f]q.md
        sp\ ace.md
        q?.md
        doc/frotz/
        *.{md,txt}.md
        !/x/y.md
        [[:digit:]]n.md
        foo**bar.md
        unterminated[.md
        []-]z.md
        a\*b.md
        **
        !**
        !*/
        """;

    private static readonly string[] Files =
    [
        "#hash.md", "!bang.md", "a.log.md", "keep.log.md", "x/a.log.md", "x/keep.log.md", "root.md", "x/root.md", "build/a.md", "x/build/b.md", "build2/build.md",
        "foo/bar.md", "foo/baz.md", "foo/bar/q.md", "a/z.md", "a/b/z.md", "a/b/c/z.md", "a/b/c/y.md", "x/deep/x.md", "deep/x.md", "deep/y.md", "dir/a.md", "dir/b/c.md",
        "x/dir/a.md", "a.md", "d.md", "dq.md", "aq.md", "sp ace.md", "trail.md", "q1.md", "q.md", "doc/frotz/a.md", "x/doc/frotz/a.md", "f.{md,txt}.md", "f.md", "x/y.md",
        "1n.md", "an.md", "fooXbar.md", "foo/x/bar.md", "unterminated[.md", "]z.md", "-z.md", "az.md", "a*b.md", "aab.md", "normal.md", "sub/n.md", "sub/only.md",
        "sub/back/n.md", "sub/build/c.md", "info.md", "x/info.md", "Ünïcode.md",
    ];

    [Test]
    public async Task Ignores_what_git_ignores()
    {
        using var folder = new TemporaryFolder();
        await GitAsync(folder.Path, "init", "-q");
        foreach (var file in Files)
        {
            folder.Write(file, "text");
        }

        // Each line ends the last ignore file on its own, so that later lines cannot hide what earlier ones do.
        var lines = RootIgnore.Split('\n');
        folder.Write("sub/.gitignore", "n.md\n!back/n.md\n/only.md\r\n!build/\n");
        folder.Write(".git/info/exclude", "info.md\ntrail.md   \n!keep.log.md");
        for (var count = 1; count <= lines.Length; count++)
        {
            folder.Write(".gitignore", string.Join('\n', lines[..count]));

            var expected = await GitAsync(folder.Path, "-c", "core.quotepath=off", "ls-files", "-o", "--exclude-standard", "-z", "*.md");

            Assert.That(Scan(folder), Is.EqualTo(expected.Split('\0', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)), $"after the line \"{lines[count - 1]}\"");
        }
    }

    [Test]
    public void A_file_with_a_byte_order_mark_is_read()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".gitignore", "\uFEFFa.md\n");
        folder.Write("a.md", "");
        folder.Write("b.md", "");

        Assert.That(Scan(folder), Is.EqualTo(["b.md"]));
    }

    [Test]
    public void Many_stars_do_not_take_long()
    {
        using var folder = new TemporaryFolder();
        folder.Write(".gitignore", string.Concat(Enumerable.Repeat("**/*a*a*a*a*a*a*", 50)) + "b");
        var deep = string.Join('/', Enumerable.Repeat(new string('a', 40), 60));
        folder.Write(deep + "/x.md", "");

        Assert.That(Scan(folder), Has.Length.EqualTo(1));
    }

    private static string[] Scan(TemporaryFolder folder)
    {
        var scanner = new DocumentScanner(new WorkspaceRoot(folder.Path), new ConfigurationLoader(static () => EmbeddedPacks.Default), null);
        scanner.Scan("", CancellationToken.None);
        return [.. scanner.Result.Files];
    }

    private static async Task<string> GitAsync(string folder, params string[] arguments)
    {
        var info = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true };
        info.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        using var process = Process.Start(info)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero);
        return output;
    }
}
