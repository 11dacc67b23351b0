using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Navigation;

/// <summary>The documents in which an id means the same requirement, and in a delivery of several features the one that is meant.</summary>
internal sealed class RequirementScope
{
    private readonly string _id;
    private readonly string? _feature;
    private readonly ImmutableHashSet<string> _features;

    private RequirementScope(string id, IReadOnlyList<DocumentFacts> documents, string? feature, ImmutableHashSet<string> features)
    {
        _id = id;
        Documents = documents;
        _feature = feature;
        _features = features;
    }

    /// <summary>The documents, in the order of their stages.</summary>
    public IReadOnlyList<DocumentFacts> Documents { get; }

    /// <summary>Whether features of the delivery share the id and the place does not tell which one is meant.</summary>
    public bool IsAmbiguous => _feature is null
        && Documents.SelectMany(facts => facts.Requirements.Where(requirement => requirement.Id == _id).Select(requirement => FeatureOf(facts, requirement))).Distinct(StringComparer.Ordinal).Count() > 1;

    /// <summary>The scope of a requirement as it is named at a place.</summary>
    public static RequirementScope Of(RequirementSubject subject, WorkspaceAnalysis analysis)
    {
        var documents = DeliveryScope.OfRequirements(subject.Document, analysis);
        var features = documents.SelectMany(static facts => facts.Requirements.Select(requirement => FeatureOf(facts, requirement))).ToImmutableHashSet(StringComparer.Ordinal);
        var feature = FeatureOf(subject.Document, subject.Span);
        return new RequirementScope(subject.Id, documents, features.Count > 1 && features.Contains(feature) ? feature : null, features);
    }

    /// <summary>Whether a definition of the id is one of the requirement.</summary>
    public bool IsOf(DocumentFacts facts, RequirementFact requirement) => _feature is null || _feature == FeatureOf(facts, requirement);

    /// <summary>Whether an id of a document names a requirement of the same feature.</summary>
    public bool Includes(BoundDocument document, RequirementOccurrence occurrence) => _feature is null
        ? RequirementOccurrences.FeatureBefore(document, occurrence.Span) is not { } before || _features.Contains(before) || Documents.Any(facts => facts.FeatureId == before)
        : FeatureOf(document, occurrence.Span) == _feature;

    private static string FeatureOf(DocumentFacts facts, RequirementFact requirement) => requirement.Scope.Length > 0 ? requirement.Scope : facts.FeatureId;

    // What is written before the id, else the heading above, else the feature of the document.
    private static string FeatureOf(BoundDocument document, TextSpan span) =>
        RequirementOccurrences.FeatureBefore(document, span)
        ?? (RequirementReader.Scope(document, document.Outline.SectionAt(span.Start).Index) is { Length: > 0 } scope ? scope : ProjectReader.FeatureId(document, static _ => { }));
}
