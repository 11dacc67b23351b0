using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>
/// A service of a document, however often it is mentioned there: rules on names report it once, at its first mention, and relate the others.
/// Templates are left out, since their names are examples.
/// </summary>
/// <param name="Name">The name taken apart.</param>
/// <param name="Mentions">Where a document rule saw it; empty for workspace rules, which know its place only as a fact.</param>
internal sealed record NamedService(ServiceName Name, IReadOnlyList<ServiceMention> Mentions)
{
    private const string AlsoHere = "also here";
    private const int MostRelated = 20;

    /// <summary>The services of a document, in the order of their first mention.</summary>
    public static IEnumerable<NamedService> In(BoundDocument document) => document.IsTemplate
        ? []
        : ServiceNameCollector.Collect(document)
            .GroupBy(static mention => mention.Name, StringComparer.Ordinal)
            .Select(group => new NamedService(document.Definition.ServiceNames.Parse(group.Key), [.. group]));

    /// <summary>
    /// The services of a delivery's document that follow the convention so far that the number of their parts says something: well formed,
    /// with a type, and no data service.
    /// </summary>
    public static IEnumerable<NamedService> WithParts(DeliveryRuleContext context, DocumentFacts document, int parts)
    {
        var names = context.Compiled.ServiceNames;
        return document.IsTemplate
            ? []
            : document.Services
                .Where(name => names.IsWellFormed(name) && !names.IsDataService(name))
                .Select(names.Parse)
                .Where(name => name.Type is not null && name.Parts.Length == parts)
                .Select(static name => new NamedService(name, []));
    }

    /// <summary>Reports it in a document rule.</summary>
    public void Report(DocumentRuleContext context, string message, Severity? severity = null)
    {
        var others = Mentions.Skip(1).Take(MostRelated).Select(static mention => (mention.Span, AlsoHere)).ToArray();
        context.Report(Mentions[0].Span, message, severity, Name, others);
    }

    /// <summary>Reports it in a workspace rule.</summary>
    public void Report(DeliveryRuleContext context, DocumentFacts document, string message, object? data = null)
    {
        var mentions = document.ServiceMentions[document.Services.Items.IndexOf(Name.Name)];
        var others = Enumerable.Range(1, Math.Min(mentions - 1, MostRelated))
            .Select(ordinal => (new FactAnchor(document, FactKey.Service(Name.Name, ordinal)), AlsoHere))
            .ToArray();
        context.Report(document, FactKey.Service(Name.Name), message, data: data ?? Name, related: others);
    }
}
