using System.CommandLine;

namespace FrameworkLsp.Server.Cli.Scaffolding;

/// <summary>The options that the scaffolding commands share.</summary>
internal sealed class ScaffoldOptions
{
    /// <summary>Where the document goes; a dash stands for standard output.</summary>
    public Option<string?> Output { get; } = new("--output", "-o") { Description = "Write the document to this file instead of its usual place; \"-\" for standard output.", HelpName = "file" };

    /// <summary>Whether nothing is written.</summary>
    public Option<bool> DryRun { get; } = new("--dry-run") { Description = "Show what would change as a unified diff and write nothing." };

    /// <summary>The form of the answer.</summary>
    public Choice<CatalogFormat> Format { get; } = new("--format", "The form of the answer.", ("text", CatalogFormat.Text), ("json", CatalogFormat.Json));

    /// <summary>The choices made.</summary>
    public ScaffoldChoices In(ParseResult result, bool hasOutput) => new(hasOutput ? result.GetValue(Output) : null, result.GetValue(DryRun), Format.In(result));
}

/// <summary>What the user chose.</summary>
/// <param name="Output">The file, a dash for standard output, null for the usual place.</param>
/// <param name="IsDryRun">Whether nothing is written.</param>
/// <param name="Format">The form of the answer.</param>
internal sealed record ScaffoldChoices(string? Output, bool IsDryRun, CatalogFormat Format)
{
    /// <summary>The path that stands for standard output.</summary>
    public const string StandardOutput = "-";
}
