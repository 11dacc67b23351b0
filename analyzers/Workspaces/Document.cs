using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>A text of the workspace; immutable. What it means is computed on demand, once, and shared by all workspaces that hold it.</summary>
public sealed class Document
{
    private readonly Lock _gate = new();
    private readonly ScopedConfiguration _configuration;
    private DocumentAnalysis? _analysis;
    private WeakReference<BoundFile>? _bound;
    private IReadOnlySet<string>? _anchors;

    internal Document(string path, SourceText text, ScopedConfiguration configuration)
    {
        Path = path;
        Text = text;
        _configuration = configuration;
    }

    /// <summary>The path, relative to the workspace root with forward slashes.</summary>
    public string Path { get; }

    /// <summary>The source text.</summary>
    public SourceText Text { get; }

    /// <summary>The configuration that decides for it.</summary>
    public ScopedConfiguration Configuration => _configuration;

    /// <summary>
    /// The document and its embedded documents, bound to the definition. Kept only as long as somebody uses it, since a workspace of
    /// thousands of documents needs their facts all the time but their outlines only while one is being edited.
    /// </summary>
    public BoundFile GetBound(CancellationToken cancellationToken = default) => GetBound(times: null, cancellationToken);

    /// <summary>The anchors that links may lead to.</summary>
    public IReadOnlySet<string> GetAnchors(CancellationToken cancellationToken = default) =>
        _anchors ??= _analysis is { Parts: [{ Facts.Anchors: var slugs }, ..] }
            ? HeadingSlugs.With(slugs, Text.ToString())
            : HeadingSlugs.In(MarkdownParser.Parse(Text.ToString(), cancellationToken));

    /// <summary>Facts, their places and the findings of the document rules. A cancelled computation leaves nothing behind.</summary>
    public DocumentAnalysis GetAnalysis(CancellationToken cancellationToken = default) => GetAnalysis(times: null, cancellationToken);

    /// <summary>The same as <see cref="GetAnalysis(CancellationToken)"/>, with times taken unless it was computed before.</summary>
    public DocumentAnalysis GetAnalysis(AnalysisTimes? times, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return _analysis ??= DocumentAnalysis.Compute(GetBound(times, cancellationToken), times, cancellationToken);
        }
    }

    private BoundFile GetBound(AnalysisTimes? times, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_bound is not null && _bound.TryGetTarget(out var bound))
            {
                return bound;
            }

            bound = BoundFile.Bind(Path, Text, _configuration, times, cancellationToken);
            _bound = new WeakReference<BoundFile>(bound);
            return bound;
        }
    }
}
