using System.Diagnostics;
using System.Text;

namespace FrameworkLsp.Testing;

/// <summary>What a finished run of the executable left behind.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record CliResult(int ExitCode, string Output, string Error)
{
    /// <summary>The lines of standard output without the empty one at the end.</summary>
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>
/// Runs the built executable: the assembly beside the tests, or the native binary that the environment variable
/// <c>FRAMEWORK_LSP_EXE</c> names.
/// </summary>
public static class CliProcess
{
    private const string ExecutableVariable = "FRAMEWORK_LSP_EXE";

    // Long enough for a loaded machine; reaching it means that the process hangs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>How to start the executable with all three streams redirected, for tests that talk to it.</summary>
    /// <param name="workingDirectory">The current folder of the process.</param>
    /// <param name="arguments">The arguments.</param>
    public static ProcessStartInfo StartInfo(string workingDirectory, params IEnumerable<string> arguments)
    {
        var native = Environment.GetEnvironmentVariable(ExecutableVariable);
        var info = new ProcessStartInfo
        {
            FileName = string.IsNullOrEmpty(native) ? "dotnet" : native,
            WorkingDirectory = workingDirectory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (string.IsNullOrEmpty(native))
        {
            info.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "framework-lsp.dll"));
        }

        // A runtime that is killed leaves the socket of its diagnostics behind.
        info.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        return info;
    }

    /// <summary>Runs the executable to its end.</summary>
    public static Task<CliResult> RunAsync(string workingDirectory, params IEnumerable<string> arguments) =>
        RunAsync(workingDirectory, null, arguments);

    /// <summary>Runs the executable to its end with a text on standard input.</summary>
    /// <param name="workingDirectory">The current folder of the process.</param>
    /// <param name="input">The text; null for none.</param>
    /// <param name="arguments">The arguments.</param>
    public static async Task<CliResult> RunAsync(string workingDirectory, string? input, IEnumerable<string> arguments)
    {
        using var process = Process.Start(StartInfo(workingDirectory, arguments)) ?? throw new InvalidOperationException("The executable did not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
        }

        process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException exception)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"framework-lsp {string.Join(' ', arguments)} did not end.", exception);
        }

        return new CliResult(process.ExitCode, await output, await error);
    }
}
