using System.Text.Json;
using FrameworkLsp.Server.Cli.Output;
using FrameworkLsp.Server.Host;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Cli.Scaffolding;

/// <summary>A file that a scaffolding command writes.</summary>
/// <param name="Kind">The id of the kind of document; null when it is not known.</param>
/// <param name="FullPath">The absolute path.</param>
/// <param name="Before">The text on the disk; null for a new file.</param>
/// <param name="After">The new text.</param>
internal sealed record ScaffoldedFile(string? Kind, string FullPath, SourceText? Before, SourceText After)
{
    /// <summary>Whether there is anything to write.</summary>
    public bool IsChanged => Before is null || !Before.ContentEquals(After);
}

/// <summary>Writes, shows or describes the files of a scaffolding command.</summary>
internal sealed class ScaffoldWriter(ScaffoldChoices choices, Terminal terminal)
{
    /// <summary>Does what was chosen and tells the exit code.</summary>
    /// <exception cref="UsageException">A file cannot be written.</exception>
    public int Write(IReadOnlyList<ScaffoldedFile> files, IReadOnlyList<string> notes)
    {
        foreach (var note in notes)
        {
            terminal.Error.WriteLine($"note: {Printable.Of(note)}");
        }

        var isShown = choices.IsDryRun || choices.Output == ScaffoldChoices.StandardOutput;
        if (!isShown)
        {
            foreach (var file in files.Where(static file => file.IsChanged))
            {
                WriteFile(file);
            }
        }

        if (choices.Format == CatalogFormat.Json)
        {
            var json = new ScaffoldJson([.. files.Select(file => new ScaffoldedJson(file.Kind, Display(file), Change(file), file.After.ToString()))], notes, !isShown);
            terminal.Output.WriteLine(JsonSerializer.Serialize(json, ScaffoldJsonContext.Default.ScaffoldJson));
        }
        else if (choices.Output == ScaffoldChoices.StandardOutput)
        {
            terminal.Output.Write(files[0].After.ToString());
        }
        else if (choices.IsDryRun)
        {
            foreach (var file in files)
            {
                UnifiedDiff.Write(Display(file), file.Before?.ToString() ?? "", file.After.ToString(), terminal.Output);
            }
        }

        if (!isShown && files.All(static file => !file.IsChanged))
        {
            terminal.Error.WriteLine("Everything is up to date.");
        }

        return ExitCode.Clean;
    }

    private static string Change(ScaffoldedFile file) => file.Before is null ? "create" : file.IsChanged ? "update" : "none";

    private string Display(ScaffoldedFile file) => new WorkspaceRoot(terminal.CurrentDirectory).Relative(file.FullPath);

    private void WriteFile(ScaffoldedFile file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file.FullPath)!);
            AtomicFileWriter.Write(root: null, file.FullPath, file.After);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{Display(file)} cannot be written: {exception.Message}");
        }

        terminal.Error.WriteLine(file.Before is null ? $"Wrote {Display(file)}." : $"Updated {Display(file)}.");
    }
}
