using System.CommandLine;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Server.Cli;

/// <summary><c>schema</c>: prints the JSON Schema of the configuration file.</summary>
internal static class SchemaCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var command = new Command("schema", "Print the JSON Schema of the configuration file, for editors.");
        command.SetAction(_ =>
        {
            terminal.Output.Write(ConfigurationSchema.Of(RuleCatalog.Descriptors, EmbeddedPacks.Default));
            return ExitCode.Clean;
        });
        return command;
    }
}
