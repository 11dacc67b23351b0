using System.CommandLine;
using System.Text.Json;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Server.Cli.Output;

namespace FrameworkLsp.Server.Cli;

/// <summary><c>kinds</c>: lists the kinds of documents.</summary>
internal static class KindsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var format = Catalog.FormatChoice();
        var command = new Command("kinds", "List the kinds of documents that are recognised, in the order of the workflow.") { format.Option };
        command.SetAction(result => Write(format.In(result), terminal.Output));
        return command;
    }

    private static int Write(CatalogFormat format, TextWriter output)
    {
        var definition = EmbeddedPacks.Default;
        var kinds = definition.Kinds
            .Select(static kind => new KindJson(kind.Id, kind.Name, Text(kind.Stage), Text(kind.CanonicalPath)))
            .ToList();
        if (format == CatalogFormat.Json)
        {
            output.WriteLine(JsonSerializer.Serialize(kinds, ReportJsonContext.Indented.IReadOnlyListKindJson));
            return ExitCode.Clean;
        }

        string[] header = ["KIND", "STAGE", "PATH", "NAME"];
        Catalog.WriteTable([header, .. kinds.Select(static kind => new[] { kind.Id, kind.Stage ?? "", kind.Path ?? "", kind.Name })], output);
        return ExitCode.Clean;
    }

    private static string? Text(string value) => value.Length == 0 ? null : value;
}
