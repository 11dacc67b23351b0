using System.Collections.Frozen;
using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Lsp.Diagnostics;

/// <summary>Findings as the protocol writes them.</summary>
internal sealed class DiagnosticConverter(ClientSession client)
{
    /// <summary>The source of every diagnostic.</summary>
    public const string Source = "framework-lsp";

    // An unused suppression may be one of a rule across documents.
    private static readonly FrozenSet<string> NeedOtherDocuments = RuleCatalog.All
        .OfType<WorkspaceRule>()
        .Select(static rule => rule.Descriptor.Id)
        .Append(EngineRules.UnusedSuppression.Id)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>
    /// The findings of a document that may be shown now: while a folder is not indexed, or when it is only the folder of a single file,
    /// nothing is known of other documents, and a rule across documents would see missing ones everywhere.
    /// </summary>
    public static ImmutableArray<Finding> Visible(FolderState folder, WorkspaceAnalysis analysis, string path)
    {
        var findings = analysis.FindingsOf(path);
        return folder.IsIndexed ? findings : findings.RemoveAll(finding => !IsVisible(folder, finding));
    }

    /// <summary>Whether a finding may be shown now.</summary>
    public static bool IsVisible(FolderState folder, Finding finding) => folder.IsIndexed || !NeedOtherDocuments.Contains(finding.Rule.Id);

    /// <summary>The diagnostics of a document's findings.</summary>
    public EquatableArray<Diagnostic> Convert(FolderState folder, SourceText text, ImmutableArray<Finding> findings, ServerSettings settings) =>
        findings.Select(finding => Convert(folder, text, finding, settings)).ToEquatableArray();

    /// <summary>The diagnostic of a finding.</summary>
    public Diagnostic Convert(FolderState folder, SourceText text, Finding finding, ServerSettings settings) => new()
    {
        Range = client.Features.Positions.ToRange(text, finding.Span),
        Severity = finding.Severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            Severity.Info => DiagnosticSeverity.Information,
            _ => DiagnosticSeverity.Hint,
        },
        Code = finding.Rule.Id,
        CodeDescription = client.Features.CodeDescription && settings.RuleUrl is { } url ? new CodeDescription(url + finding.Rule.Id) : null,
        Source = Source,
        Message = finding.Message,
        RelatedInformation = client.Features.RelatedInformation && !finding.Related.IsDefaultOrEmpty ? Related(folder, finding) : null,
        Data = new DiagnosticData(finding.Rule.Id, finding.Part),
    };

    private EquatableArray<DiagnosticRelatedInformation> Related(FolderState folder, Finding finding) => finding.Related
        .Where(place => folder.Workspace.Documents.ContainsKey(place.Path))
        .Select(place => new DiagnosticRelatedInformation(
            new Location(folder.UriOf(place.Path), client.Features.Positions.ToRange(folder.Workspace.Documents[place.Path].Text, place.Span)),
            place.Message))
        .ToEquatableArray();
}
