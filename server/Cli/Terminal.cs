using System.Text;

namespace FrameworkLsp.Server.Cli;

/// <summary>The surroundings of a command: its streams, its folder and what the user wants to see in colour.</summary>
internal sealed record Terminal : IDisposable
{
    /// <summary>Takes findings and other results.</summary>
    public required TextWriter Output { get; init; }

    /// <summary>Takes everything else.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input.</summary>
    public required Func<Stream> OpenInput { get; init; }

    /// <summary>The absolute path of the current folder.</summary>
    public required string CurrentDirectory { get; init; }

    /// <summary>Whether results go to a terminal that shows colours and the user has not said no (<c>NO_COLOR</c>).</summary>
    public bool IsOutputColoured { get; init; }

    /// <summary>Whether messages go to a terminal, where a progress bar can be drawn.</summary>
    public bool IsErrorInteractive { get; init; }

    /// <summary>The surroundings of this process.</summary>
    public static Terminal OfProcess()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        // Terminals that cannot do more call themselves dumb.
        var isCapable = !string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        return new Terminal
        {
            Output = Writer(Console.OpenStandardOutput(), autoFlush: false),
            Error = Writer(Console.OpenStandardError(), autoFlush: true),
            OpenInput = Console.OpenStandardInput,
            CurrentDirectory = Environment.CurrentDirectory,
            IsOutputColoured = isCapable && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !Console.IsOutputRedirected,
            IsErrorInteractive = isCapable && !Console.IsErrorRedirected,
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
    }

    private static StreamWriter Writer(Stream stream, bool autoFlush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 15) { AutoFlush = autoFlush, NewLine = "\n" };
}
