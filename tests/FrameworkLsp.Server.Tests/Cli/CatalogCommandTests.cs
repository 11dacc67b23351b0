using System.Text.Json;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Server.Tests.Cli;

/// <summary>The commands that show what the product knows, run as a user would.</summary>
[TestFixture]
[Category("Wire")]
internal sealed class CatalogCommandTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task Version_is_one_line() =>
        Assert.That(await RunAsync("version"), Has.Property(nameof(CliResult.Output)).Match(@"^framework-lsp \d+\.\d+\.\d+\n$").And.Property(nameof(CliResult.ExitCode)).Zero);

    [Test]
    public async Task Rules_lists_every_rule()
    {
        var text = await RunAsync("rules");
        var json = await RunAsync("rules", "--format", "json");

        var ids = RuleCatalog.Descriptors.Select(static rule => rule.Id).ToList();
        Assert.That(text.Lines.Skip(1).Select(static line => line.Split(' ')[0]), Is.EqualTo(ids));
        using var document = JsonDocument.Parse(json.Output);
        Assert.That(document.RootElement.EnumerateArray().Select(static rule => rule.GetProperty("id").GetString()), Is.EqualTo(ids));
    }

    [Test]
    public async Task Kinds_lists_every_kind()
    {
        var text = await RunAsync("kinds");
        var json = await RunAsync("kinds", "--format", "json");

        var ids = EmbeddedPacks.Default.Kinds.Select(static kind => kind.Id).ToList();
        Assert.That(text.Lines.Skip(1).Select(static line => line.Split(' ')[0]), Is.EqualTo(ids));
        using var document = JsonDocument.Parse(json.Output);
        Assert.That(document.RootElement.EnumerateArray().Select(static kind => kind.GetProperty("id").GetString()), Is.EqualTo(ids));
    }

    [Test]
    public async Task Reading_depends_on_level_and_modules()
    {
        var low = await RunAsync("reading", "--stage", "4.3", "--level", "1");
        var high = await RunAsync("reading", "--stage", "4.3", "--level", "3", "--modules", "Workers", "--format", "json");
        var unknown = await RunAsync("reading", "--stage", "9");

        Assert.That(low.Output, Does.StartWith("4.3 Business Logic (Core)\n  docs/").And.Contain("docs/atomic/services/fastapi/routing-patterns.md").And.Not.Contain("structured-logging"));
        using var document = JsonDocument.Parse(high.Output);
        var item = document.RootElement.GetProperty("read").EnumerateArray().Single(static item => item.GetProperty("path").GetString()!.EndsWith("custom-metrics.md", StringComparison.Ordinal));
        Assert.That(item.GetProperty("note").GetString(), Is.EqualTo("from level 3"));
        Assert.That(unknown.ExitCode, Is.EqualTo(2));
        Assert.That(unknown.Error, Does.Contain("there is no stage \"9\""));
    }

    [TestCase("FW003")]
    [TestCase("fw003")]
    [TestCase("missing-title")]
    public async Task Explain_shows_the_page(string rule)
    {
        var result = await RunAsync("explain", rule);

        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Output, Does.StartWith("# FW003").And.Contain("## Why it matters"));
        Assert.That(result.Output, Does.Not.Contain("<!--!"), "expectations are for tests");
    }

    [Test]
    public async Task Explain_knows_what_was_meant()
    {
        var result = await RunAsync("explain", "missing-titel");

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.Contain("did you mean \"missing-title\"?"));
    }

    [Test]
    public async Task Init_writes_a_configuration_once()
    {
        var first = await RunAsync("init");
        var second = await RunAsync("init");
        var forced = await RunAsync("init", ".", "--force");

        Assert.That(first.ExitCode, Is.Zero);
        Assert.That(_folder.Read(ConfigurationReader.FileName), Does.StartWith("# Configuration of Framework LSP."));
        Assert.That(second.ExitCode, Is.EqualTo(2));
        Assert.That(second.Error, Does.Contain("exists already"));
        Assert.That(forced.ExitCode, Is.Zero);
        Assert.That((await RunAsync("init", "missing")).ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Schema_is_JSON()
    {
        using var document = JsonDocument.Parse((await RunAsync("schema")).Output);

        Assert.That(document.RootElement.GetProperty("properties").EnumerateObject().Select(static property => property.Name), Does.Contain("rules"));
    }

    [TestCase("--help", 0)]
    [TestCase("lint --help", 0)]
    [TestCase("", 2)]
    [TestCase("lind", 2)]
    [TestCase("explain", 2)]
    public async Task Usage(string arguments, int exitCode)
    {
        var result = await RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.That(result.ExitCode, Is.EqualTo(exitCode));
        Assert.That(exitCode == 0 ? result.Output : result.Error, Does.Contain("framework-lsp"));
    }

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder.Path, arguments);
}
