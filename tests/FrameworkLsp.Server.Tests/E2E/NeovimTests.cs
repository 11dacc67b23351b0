using System.Diagnostics;
using FrameworkLsp.Testing;
using NUnit.Framework;

namespace FrameworkLsp.Server.Tests.E2E;

[Category("E2E")]
[Category("Wire")]
internal sealed class NeovimTests
{
    private const int Skipped = 77;

    [Test]
    public async Task A_plan_can_be_edited_in_Neovim()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("The script needs a Unix shell.");
        }

        var native = Environment.GetEnvironmentVariable("FRAMEWORK_LSP_EXE");
        string[] server = string.IsNullOrEmpty(native) ? ["dotnet", Path.Combine(TestContext.CurrentContext.TestDirectory, "framework-lsp.dll")] : [native];
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in server.Prepend(Path.Combine(RepositoryRoot.Path, "tests", "e2e", "nvim", "run.sh")).Append("serve"))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode == Skipped)
        {
            Assert.Ignore(await output);
        }

        Assert.That(process.ExitCode, Is.Zero, await output + await errors);
        Assert.That(await output, Does.Contain("PASSED"));
    }
}
