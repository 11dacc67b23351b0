using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Server.Host;

namespace FrameworkLsp.Server.Tests.Host;

[TestFixture]
internal sealed class ConfigurationLoaderTests
{
    private TemporaryFolder _folder = null!;
    private ConfigurationLoader _loader = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _loader = new ConfigurationLoader(static () => EmbeddedPacks.Default);
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public void A_folder_without_a_file_has_no_configuration()
    {
        Assert.That(_loader.LoadFolder(_folder.Path), Is.Null);
        Assert.That(_loader.Problems, Is.Empty);
    }

    [Test]
    public void What_is_said_here_wins_over_what_is_extended()
    {
        _folder.Write("shared/.framework-lsp.yaml", """
            include: [shared]
            exclude: [a]
            rules: { FW000: off, FW999: error }
            kinds: [{ files: "x/**", kind: plan }]
            naming: { contexts: [one] }
            """);
        _folder.Write(".framework-lsp.yaml", """
            extends: shared
            include: [own]
            exclude: [b]
            rules: { rule-failure: hint }
            kinds: [{ files: "x/y/**", kind: none }]
            naming: { contexts: [two] }
            """);

        var configuration = _loader.LoadFolder(_folder.Path)!;

        Assert.That(_loader.Problems, Is.Empty);
        Assert.That(configuration.Include, Is.EqualTo(["own"]));
        Assert.That(configuration.Exclude, Is.EqualTo(["a", "b"]));
        Assert.That(configuration.Severities["FW000"], Is.EqualTo(Severity.Hint));
        Assert.That(configuration.Severities["FW999"], Is.EqualTo(Severity.Error));
        Assert.That(configuration.Kinds.Select(static kind => kind.Kind), Is.EqualTo([null, "plan"]));
        Assert.That(configuration.Naming.Contexts, Is.EqualTo(["one", "two"]));
        Assert.That(_loader.Files.Count(), Is.EqualTo(2));
    }

    [Test]
    public void A_circle_is_reported_where_it_closes()
    {
        var first = _folder.Write("a.yaml", "rules: { FW000: off }\nextends: b.yaml\n");
        var second = _folder.Write("b.yaml", "extends: ./a.yaml\n");

        var configuration = _loader.Load(first);

        Assert.That(configuration.Severities, Has.Count.EqualTo(1));
        Assert.That(_loader.Problems, Has.Length.EqualTo(1));
        Assert.That(_loader.Problems[0].FullPath, Is.EqualTo(second));
        Assert.That(_loader.Problems[0].Text.ToString(_loader.Problems[0].Span), Is.EqualTo("./a.yaml"));
        Assert.That(_loader.Problems[0].Message, Does.Contain("a.yaml -> b.yaml -> a.yaml"));
    }

    [Test]
    public void A_file_that_does_not_exist_is_reported_at_its_name()
    {
        var file = _folder.Write("a.yaml", "extends: missing.yaml\n");

        _loader.Load(file);
        _loader.Load(file);

        Assert.That(_loader.Problems, Has.Length.EqualTo(1));
        Assert.That(_loader.Problems[0].Text.ToString(_loader.Problems[0].Span), Is.EqualTo("missing.yaml"));
    }

    [Test]
    public void Problems_of_extended_files_name_those_files()
    {
        var file = _folder.Write("a.yaml", "extends: b.yaml\nwrong: 1\n");
        var extended = _folder.Write("b.yaml", "rules: { FW000: loud }\n");

        _loader.Load(file);

        Assert.That(_loader.Problems.Select(static problem => problem.FullPath), Is.EqualTo([file, extended]));
    }
}
