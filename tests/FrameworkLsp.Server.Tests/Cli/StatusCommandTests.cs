using System.Text.Json;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Server.Tests.Cli;

/// <summary><c>status</c>, run as a user would.</summary>
[TestFixture]
[Category("Wire")]
internal sealed class StatusCommandTests
{
    private static readonly string Sample = Path.Combine(RepositoryRoot.Path, "samples", "p2p-lending");

    [Test]
    public async Task The_stages_of_a_delivery_are_listed()
    {
        var result = await CliProcess.RunAsync(Sample, "status");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(result.Lines[0], Is.EqualTo("P2P Lending Platform | LEND-2025-014 | level 3 - Pre-Production | modules Workers, Bot, MongoDB, RabbitMQ, Redis"));
            Assert.That(result.Output, Does.Match(@"(?m)^  3  Architecture Mapping & Planning +approved +artifacts/plans/implementation-plan\.md$"));
            Assert.That(result.Output, Does.Match(@"(?m)^  0  AI Initialization +not needed$"));
            Assert.That(result.Output, Does.Contain("Requirements: 13, planned 13, checked 13, reported 13, done 12, out of scope 1"));
            Assert.That(result.Output, Does.Not.Contain("Next:"));
        });
    }

    [Test]
    public async Task What_comes_next_is_told_with_its_command()
    {
        using var folder = new TemporaryFolder();
        folder.Write("artifacts/requirements/intake.md", File.ReadAllText(Path.Combine(Sample, "artifacts/requirements/intake.md")));

        var text = await CliProcess.RunAsync(folder.Path, "status", "artifacts");
        var json = await CliProcess.RunAsync(folder.Path, "status", "--format", "json");

        Assert.That(text.Output, Does.Contain("Next: Create the Implementation Plan (framework-lsp next artifacts/requirements/intake.md)"));
        using var document = JsonDocument.Parse(json.Output);
        var delivery = document.RootElement.EnumerateArray().Single();
        Assert.Multiple(() =>
        {
            Assert.That(delivery.GetProperty("requestId").GetString(), Is.EqualTo("LEND-2025-014"));
            Assert.That(delivery.GetProperty("stages")[3].GetProperty("state").GetString(), Is.EqualTo("missing"));
            Assert.That(delivery.GetProperty("stages")[3].GetProperty("step").GetString(), Is.EqualTo("Create the Implementation Plan"));
            Assert.That(delivery.GetProperty("requirements").GetProperty("total").GetInt32(), Is.EqualTo(13));
        });
    }

    [Test]
    public async Task Without_a_delivery_it_fails()
    {
        using var folder = new TemporaryFolder();
        folder.Write("notes.md", "# Notes\n");

        var result = await CliProcess.RunAsync(folder.Path, "status");

        Assert.That((result.ExitCode, result.Output, result.Error), Is.EqualTo((2, "", "error: no delivery was found\n")));
    }
}
