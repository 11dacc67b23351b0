using System.CommandLine;
using System.Text;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Host;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Cli;

/// <summary><c>init</c>: writes a configuration file in which every key is explained and commented out.</summary>
internal static class InitCommand
{
    private const int Width = 100;

    /// <summary>The text of the file.</summary>
    public static string Text { get; } = Compose();

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("folder") { Description = "Where to write it.", DefaultValueFactory = static _ => "." };
        var force = new Option<bool>("--force") { Description = "Replace a configuration file that is there." };
        var command = new Command("init", $"Write a commented {ConfigurationReader.FileName}.") { folder, force };
        command.SetAction(result => Write(result.GetRequiredValue(folder), result.GetValue(force), terminal));
        return command;
    }

    private static int Write(string folder, bool isForced, Terminal terminal)
    {
        var full = Path.GetFullPath(Path.Combine(terminal.CurrentDirectory, folder));
        if (!Directory.Exists(full))
        {
            throw new UsageException($"the folder \"{folder}\" does not exist");
        }

        var file = Path.Combine(full, ConfigurationReader.FileName);
        var shown = new WorkspaceRoot(terminal.CurrentDirectory).Relative(file);
        if (File.Exists(file) && !isForced)
        {
            throw new UsageException($"{shown} exists already; --force replaces it");
        }

        try
        {
            AtomicFileWriter.Write(root: null, file, SourceText.From(Text));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{shown} cannot be written: {exception.Message}");
        }

        terminal.Error.WriteLine($"Wrote {shown}.");
        return ExitCode.Clean;
    }

    private static string Compose()
    {
        var text = new StringBuilder();
        Comment(text, $"Configuration of {Product.Name}. Every key is optional; remove the \"#\" before the ones you need. The nearest file at or above a document decides.");
        foreach (var key in ConfigurationKeys.All)
        {
            text.Append('\n');
            Comment(text, key.Description);
            foreach (var inner in key.Keys)
            {
                Comment(text, $"{inner.Name}: {inner.Description}");
            }

            foreach (var line in key.Example.Split('\n'))
            {
                text.Append('#').Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Prose keeps a blank behind the sign and examples none, so that uncommenting them is taking away one character.</summary>
    private static void Comment(StringBuilder text, string prose)
    {
        var line = new StringBuilder("#");
        foreach (var word in prose.Split(' '))
        {
            if (line.Length + 1 + word.Length > Width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append('#');
            }

            line.Append(' ').Append(word);
        }

        text.Append(line).Append('\n');
    }
}
