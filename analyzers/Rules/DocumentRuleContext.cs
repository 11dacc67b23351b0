using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules;

/// <summary>What a document rule is given: the document, its parameters, and where to report.</summary>
public sealed class DocumentRuleContext
{
    private readonly RuleDescriptor _rule;
    private readonly ImmutableArray<Finding>.Builder _findings;

    internal DocumentRuleContext(RuleDescriptor rule, BoundDocument document, ImmutableArray<Finding>.Builder findings, CancellationToken cancellationToken)
    {
        _rule = rule;
        Document = document;
        _findings = findings;
        CancellationToken = cancellationToken;
    }

    /// <summary>The document.</summary>
    public BoundDocument Document { get; }

    /// <summary>The definition, ready for matching.</summary>
    public CompiledDefinition Definition => Document.Definition;

    /// <summary>Stops the rule.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The values the pack gives the rule under a name; empty when it gives none.</summary>
    public ImmutableArray<string> Parameter(string name) =>
        Definition.Definition.Rules.TryGetValue(_rule.Id, out var binding) && binding.Parameters.TryGetValue(name, out var values) ? values : [];

    /// <summary>
    /// Whether another rule of the product says for itself when something is missing, empty or open at a role in this kind of document
    /// (<c>covers</c> in the pack's rule bindings), so that one cause gives one finding.
    /// </summary>
    public bool IsCovered(string role) =>
        Definition.CoveringRules(Document.Kind, role).Any(id => id != _rule.Id && RuleCatalog.All.Any(rule => rule.Descriptor.Id == id));

    /// <summary>Reports a finding.</summary>
    /// <param name="span">Where, in the coordinates of the document's outline.</param>
    /// <param name="message">What is wrong, why and what to do.</param>
    /// <param name="severity">The severity when it is not the rule's own.</param>
    /// <param name="data">What the rule wants back when it makes fixes.</param>
    /// <param name="related">Other places in the same document that explain it: span and message.</param>
    public void Report(TextSpan span, string message, Severity? severity = null, object? data = null, params ReadOnlySpan<(TextSpan Span, string Message)> related)
    {
        var places = ImmutableArray.CreateBuilder<RelatedLocation>(related.Length);
        foreach (var place in related)
        {
            places.Add(new RelatedLocation(Document.Path, Document.ToSource.ToSource(place.Span), place.Message));
        }

        _findings.Add(new Finding(_rule, severity ?? _rule.Severity, message, Document.ToSource.ToSource(span))
        {
            Part = Document.Part,
            LocalSpan = span,
            Data = data,
            Related = places.DrainToImmutable(),
        });
    }
}
