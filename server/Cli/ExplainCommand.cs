using System.CommandLine;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Server.Cli;

/// <summary><c>explain</c>: shows the page of a rule.</summary>
internal static class ExplainCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var rule = new Argument<string>("rule") { Description = "The id (FW013) or name (missing-field) of a rule." };
        var command = new Command("explain", "Show what a rule checks, why, examples and how to fix them.") { rule };
        command.SetAction(result => Write(result.GetRequiredValue(rule), terminal));
        return command;
    }

    private static int Write(string idOrName, Terminal terminal)
    {
        if (RuleCatalog.Find(idOrName) is not { } rule)
        {
            var nearest = NearestWord.Of(idOrName, RuleCatalog.Descriptors.SelectMany(static rule => new[] { rule.Id, rule.Name }));
            throw new UsageException($"no rule has the id or name \"{idOrName}\"{(nearest is null ? "" : $"; did you mean \"{nearest}\"?")} (\"{Product.Command} rules\" lists them)");
        }

        terminal.Output.Write(RulePage.Of(rule).ForReaders());
        return ExitCode.Clean;
    }
}
