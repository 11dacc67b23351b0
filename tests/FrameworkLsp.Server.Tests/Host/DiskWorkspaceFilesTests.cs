using FrameworkLsp.Server.Host;

namespace FrameworkLsp.Server.Tests.Host;

[TestFixture]
internal sealed class DiskWorkspaceFilesTests
{
    private TemporaryFolder _folder = null!;
    private DiskWorkspaceFiles _files = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _folder.MakeFolder("root");
        _files = new DiskWorkspaceFiles(new WorkspaceRoot(_folder.Full("root")));
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void Names_count_with_their_case()
    {
        _folder.Write("root/Docs/Plan.md", "");

        Assert.That(_files.Exists("Docs/Plan.md"), Is.True);
        Assert.That(_files.Exists("Docs"), Is.True);
        Assert.That(_files.Exists("Docs/"), Is.True);
        Assert.That(_files.Exists(""), Is.True);
        Assert.That(_files.Exists("docs/Plan.md"), Is.False);
        Assert.That(_files.Exists("Docs/plan.md"), Is.False);
        Assert.That(_files.Exists("Docs/Plan.md/x"), Is.False);
        Assert.That(_files.Exists("missing/deep/Plan.md"), Is.False);
    }

    [Test]
    public void Nothing_is_known_of_what_is_outside()
    {
        _folder.Write("outside.txt", "secret");

        Assert.That(_files.Exists("../missing.txt"), Is.True);
        Assert.That(_files.Exists("a/../../missing.txt"), Is.True);
        Assert.That(_files.Exists("a..b"), Is.False);
        Assert.That(_files.ReadText("../outside.txt"), Is.Null);
    }

    [Test]
    public void A_link_that_leads_out_is_not_read()
    {
        File.CreateSymbolicLink(_folder.Full("root/link.txt"), _folder.Write("outside.txt", "secret"));

        Assert.That(_files.Exists("link.txt"), Is.True);
        Assert.That(_files.ReadText("link.txt"), Is.Null);
    }

    [Test]
    public void Texts_are_read()
    {
        _folder.Write("root/a.txt", "text");
        _folder.Write("root/empty.txt", "");

        Assert.That(_files.ReadText("a.txt"), Is.EqualTo("text"));
        Assert.That(_files.ReadText("empty.txt"), Is.Empty);
        Assert.That(_files.ReadText("missing.txt"), Is.Null);
        Assert.That(_files.ReadText(""), Is.Null);
    }

    [Test]
    public void Reports_are_found_by_name_even_when_git_ignores_them()
    {
        _folder.Write("root/.gitignore", "*.xml\n");
        _folder.Write("root/b/coverage.xml", "");
        _folder.Write("root/a/deep/coverage.xml", "");
        _folder.Write("root/node_modules/x/coverage.xml", "");
        _folder.Write("root/.git/coverage.xml", "");
        Directory.CreateSymbolicLink(_folder.Full("root/a/loop"), _folder.Full("root"));

        Assert.That(_files.FindByName("coverage.xml"), Is.EqualTo(["a/deep/coverage.xml", "b/coverage.xml"]));
        Assert.That(_files.FindByName("Coverage.xml"), Is.Empty);
    }

    [Test]
    public void The_files_of_a_name_are_sorted_once_however_many_documents_ask()
    {
        _folder.Write("root/a/intake.md", "");
        _folder.Write("root/b/intake.md", "");

        var (named, ending) = (_files.FindByName("intake.md"), _files.FindByEnding("a/intake.md"));

        Assert.That(_files.FindByName("intake.md"), Is.SameAs(named));
        Assert.That(_files.FindByEnding("a/intake.md"), Is.SameAs(ending));
    }

    [Test]
    public void A_path_is_found_by_its_end()
    {
        _folder.Write("root/services/api/app/main.py", "");
        _folder.Write("root/services/bot/app/main.py", "");
        _folder.Write("root/services/worker/app/main.py", "");
        _folder.Write("root/main.py", "");

        Assert.That(_files.FindByEnding("api/app/main.py"), Is.EqualTo(["services/api/app/main.py"]));
        Assert.That(_files.FindByEnding("app/main.py"), Is.EqualTo(["services/api/app/main.py", "services/bot/app/main.py"]), "two are enough to know that it is not one");
        Assert.That(_files.FindByEnding("pi/app/main.py"), Is.Empty);
        Assert.That(_files.FindByEnding("services/api/app/main.py"), Is.EqualTo(["services/api/app/main.py"]));
    }

    [Test]
    public void Answers_are_kept_until_they_are_refreshed()
    {
        Assert.That(_files.Exists("a.md"), Is.False);
        Assert.That(_files.FindByName("a.md"), Is.Empty);
        var revision = _files.Revision;
        _folder.Write("root/a.md", "");

        Assert.That(_files.Exists("a.md"), Is.False);
        _files.Refresh();

        Assert.That(_files.Revision, Is.Not.EqualTo(revision));
        Assert.That(_files.Exists("a.md"), Is.True);
        Assert.That(_files.FindByName("a.md"), Is.EqualTo(["a.md"]));
    }
}
