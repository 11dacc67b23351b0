using System.CommandLine;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding.Succession;

namespace FrameworkLsp.Server.Cli.Scaffolding;

/// <summary><c>add-module</c>: adds modules to a delivery.</summary>
internal static class AddModuleCommand
{
    private static readonly Argument<string> _file = new("file") { Description = "Any document of the delivery." };
    private static readonly Argument<string> _modules = new("modules") { Description = "The modules, separated by commas; what they cannot do without comes along." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var options = new ScaffoldOptions();
        var command = new Command("add-module", "Add optional modules to a delivery: tell everything that becomes required, and edit all its documents. What people wrote stays.")
        {
            _file, _modules, options.DryRun, options.Format.Option,
        };
        command.SetAction((result, cancellationToken) =>
        {
            var modules = ScaffoldArguments.Modules(EmbeddedPacks.Default, result.GetRequiredValue(_modules))!.Value;
            return Task.FromResult(DeliveryChangeRun.Execute(
                result.GetRequiredValue(_file),
                options.In(result, hasOutput: false),
                terminal,
                (analysis, path) => DeliveryChange.AddModules(analysis, path, modules, ScaffoldWorkspace.Today, cancellationToken),
                cancellationToken));
        });
        return command;
    }
}
