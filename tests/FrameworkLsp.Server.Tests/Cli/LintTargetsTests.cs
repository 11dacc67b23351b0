using FrameworkLsp.Server.Cli;

namespace FrameworkLsp.Server.Tests.Cli;

[TestFixture]
internal sealed class LintTargetsTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void The_root_is_the_nearest_repository()
    {
        _folder.MakeFolder("repository/.git");
        _folder.Write("repository/docs/a.md", "");
        _folder.Write("repository/inner/.git", "gitdir: elsewhere");
        _folder.Write("repository/inner/b.md", "");

        Assert.That(Roots("repository/docs", "a.md", "../inner/b.md"), Is.EqualTo(["repository", "repository/inner"]));
    }

    [Test]
    public void Without_a_repository_the_root_is_the_current_folder()
    {
        _folder.Write("here/docs/a.md", "");
        _folder.Write("there/b.md", "");

        Assert.That(Roots("here", "docs/a.md", "docs", "../there/b.md", "."), Is.EqualTo(["here", "there"]));
    }

    [Test]
    public void Without_a_repository_the_root_is_the_nearest_folder_with_a_configuration()
    {
        _folder.Write("here/.framework-lsp.yaml", "");
        _folder.Write("here/docs/a.md", "");
        _folder.Write("there/.framework-lsp.yaml", "");
        _folder.Write("there/deep/b.md", "");

        Assert.That(Roots("here/docs", ".", "../../there/deep/b.md"), Is.EqualTo(["here", "there"]));
    }

    [TestCase("docs/a.md", "docs/a.md")]
    [TestCase("docs", "docs/a.md docs/deep/b.md")]
    [TestCase("docs/", "docs/a.md docs/deep/b.md")]
    [TestCase(".", "docs/a.md docs/deep/b.md docs2/c.md e.md")]
    [TestCase("*.md", "e.md")]
    [TestCase("**/*.md", "docs/a.md docs/deep/b.md docs2/c.md e.md")]
    [TestCase("docs/**/*.md", "docs/a.md docs/deep/b.md")]
    [TestCase("docs?/[a-c].md", "docs2/c.md")]
    [TestCase("./docs/*.md", "docs/a.md")]
    public void Paths_stand_for_files(string path, string expected)
    {
        string[] files = ["docs/a.md", "docs/deep/b.md", "docs2/c.md", "e.md"];
        foreach (var file in files)
        {
            _folder.Write(file, "");
        }

        var target = LintTargets.Resolve([path], _folder.Path, null)[0];

        Assert.That(files.Where(target.Includes), Is.EqualTo(expected.Split(' ')));
    }

    [TestCase("missing.md")]
    [TestCase("missing/*.md")]
    [TestCase("")]
    [TestCase("a\0b")]
    public void What_does_not_exist_is_wrong_usage(string path) =>
        Assert.That(() => LintTargets.Resolve([path], _folder.Path, null), Throws.TypeOf<UsageException>());

    private IEnumerable<string> Roots(string current, params string[] paths) =>
        LintTargets.Resolve(paths, _folder.Full(current), null).Select(target => Path.GetRelativePath(_folder.Path, target.Root.FullPath).Replace('\\', '/'));
}
