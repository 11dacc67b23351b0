using System.Text.Json;

namespace FrameworkLsp.Server.Tests.Cli;

/// <summary>Runs the executable as a user would.</summary>
[TestFixture]
[Category("Wire")]
internal sealed class LintCommandTests
{
    /// <summary>A plan without a title: FW003 (missing-title), an error, with an unsafe fix.</summary>
    private const string Untitled = "\n## Summary\n\n**Maturity Level**: 2 - Development\n";

    /// <summary>A plan with a suppression that suppresses nothing: FW999 (unused-suppression), a warning, with a safe fix.</summary>
    private const string Suppressed = "# Implementation Plan: Demo\n\n<!-- framework-lsp-disable-next-line FW003: reason -->\n## Summary\n\n**Maturity Level**: 2 - Development\n";

    private const string Fixed = "# Implementation Plan: Demo\n\n## Summary\n\n**Maturity Level**: 2 - Development\n";

    private const string Plan = "artifacts/plans/implementation-plan.md";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _folder.MakeFolder(".git");
    }

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task Findings_are_on_standard_output_and_the_summary_is_not()
    {
        _folder.Write(Plan, Untitled);

        var result = await LintAsync("--select", "FW003");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Output, Does.StartWith("error[FW003] missing-title:"));
        Assert.That(result.Output, Does.Contain($"--> {Plan}:2:4"));
        Assert.That(result.Output, Does.Contain("2 | ## Summary\n  |    ^^^^^^^\n"));
        Assert.That(result.Output, Does.Contain("= why:").And.Contain("= fix:"));
        Assert.That(result.Output, Does.Not.Contain("\u001b"), "no colours in a pipe");
        Assert.That(result.Error, Does.Contain("1 finding: 1 error."));
        Assert.That(result.Error, Does.Contain("Understood 1 document in 1 Markdown file (1 Implementation Plan): 1 delivery, 0 requirements."));
    }

    [Test]
    public async Task A_clean_run_exits_with_0_and_says_what_it_saw()
    {
        _folder.Write(Plan, Fixed);

        var result = await LintAsync("--select", "FW003");

        Assert.That(result, Is.EqualTo(new CliResult(0, "", "No findings.\nUnderstood 1 document in 1 Markdown file (1 Implementation Plan): 1 delivery, 0 requirements.\n")));
    }

    [Test]
    public async Task Json_lines_are_a_stable_contract()
    {
        _folder.Write(Plan, "\uFEFF" + Untitled);

        var result = await LintAsync("--select", "missing-title", "--format", "jsonl", "--quiet");

        Assert.That(result.Error, Is.Empty);
        Assert.That(result.Lines, Has.Count.EqualTo(1));
        using var line = JsonDocument.Parse(result.Lines[0]);
        Assert.That(line.RootElement.EnumerateObject().Select(static property => property.Name), Is.EqualTo(["path", "rule", "name", "severity", "message", "range"]));
        Assert.That(result.Lines[0], Does.StartWith($"{{\"path\":\"{Plan}\",\"rule\":\"FW003\",\"name\":\"missing-title\",\"severity\":\"error\",\"message\":\""));
        Assert.That(result.Lines[0], Does.EndWith("\"range\":{\"start\":{\"line\":2,\"column\":4},\"end\":{\"line\":2,\"column\":11}}}"));
    }

    [Test]
    public async Task A_byte_order_mark_is_no_column()
    {
        _folder.Write(Plan, "\uFEFF## Summary\n\n**Maturity Level**: 2 - Development\n");

        var result = await LintAsync("--select", "FW003", "--format", "concise");

        Assert.That(result.Output, Does.StartWith($"{Plan}:1:4: error FW003 missing-title: "));
    }

    [Test]
    public async Task Paths_are_relative_to_the_current_folder()
    {
        _folder.Write(Plan, Untitled);
        _folder.MakeFolder("services");

        var result = await CliProcess.RunAsync(_folder.Full("services"), "lint", "..", "--select", "FW003", "--format", "concise");

        Assert.That(result.Output, Does.StartWith($"../{Plan}:2:4:"));
    }

    [Test]
    public async Task A_file_of_another_repository_has_its_own_root()
    {
        _folder.Write("other/.git/HEAD", "");
        _folder.Write("other/.framework-lsp.yaml", "rules: { FW003: warning }\n");
        _folder.Write("other/" + Plan, Untitled);
        _folder.Write("here/.git/HEAD", "");

        var result = await CliProcess.RunAsync(_folder.Full("here"), "lint", "../other/" + Plan, "--select", "FW003", "--format", "concise");

        Assert.That(result.Output, Does.StartWith($"../other/{Plan}:2:4: warning FW003"));
    }

    [Test]
    public async Task Only_the_files_asked_for_are_reported_but_their_siblings_are_known()
    {
        _folder.Write("artifacts/requirements/intake.md", "# Requirements Intake: Demo\n\n## Target Configuration\n\n- **Maturity Level**: 3 - Pre-Production\n");
        _folder.Write(Plan, Fixed);

        var result = await LintAsync(Plan, "--select", "FW801", "--format", "concise");

        Assert.That(result.Lines, Has.Count.EqualTo(1));
        Assert.That(result.Lines[0], Does.StartWith(Plan + ":5:"));
        Assert.That(result.Error, Does.Contain("Understood 1 document in 1 Markdown file"));
    }

    [TestCase("error", "--fail-level warning", 1)]
    [TestCase("warning", "--fail-level error", 0)]
    [TestCase("info", "", 1)]
    [TestCase("hint", "", 0)]
    [TestCase("hint", "--fail-level hint", 1)]
    [TestCase("warning", "--max-warnings 1", 0)]
    [TestCase("warning", "--max-warnings 0", 1)]
    [TestCase("info", "--max-warnings 0", 0)]
    [TestCase("error", "--max-warnings 9", 1)]
    public async Task The_severity_decides_the_exit_code(string severity, string arguments, int exitCode)
    {
        _folder.Write(Plan, Untitled);
        _folder.Write(".framework-lsp.yaml", $"rules: {{ FW003: {severity} }}\n");

        var result = await LintAsync(["--select", "FW003", "--format", "concise", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.That(result.Output, Does.Contain($": {severity} FW003"));
        Assert.That(result.ExitCode, Is.EqualTo(exitCode));
    }

    [Test]
    public async Task Fix_writes_what_is_safe()
    {
        _folder.Write(Plan, Suppressed.ReplaceLineEndings("\r\n"));

        var result = await LintAsync("--fix", "--select", "FW999");

        Assert.That(_folder.Read(Plan), Is.EqualTo(Fixed.ReplaceLineEndings("\r\n")));
        Assert.That(result.ExitCode, Is.Zero);
        Assert.That(result.Error, Does.StartWith("1 fixed, 0 remaining."));
    }

    [Test]
    public async Task Fix_leaves_what_is_unsafe_unless_it_is_allowed()
    {
        _folder.Write(Plan, Untitled);

        var safe = await LintAsync("--fix", "--select", "FW003");
        var untouched = _folder.Read(Plan);
        var allowed = await LintAsync("--fix", "--unsafe-fixes", "--select", "FW003");

        Assert.That(safe.ExitCode, Is.EqualTo(1));
        Assert.That(safe.Error, Does.StartWith("0 fixed, 1 remaining."));
        Assert.That(untouched, Is.EqualTo(Untitled));
        Assert.That(allowed.Error, Does.StartWith("1 fixed, 0 remaining."));
    }

    [Test]
    public async Task Diff_shows_and_changes_nothing()
    {
        _folder.Write(Plan, Suppressed);

        var result = await LintAsync("--diff", "--select", "FW999");

        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(result.Output, Does.StartWith($"--- a/{Plan}\n+++ b/{Plan}\n@@ -1,6 +1,5 @@\n"));
        Assert.That(result.Output, Does.Contain("\n-<!-- framework-lsp-disable-next-line FW003: reason -->\n"));
        Assert.That(result.Error, Does.Contain("Would fix 1 finding in 1 file; 0 would remain."));
        Assert.That(_folder.Read(Plan), Is.EqualTo(Suppressed));
        Assert.That((await LintAsync("--diff", "--select", "FW003")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_file_that_is_not_valid_text_is_checked_but_never_changed()
    {
        byte[] bytes = [.. System.Text.Encoding.UTF8.GetBytes(Suppressed), 0xFF];
        var path = _folder.Write(Plan, bytes);

        var result = await LintAsync("--fix", "--select", "FW999");

        Assert.That(result.Error, Does.Contain($"warning: {Plan} is not valid UTF-8 at byte {bytes.Length - 1}"));
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(await File.ReadAllBytesAsync(path), Is.EqualTo(bytes));
    }

    [Test]
    public async Task Standard_input_stands_for_a_file()
    {
        var named = await CliProcess.RunAsync(_folder.Path, Untitled, ["lint", "--stdin-filename", Plan, "--select", "FW003", "--format", "concise"]);
        var dashed = await CliProcess.RunAsync(_folder.Path, Untitled, ["lint", "-", "--stdin-filename", Plan, "--select", "FW003", "--format", "concise"]);

        Assert.That(named.Output, Does.StartWith($"{Plan}:2:4: error FW003"));
        Assert.That(dashed, Is.EqualTo(named));
        Assert.That(named.Error, Does.Not.Contain("cannot be read"));
    }

    [Test]
    public async Task Fixing_standard_input_writes_to_standard_output()
    {
        _folder.Write(Plan, "untouched");

        var result = await CliProcess.RunAsync(_folder.Path, Suppressed, ["lint", "--stdin-filename", Plan, "--select", "FW999", "--fix"]);

        Assert.That(result.Output, Is.EqualTo(Fixed));
        Assert.That(_folder.Read(Plan), Is.EqualTo("untouched"));
    }

    [Test]
    public async Task The_report_can_go_to_a_file()
    {
        _folder.Write(Plan, Untitled);

        var result = await LintAsync("--select", "FW003", "--format", "sarif", "-o", "report.sarif");

        Assert.That(result.Output, Is.Empty);
        Assert.That(result.ExitCode, Is.EqualTo(1));
        Assert.That(_folder.Read("report.sarif"), Does.Contain("\"ruleId\": \"FW003\""));
    }

    [Test]
    public async Task Statistics_count_and_time_each_rule()
    {
        _folder.Write(Plan, Untitled);

        var lines = (await LintAsync("--select", "FW003", "--statistics")).Error.Split('\n');

        Assert.That(lines[0], Does.Match(@"^findings +ms +share +rule$"));
        Assert.That(lines[1], Does.Match(@"^ +1 +\d+\.\d\d +\d+\.\d % +FW003 +missing-title$"));
        Assert.That(lines, Has.One.Match(@"^ +0 +\d+\.\d\d +\d+\.\d % +FW013 +missing-field$"));
        Assert.That(lines, Has.One.Match(@"^ +\d+\.\d\d +100 % +parsing$"));
        Assert.That(lines, Has.One.Match(@"^ +\d+\.\d\d +\d+\.\d % +facts, which rules share$"));
        Assert.That(lines, Has.One.Match(@"^ +\d+\.\d\d +\d+\.\d % +looking up files, in none of the above$"));
        Assert.That(lines, Has.One.Match(@"^ +\d+\.\d\d +\d+\.\d % +collecting garbage, in none of the above$"));
    }

    [Test]
    public async Task A_broken_configuration_is_an_error_with_its_place()
    {
        _folder.Write(Plan, Untitled);
        _folder.Write(".framework-lsp.yaml", "rules:\n  FW003: loud\n");

        var result = await LintAsync();

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.StartWith(".framework-lsp.yaml:2:10: error: \"loud\" is no severity"));
    }

    [Test]
    public async Task A_configuration_can_be_named()
    {
        _folder.Write(Plan, Untitled);
        _folder.Write(".framework-lsp.yaml", "rules: { FW003: off }\n");
        _folder.Write("other.yaml", "rules: { FW003: hint }\n");

        var result = await LintAsync("--config", "other.yaml", "--format", "concise", "--ignore", "FW0,FW1,FW2,FW9");
        var named = await LintAsync("--config", "other.yaml", "--format", "concise", "--select", "FW003");

        Assert.That(result.Output, Does.Not.Contain("FW003"));
        Assert.That(named.Output, Does.Contain(": hint FW003"));
        Assert.That((await LintAsync("--config", "missing.yaml")).ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task The_nearest_configuration_decides()
    {
        _folder.Write("a/" + Plan, Untitled);
        _folder.Write("b/" + Plan, Untitled);
        _folder.Write(".framework-lsp.yaml", "rules: { FW003: warning }\n");
        _folder.Write("b/.framework-lsp.yaml", "rules: { FW003: info }\noverrides: [{ files: ['artifacts/**'], rules: { FW003: hint } }]\n");

        var result = await LintAsync("--select", "FW003", "--format", "concise");

        Assert.That(result.Lines.Select(static line => line.Split(' ')[1]), Is.EqualTo(["warning", "hint"]));
    }

    [TestCase("an empty folder", null, "There is no Markdown file")]
    [TestCase("a file of another project", "# Readme\n", "1 Markdown file was looked at")]
    public async Task Nothing_understood_is_an_error(string what, string? text, string message)
    {
        if (text is not null)
        {
            _folder.Write("README.md", text);
        }

        var result = await LintAsync();

        Assert.That(result.ExitCode, Is.EqualTo(2), what);
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.Contain("nothing was checked").And.Contain(message));
        Assert.That((await LintAsync("--allow-empty")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Says_what_was_left_out_when_nothing_was_understood()
    {
        _folder.Write(Plan, Untitled);
        _folder.Write(".gitignore", "artifacts/\n");

        Assert.That((await LintAsync()).Error, Does.Contain("1 ignored by git"));
    }

    [TestCase("missing.md", "does not exist")]
    [TestCase("none-*.md", "\"none-*.md\" matches no Markdown file")]
    [TestCase("--no-such-option", "There is no option")]
    [TestCase("--select=nonsense", "no rule has the id or name")]
    [TestCase("--format=xml", "Must be one of")]
    [TestCase("--max-warnings=-1", "not negative")]
    [TestCase("--fix --diff", "exclude each other")]
    [TestCase("-o missing/report.txt --allow-empty", "cannot be written")]
    public async Task Wrong_usage_exits_with_2(string arguments, string message)
    {
        _folder.Write("a.txt", "");

        var result = await LintAsync(arguments.Split(' '));

        Assert.That(result.ExitCode, Is.EqualTo(2));
        Assert.That(result.Output, Is.Empty);
        Assert.That(result.Error, Does.Contain(message));
        Assert.That(result.Error, Does.Not.Contain("   at "), "no stack trace");
    }

    [Test]
    public async Task A_named_file_that_cannot_be_read_makes_the_run_incomplete()
    {
        _folder.Write(Plan, Fixed);
        _folder.Write("binary.md", [1, 0, 2]);

        Assert.That((await LintAsync("--select", "FW003")).ExitCode, Is.Zero, "a scan goes on");
        Assert.That((await LintAsync("--select", "FW003", "binary.md", Plan)).ExitCode, Is.EqualTo(2));
    }

    [Test]
    public async Task Colours_can_be_forced()
    {
        _folder.Write(Plan, Untitled);

        Assert.That((await LintAsync("--select", "FW003", "--color", "always")).Output, Does.Contain("\u001b["));
    }

    private Task<CliResult> LintAsync(params string[] arguments) => CliProcess.RunAsync(_folder.Path, ["lint", .. arguments]);
}
