using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>FW311: a service name with hyphens where code and containers need underscores.</summary>
public sealed class HyphenInCodeLayerRule() : WorkspaceRule(new RuleDescriptor("FW311", "hyphen-in-code-layer", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        var names = context.Compiled.ServiceNames;
        var documents = context.Documents.Where(static facts => !facts.IsTemplate).ToList();
        var hyphenated = documents
            .SelectMany(static facts => facts.HyphenatedServices.Select(service => (Document: facts, Service: service)))
            .Where(entry => names.Parse(entry.Service.Name) is { Type: not null, TokenCount: > 1 })
            .ToList();
        if (hyphenated.Count == 0)
        {
            return;
        }

        // Hyphens throughout are a style that somebody chose (decisions 25).
        var everywhere = hyphenated.Where(static entry => entry.Service.IsEverywhere).Select(static entry => (entry.Document.Path, entry.Service.Name)).ToHashSet();
        var services = documents.SelectMany(static facts => facts.Services.Select(name => (facts.Path, Name: name))).Where(entry => names.Parse(entry.Name).TokenCount > 1).ToList();
        if (services.TrueForAll(everywhere.Contains) && services.Select(static entry => entry.Name).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            var (document, first) = hyphenated[0];
            context.Report(
                document,
                FactKey.Service(first.Name, first.Mention),
                $"All services are written with hyphens. Code and Docker Compose use \"{names.Separator}\" (\"{names.Display(first.Name)}\"); with hyphens every package needs a second name.",
                Severity.Info);
            return;
        }

        foreach (var (document, service) in hyphenated)
        {
            context.Report(
                document,
                FactKey.Service(service.Name, service.Mention),
                $"\"{service.Name.Replace('_', '-')}\": use underscores in code and Docker Compose (\"{names.Display(service.Name)}\"). A package cannot be imported by a name with hyphens, and two spellings are two services for every search.",
                data: service.Name);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not string name)
        {
            return [];
        }

        // What a compose file calls the container by has to follow, or nothing finds it any more.
        var document = context.Bound;
        var listed = ServiceNameCollector.Collect(document).Where(mention => mention.Name == name).Select(static mention => mention.Span).ToHashSet();
        var references = ComposeReader.Read(document).SelectMany(static service => service.References).ToList();
        var edits = ServiceOccurrences.Of(document, name)
            .Where(place => place.Written.Contains('-', StringComparison.Ordinal) && (listed.Contains(place.Span) || references.Exists(reference => reference.Contains(place.Span))))
            .Select(static place => new TextChange(place.Span, ServiceNameParser.Normalize(place.Written)));
        return [new Fix($"Write \"{name}\" where it names the service", FixSafety.Unsafe, [.. edits]) { IsPreferred = true }];
    }
}
