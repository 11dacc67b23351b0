using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>The documents of one project that belong together (catalogue 1.14), by their facts.</summary>
public sealed class Delivery
{
    internal Delivery(ImmutableArray<DocumentFacts> documents) => Documents = documents;

    /// <summary>The documents in the order of the stages that produce them, then by path.</summary>
    public ImmutableArray<DocumentFacts> Documents { get; }

    /// <summary>Whether the documents are examples embedded in one host.</summary>
    public bool IsEmbedded => Documents[0].IsEmbedded;

    /// <summary>The documents whose kind has the role.</summary>
    public IEnumerable<DocumentFacts> WithRole(string role, FrameworkDefinition definition) =>
        Documents.Where(facts => definition.Kind(facts.Kind)?.HasRole(role) == true);

    internal bool HasSameFacts(Delivery other) => Documents.AsSpan().SequenceEqual(other.Documents.AsSpan());
}
