using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Rules;

/// <summary>A fact of a document as an anchor for a finding.</summary>
/// <param name="Document">The document.</param>
/// <param name="Key">The fact.</param>
public readonly record struct FactAnchor(DocumentFacts Document, FactKey Key);

/// <summary>A finding of a workspace rule before its facts are turned into places.</summary>
internal sealed record FactFinding(RuleDescriptor Rule, Severity Severity, string Message, FactAnchor Anchor)
{
    public ImmutableArray<(FactAnchor Anchor, string Message)> Related { get; init; } = [];

    public object? Data { get; init; }
}

/// <summary>What a workspace rule is given: the facts of one delivery, the files around it, and where to report.</summary>
public sealed class DeliveryRuleContext
{
    private readonly RuleDescriptor _rule;
    private readonly Workspace _workspace;
    private readonly CompiledDefinition _definition;
    private readonly ImmutableArray<FactFinding>.Builder _findings;

    internal DeliveryRuleContext(RuleDescriptor rule, Delivery delivery, Workspace workspace, ProjectNames names, CompiledDefinition definition, ImmutableArray<FactFinding>.Builder findings, CancellationToken cancellationToken)
    {
        _rule = rule;
        Delivery = delivery;
        _workspace = workspace;
        Files = workspace.Files;
        Names = names;
        _definition = definition;
        _findings = findings;
        CancellationToken = cancellationToken;
    }

    /// <summary>The delivery.</summary>
    public Delivery Delivery { get; }

    /// <summary>The documents that the pack binds the rule to, in stage order.</summary>
    public IEnumerable<DocumentFacts> Documents => Delivery.Documents.Where(
        facts => (!facts.IsReference || _rule.AppliesToReferenceMaterial) && KindOf(facts) is { } kind && _definition.RuleApplies(_rule.Id, kind));

    /// <summary>The files around the documents.</summary>
    public WorkspaceFiles Files { get; }

    /// <summary>What the project's registries and naming decisions say about service names.</summary>
    public ProjectNames Names { get; }

    /// <summary>The definition, ready for matching.</summary>
    public CompiledDefinition Compiled => _definition;

    /// <summary>The definition.</summary>
    public FrameworkDefinition Definition => _definition.Definition;

    /// <summary>Stops the rule.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The anchors of a Markdown file, as it is in the editor when it is open there; null when it cannot be read.</summary>
    public IReadOnlySet<string>? Anchors(string path) =>
        _workspace.Documents.TryGetValue(path, out var document) ? document.GetAnchors(CancellationToken) : Files.Anchors(path);

    /// <summary>The kind of a document.</summary>
    public DocumentKind? KindOf(DocumentFacts facts) => Definition.Kind(facts.Kind);

    /// <summary>The values the pack gives the rule under a name; empty when it gives none.</summary>
    public ImmutableArray<string> Parameter(string name) =>
        Definition.Rules.TryGetValue(_rule.Id, out var binding) && binding.Parameters.TryGetValue(name, out var values) ? values : [];

    /// <summary>Reports a finding at a fact.</summary>
    /// <param name="document">The document.</param>
    /// <param name="key">The fact; one without a place of its own stands for the title.</param>
    /// <param name="message">What is wrong, why and what to do. No line numbers: they would not survive an edit; relate places instead.</param>
    /// <param name="severity">The severity when it is not the rule's own.</param>
    /// <param name="data">What the rule wants back when it makes fixes.</param>
    /// <param name="related">Facts, also of other documents, that explain it.</param>
    public void Report(DocumentFacts document, FactKey key, string message, Severity? severity = null, object? data = null, params ReadOnlySpan<(FactAnchor Anchor, string Message)> related) =>
        _findings.Add(new FactFinding(
            _rule,
            SeveritySoftening.For(_rule, severity ?? _rule.Severity, document.State, document.IsEmbedded),
            message,
            new FactAnchor(document, key))
        {
            Related = [.. related],
            Data = data,
        });
}
