using System.CommandLine;
using System.Text.Json;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Server.Cli.Output;
using FrameworkLsp.Server.Cli.Scaffolding;

namespace FrameworkLsp.Server.Cli;

/// <summary><c>reading</c>: tells what is read at a stage of the workflow.</summary>
internal static class ReadingCommand
{
    private static readonly Option<string> _stage = new("--stage")
    {
        Description = "The stage or sub-stage, for example 3 or 4.3b.",
        HelpName = "stage",
        Required = true,
    };

    private static readonly Option<string?> _level = new("--level") { Description = "The maturity level, by number or name; without it nothing that depends on the level is read.", HelpName = "level" };

    private static readonly Option<string?> _modules = new("--modules") { Description = "The optional modules, separated by commas.", HelpName = "modules" };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var format = Catalog.FormatChoice();
        var command = new Command("reading", "Tell what is to be read at a stage of the workflow, for a level and modules.") { _stage, _level, _modules, format.Option };
        command.SetAction(result => Write(
            result.GetRequiredValue(_stage),
            result.GetValue(_level),
            result.GetValue(_modules),
            format.In(result),
            terminal.Output));
        return command;
    }

    private static int Write(string stage, string? level, string? modules, CatalogFormat format, TextWriter output)
    {
        var definition = EmbeddedPacks.Default;
        if (!ReadingList.Exists(definition, stage))
        {
            var known = definition.Stages.Select(static entry => entry.Id).Concat(definition.SubStages.Select(static entry => entry.Id)).Order(StringComparer.Ordinal);
            throw new UsageException($"there is no stage \"{stage}\"; the stages are {string.Join(", ", known)}");
        }

        var declared = definition.Modules.Closure(ScaffoldArguments.Modules(definition, modules) ?? []);
        var reading = ReadingList.For(definition, stage, ScaffoldArguments.Level(definition, level), declared);
        if (format == CatalogFormat.Json)
        {
            var json = new StageReadingJson(reading.Stage, reading.Name, [.. reading.Items.Select(static item => new ReadingItemJson(item.Path, item.Note.Length == 0 ? null : item.Note))], reading.Success.Length == 0 ? null : reading.Success);
            output.WriteLine(JsonSerializer.Serialize(json, ReportJsonContext.Indented.StageReadingJson));
            return ExitCode.Clean;
        }

        output.WriteLine($"{reading.Stage} {reading.Name}");
        Catalog.WriteTable([.. reading.Items.Select(static item => new[] { "  " + item.Path, item.Note })], output);
        return ExitCode.Clean;
    }
}
