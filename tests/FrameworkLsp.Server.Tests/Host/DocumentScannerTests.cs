using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Server.Host;

namespace FrameworkLsp.Server.Tests.Host;

[TestFixture]
internal sealed class DocumentScannerTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Finds_Markdown_files_and_nothing_else()
    {
        Write("a.md", "B.MD", "c.markdown", "d.mdx", "e.txt", "f/g.md", ".hidden/h.md", "node_modules/i.md", "x/node_modules/j.md", ".git/k.md", "md");

        Assert.That(Scan().Files, Is.EqualTo([".hidden/h.md", "B.MD", "a.md", "c.markdown", "f/g.md"]));
    }

    [Test]
    public void Does_not_follow_links()
    {
        Write("a/b.md");
        Directory.CreateSymbolicLink(_folder.Full("a/loop"), _folder.Path);
        File.CreateSymbolicLink(_folder.Full("a/c.md"), _folder.Full("a/b.md"));

        var result = Scan();

        Assert.That(result.Files, Is.EqualTo(["a/b.md"]));
        Assert.That(result.Counts.Links, Is.EqualTo(2));
    }

    [Test]
    public void Configurations_include_and_exclude()
    {
        Write("docs/a.md", "docs/b.draft.md", "archive/c.md", "archive/deep/d.md", "other/e.md", "docs/own/f.md", "docs/own/g.draft.md", "docs/own/skip/h.md");
        _folder.Write(".framework-lsp.yaml", "include: ['docs/**', 'archive/**']\nexclude: ['archive', '*.draft.md']\n");
        _folder.Write("docs/own/.framework-lsp.yaml", "exclude: ['skip/**']\n");

        var result = Scan();

        Assert.That(result.Files, Is.EqualTo(["docs/a.md", "docs/own/f.md"]));
        Assert.That(result.Configurations.Keys, Is.EquivalentTo(["", "docs/own"]));
        Assert.That(result.Counts.Excluded, Is.EqualTo(5), "archive as a whole, two drafts, what is not included, skip/h.md");
    }

    [Test]
    public void An_ignored_folder_is_scanned_when_it_is_named()
    {
        Write("out/a.md", "out/b.md", "c.md");
        _folder.Write(".gitignore", "out/\n");
        _folder.Write("out/.gitignore", "b.md\n");

        Assert.That(Scan().Files, Is.EqualTo(["c.md"]));
        Assert.That(Scan("", "out").Files, Is.EqualTo(["c.md", "out/a.md"]));
    }

    [Test]
    public void A_folder_below_the_root_is_under_the_rules_of_the_folders_above()
    {
        Write("a/b/c.md", "a/b/d.md", "a/b/e.md");
        _folder.Write("a/.gitignore", "/b/c.md\n");
        _folder.Write("a/.framework-lsp.yaml", "exclude: ['b/d.md']\n");

        Assert.That(Scan("a/b").Files, Is.EqualTo(["a/b/e.md"]));
    }

    [Test]
    public void A_folder_that_cannot_be_listed_is_a_notice()
    {
        var result = Scan("missing");

        Assert.That(result.Files, Is.Empty);
        Assert.That(result.Notices, Has.Length.EqualTo(1));
        Assert.That(result.Notices[0].Message, Does.StartWith("cannot be listed"));
    }

    [Test]
    public void Stops_when_cancelled()
    {
        Write("a.md");

        Assert.That(
            () => Scanner().Scan("", new CancellationToken(canceled: true)),
            Throws.InstanceOf<OperationCanceledException>());
    }

    private void Write(params string[] files)
    {
        foreach (var file in files)
        {
            _folder.Write(file, "");
        }
    }

    private DocumentScanner Scanner() => new(new WorkspaceRoot(_folder.Path), new ConfigurationLoader(static () => EmbeddedPacks.Default), null);

    private ScanResult Scan(params string[] folders)
    {
        var scanner = Scanner();
        foreach (var folder in folders is [] ? [""] : folders)
        {
            scanner.Scan(folder, CancellationToken.None);
        }

        return scanner.Result;
    }
}
