using System.Diagnostics;
using FrameworkLsp.Testing;
using NUnit.Framework;

namespace FrameworkLsp.Server.Tests.E2E;

/// <summary>A scripted session in a real editor, in a folder of <c>tests/e2e</c>.</summary>
internal static class EditorSession
{
    private const int Skipped = 77;

    /// <summary>Runs the session with the server of this build, or the one that <c>FRAMEWORK_LSP_EXE</c> names. Ignored where there is no such editor.</summary>
    public static async Task RunAsync(string editor)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("The script needs a Unix shell.");
        }

        var native = Environment.GetEnvironmentVariable("FRAMEWORK_LSP_EXE");
        string[] server = string.IsNullOrEmpty(native) ? ["dotnet", Path.Combine(TestContext.CurrentContext.TestDirectory, "framework-lsp.dll")] : [native];
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var argument in server.Prepend(Path.Combine(RepositoryRoot.Path, "tests", "e2e", editor, "run.sh")).Append("serve"))
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
