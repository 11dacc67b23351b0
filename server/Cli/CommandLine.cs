using System.CommandLine;
using FrameworkLsp.Server.Cli.Output;
using FrameworkLsp.Server.Cli.Scaffolding;

namespace FrameworkLsp.Server.Cli;

/// <summary>The command line as a whole: its commands, and what becomes of everything that goes wrong.</summary>
internal static class CommandLine
{
    private static readonly Option<bool> _verbose = new("--verbose")
    {
        Description = "Tell more: configuration files, the kind of every document, stack traces.",
        Recursive = true,
    };

    /// <summary>Runs a command line and tells the exit code.</summary>
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var result = Create(terminal).Parse(args);
        if (result.Errors.Count > 0)
        {
            foreach (var error in result.Errors)
            {
                terminal.Error.WriteLine($"error: {Printable.Of(error.Message)}");
            }

            terminal.Error.WriteLine($"Try \"{Product.Command} --help\".");
            return ExitCode.Failure;
        }

        using var interruption = new Interruption();
        try
        {
            var invocation = new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await result.InvokeAsync(invocation, interruption.Token);
        }
        catch (UsageException exception)
        {
            terminal.Error.WriteLine($"error: {Printable.Of(exception.Message)}");
            return ExitCode.Failure;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            return ExitCode.Interrupted;
        }
        catch (Exception exception)
        {
            var innermost = exception is AggregateException aggregate ? aggregate.GetBaseException() : exception;
            terminal.Error.WriteLine($"internal error: {Printable.Of(innermost.Message)}");
            terminal.Error.WriteLine(result.GetValue(_verbose) ? exception.ToString() : "Run with --verbose for details, and please report it.");
            return ExitCode.Failure;
        }
    }

    private static RootCommand Create(Terminal terminal)
    {
        var root = new RootCommand("Checks the documents of the microservice development workflow: in the terminal, in CI and, as a language server, in editors.")
        {
            LintCommand.Create(terminal, _verbose),
            RulesCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            KindsCommand.Create(terminal),
            ReadingCommand.Create(terminal),
            AddModuleCommand.Create(terminal),
            NewCommand.Create(terminal),
            NextCommand.Create(terminal),
            RaiseCommand.Create(terminal),
            StatusCommand.Create(terminal),
            InitCommand.Create(terminal),
            SchemaCommand.Create(terminal),
            ServeCommand.Create(),
            VersionCommand.Create(terminal),
        };
        root.Options.Add(_verbose);
        return root;
    }
}
