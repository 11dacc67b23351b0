using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Host;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Lsp.Diagnostics;

/// <summary>What is wrong in configuration files, as diagnostics of those files.</summary>
internal sealed class ConfigurationDiagnostics(ClientSession client)
{
    private const string Code = "configuration";

    /// <summary>The diagnostics of an open configuration file, of the text in the editor.</summary>
    public EquatableArray<Diagnostic> OfOpen(OpenDocument open) => ConfigurationReader
        .Read(ConfigurationReader.FileName, open.Text.ToString(), client.Folders!.Definition)
        .Diagnostics
        .Select(problem => Convert(open.Text, problem.Span, problem.Message))
        .ToEquatableArray();

    /// <summary>The diagnostics of the configuration files that were read with the folders that are checked, by path.</summary>
    public ImmutableDictionary<string, EquatableArray<Diagnostic>> OfFolders(SessionState state) => state.Folders.Values
        .Where(folder => state.SettingsOf(folder).Enable)
        .SelectMany(static folder => folder.Problems)
        .GroupBy(static problem => DocumentUri.NormalizePath(problem.FullPath), StringComparer.Ordinal)
        .ToImmutableDictionary(static group => group.Key, group => group.Distinct().Select(Convert).ToEquatableArray(), StringComparer.Ordinal);

    private Diagnostic Convert(ConfigurationProblem problem) => Convert(problem.Text, problem.Span, problem.Message);

    private Diagnostic Convert(SourceText text, TextSpan span, string message) => new()
    {
        Range = client.Features.Positions.ToRange(text, span),
        Severity = DiagnosticSeverity.Error,
        Code = Code,
        Source = DiagnosticConverter.Source,
        Message = message,
    };
}
