using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Host;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Lsp.Indexing;

/// <summary>A folder as it was read from the disk.</summary>
/// <param name="Analysis">The analysis of its documents, without those of nested roots.</param>
/// <param name="Problems">What is wrong in its configuration files.</param>
internal sealed record IndexedFolder(WorkspaceAnalysis Analysis, ImmutableArray<ConfigurationProblem> Problems);

/// <summary>Files that were read again.</summary>
/// <param name="Texts">Documents by path; null for one that is gone or left out.</param>
/// <param name="FilesChanged">Whether the set of files, or a report, changed, so that links and reports are looked up again.</param>
internal sealed record ReloadedFiles(ImmutableDictionary<string, SourceText?> Texts, bool FilesChanged);
