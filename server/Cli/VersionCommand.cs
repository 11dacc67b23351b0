using System.CommandLine;

namespace FrameworkLsp.Server.Cli;

/// <summary><c>version</c>: tells the version.</summary>
internal static class VersionCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new Command("version", "Tell the version.");
        command.SetAction(_ =>
        {
            terminal.Output.WriteLine($"{Product.Command} {Product.Version}");
            return ExitCode.Clean;
        });
        return command;
    }
}
