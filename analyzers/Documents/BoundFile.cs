using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
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

    /// <summary>What was repaired in the text before it was read, or null (catalogue FW922).</summary>
    public MojibakeRepair? Repair { get; init; }

    /// <summary>Recognises and binds a file.</summary>
    /// <param name="path">The path, relative to the workspace root.</param>
    /// <param name="text">The source text.</param>
    /// <param name="configuration">The configuration that decides for it.</param>
    /// <param name="times">Takes the time of parsing; null when nobody asks.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static BoundFile Bind(string path, SourceText text, ScopedConfiguration configuration, AnalysisTimes? times, CancellationToken cancellationToken)
    {
        var definition = configuration.Definition;
        var content = text.ToString();
        var repair = MojibakeRepair.TryRepair(content, definition.Definition.Mojibake);
        var outline = Parse(repair?.Text ?? content, times, cancellationToken);
        var toSource = repair?.Map ?? TextMap.Identity;
        var kind = configuration.TryAssignKind(path, out var assigned) ? assigned : definition.Recognizer.Recognize(path, outline);
        if (kind is null)
        {
            return new BoundFile(path, text, []) { Outline = outline, Repair = repair };
        }

        var parts = ImmutableArray.CreateBuilder<BoundDocument>();
        var host = DocumentBinder.Bind(path, text, kind, outline, definition, toSource) with { Repair = repair };
        parts.Add(host);
        foreach (var fence in outline.Fences)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (CanHoldDocument(fence) && Embedded(fence, definition, times, cancellationToken) is var (inner, innerKind))
            {
                parts.Add(DocumentBinder.Bind(path, text, innerKind, inner, definition, toSource.After(fence.ContentMap), host, parts.Count));
            }
        }

        return new BoundFile(path, text, parts.ToImmutable()) { Outline = outline, Repair = repair };
    }

    private static (MarkdownOutline Outline, DocumentKind Kind)? Embedded(CodeFence fence, CompiledDefinition definition, AnalysisTimes? times, CancellationToken cancellationToken)
    {
        var outline = Parse(fence.Content, times, cancellationToken);
        return definition.Recognizer.RecognizeEmbedded(outline) is { } kind ? (outline, kind) : null;
    }

    private static MarkdownOutline Parse(string text, AnalysisTimes? times, CancellationToken cancellationToken)
    {
        var start = times?.Start() ?? 0;
        var outline = MarkdownParser.Parse(text, cancellationToken);
        times?.AddParsing(start);
        return outline;
    }

    // A heading is what makes a document; without a hash the fence need not be parsed at all.
    private static bool CanHoldDocument(CodeFence fence) =>
        fence.Language is "markdown" or "md" or "" && fence.Content.Contains('#', StringComparison.Ordinal);
}
