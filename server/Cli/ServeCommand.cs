using System.CommandLine;
using FrameworkLsp.Server.Lsp;

namespace FrameworkLsp.Server.Cli;

/// <summary><c>serve</c>: runs the language server.</summary>
internal static class ServeCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var pipe = new Option<string?>("--pipe") { Description = "Connect to this named pipe or socket instead of standard input and output.", HelpName = "name" };
        var log = new Option<string?>("--log", "--log-file") { Description = "Log to a file instead of standard error.", HelpName = "file" };

        // Editors pass these by custom: the first is the default, the second comes again in the initialize request.
        var stdio = new Option<bool>("--stdio") { Description = "Speak over standard input and output (the default)." };
        var clientProcessId = new Option<int?>("--clientProcessId") { Hidden = true };
        var command = new Command("serve", "Run the language server, for editors.") { stdio, pipe, log, clientProcessId };
        command.SetAction((result, cancellationToken) => LanguageServerHost.RunAsync(
            new ServeOptions { PipeName = result.GetValue(pipe), LogFile = result.GetValue(log) },
            cancellationToken));
        return command;
    }
}
