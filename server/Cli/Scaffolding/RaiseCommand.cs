using System.CommandLine;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding.Succession;

namespace FrameworkLsp.Server.Cli.Scaffolding;

/// <summary><c>raise</c>: raises a delivery to a level.</summary>
internal static class RaiseCommand
{
    private static readonly Argument<string> _file = new("file") { Description = "Any document of the delivery." };
    private static readonly Option<string> _level = new("--level", "-l") { Description = "The new maturity level, by number or name.", HelpName = "level", Required = true };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new ScaffoldOptions();
        var command = new Command("raise", "Raise a delivery to a higher maturity level: tell everything that becomes required, and edit all its documents. What people wrote stays.")
        {
            _file, _level, options.DryRun, options.Format.Option,
        };
        command.SetAction((result, cancellationToken) =>
        {
            var level = ScaffoldArguments.Level(EmbeddedPacks.Default, result.GetRequiredValue(_level))!.Value;
            return Task.FromResult(DeliveryChangeRun.Execute(
                result.GetRequiredValue(_file),
                options.In(result, hasOutput: false),
                terminal,
                (analysis, path) => DeliveryChange.Raise(analysis, path, level, ScaffoldWorkspace.Today, cancellationToken),
                cancellationToken));
        });
        return command;
    }
}
