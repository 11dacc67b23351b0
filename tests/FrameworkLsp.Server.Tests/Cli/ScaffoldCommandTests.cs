using System.Text.Json;

namespace FrameworkLsp.Server.Tests.Cli;

/// <summary>The commands that write documents, run as a user would.</summary>
[TestFixture]
[Category("Wire")]
internal sealed class ScaffoldCommandTests
{
    private const string Intake = "artifacts/requirements/intake.md";
    private const string Plan = "artifacts/plans/implementation-plan.md";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task New_writes_to_the_usual_place_and_never_over_a_file()
    {
        var first = await RunAsync("new", "intake", "--level", "3", "--modules", "workers", "--project", "Loan Desk");
        Assert.That(first.ExitCode, Is.Zero, first.Error);
        Assert.That(first.Error, Does.Contain("Wrote artifacts/requirements/intake.md").And.Contain("RabbitMQ comes with Workers"));
        var text = Read(Intake);
        Assert.That(text, Does.StartWith("# Requirements Intake: Loan Desk\n").And.Contain("3 - Pre-Production").And.Contain("Workers, RabbitMQ"));

        var second = await RunAsync("new", "intake");
        Assert.That(second.ExitCode, Is.EqualTo(2));
        Assert.That(second.Error, Does.Contain("exists already; --force replaces it"));
        Assert.That(Read(Intake), Is.EqualTo(text));

        var plan = await RunAsync("new", "plan");
        Assert.That(plan.ExitCode, Is.Zero, plan.Error);
        Assert.That(Read(Plan), Does.StartWith("# Implementation Plan: Loan Desk\n").And.Contain("## Phase 4: Background Workers").And.Not.Contain("## Phase 5"));

        var lint = await RunAsync("lint", "--fail-level", "error", "--format", "concise");
        Assert.That(lint.ExitCode, Is.Zero, lint.Output);
    }

    [Test]
    public async Task New_shows_without_writing()
    {
        var text = await RunAsync("new", "plan", "-l", "1", "-m", "none", "-o", "-");
        Assert.That(text.Output, Does.StartWith("# Implementation Plan\n").And.Contain("- **Optional Modules**: none\n"));
        var diff = await RunAsync("new", "plan", "-l", "1", "-m", "none", "--dry-run");
        Assert.That(diff.Output, Does.StartWith($"--- a/{Plan}\n+++ b/{Plan}\n@@ -0,0 +1,"));
        using var json = JsonDocument.Parse((await RunAsync("new", "plan", "-l", "1", "-m", "none", "--dry-run", "--format", "json")).Output);
        var document = json.RootElement.GetProperty("documents")[0];
        Assert.Multiple(() =>
        {
            Assert.That(document.GetProperty("path").GetString(), Is.EqualTo(Plan));
            Assert.That(document.GetProperty("change").GetString(), Is.EqualTo("create"));
            Assert.That(document.GetProperty("text").GetString(), Is.EqualTo(text.Output));
            Assert.That(json.RootElement.GetProperty("written").GetBoolean(), Is.False);
            Assert.That(File.Exists(Path.Combine(_folder.Path, Plan)), Is.False);
        });
    }

    [TestCase("poem", null, "there is no kind \"poem\"; the kinds are prompt-validation")]
    [TestCase("plan", "--level=9", "there is no level \"9\"; the levels are 1 - PoC")]
    [TestCase("plan", "--modules=blockchain", "there is no module \"blockchain\"; the modules are Workers")]
    [TestCase("maturity-reference", null, "names no usual place")]
    [TestCase("plan", "--output=../plan.md", "is outside of")]
    public async Task Wrong_usage_is_explained(string kind, string? option, string message)
    {
        var result = await RunAsync([.. new[] { "new", kind, option }.OfType<string>()]);
        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Error, Does.StartWith("error: ").And.Contain(message));
    }

    [Test]
    public async Task Next_goes_from_a_prompt_to_a_plan()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "idea.md"), "# Loan Desk\n\nUsers should:\n- ask for loans\n- pay them back\n");
        var request = await RunAsync("next", "idea.md");
        Assert.That(request.ExitCode, Is.Zero, request.Error);
        const string Validation = "artifacts/requirements/prompt-validation.md";
        Assert.That((await RunAsync("next", Validation)).Error, Does.Contain("The answers are not complete"));
        var answered = System.Text.RegularExpressions.Regex.Replace(Read(Validation), @"(?m)^- \*\*(.+)\*\*:$", static line => line.Value + line.Groups[1].Value switch
        {
            "Target Maturity Level" => " 2",
            "Optional Modules" => " none",
            _ => " said",
        });
        File.WriteAllText(Path.Combine(_folder.Path, Validation), answered);
        Assert.That((await RunAsync("next", Validation)).ExitCode, Is.Zero);
        Assert.That((await RunAsync("next", Intake)).ExitCode, Is.Zero);
        Assert.That(Read(Plan), Does.Contain("| FR-002 | Pay them back").And.Contain("2 - Development"));
    }

    [Test]
    public async Task Next_merges_and_raise_edits_all_documents()
    {
        await RunAsync("new", "intake", "-l", "2", "-m", "none", "--project", "Loan Desk");
        await RunAsync("next", Intake);
        File.WriteAllText(Path.Combine(_folder.Path, Plan), Read(Plan).Replace("docker services healthy", "my own words", StringComparison.Ordinal));
        Assert.That((await RunAsync("next", Intake)).Error, Does.Contain("Everything is up to date."));

        var preview = await RunAsync("raise", Plan, "--level", "3", "--dry-run");
        Assert.That(preview.Error, Does.Contain("required now: Coverage of at least 80%").And.Contain("required now: Sub-stage 4.1c"));
        Assert.That(preview.Output, Does.Contain($"--- a/{Intake}").And.Contain($"--- a/{Plan}").And.Contain("+- **Maturity Level**: 3 - Pre-Production"));
        Assert.That(Read(Plan), Does.Contain("2 - Development"));

        Assert.That((await RunAsync("raise", Plan, "--level", "3")).ExitCode, Is.Zero);
        Assert.That((await RunAsync("add-module", Intake, "Workers")).Error, Does.Contain("required now: Module RabbitMQ").And.Contain($"Updated {Plan}."));
        Assert.That(Read(Plan), Does.Contain("3 - Pre-Production").And.Contain("my own words").And.Contain("## Phase 4: Background Workers"));
        Assert.That(Read(Intake), Does.Contain("3 - Pre-Production").And.Contain("Workers, RabbitMQ"));
        Assert.That((await RunAsync("raise", Plan, "--level", "3")).ExitCode, Is.EqualTo(2));
        Assert.That((await RunAsync("lint", "--fail-level", "error")).ExitCode, Is.Zero);
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(_folder.Path, path));

    private Task<CliResult> RunAsync(params string[] arguments) => CliProcess.RunAsync(_folder.Path, arguments);
}
