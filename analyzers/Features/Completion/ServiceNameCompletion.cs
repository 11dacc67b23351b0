using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules.Naming;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>
/// Offers service names part by part - context, domain, function, type - and the whole names that the delivery and the registry of the
/// project use already.
/// </summary>
internal sealed class ServiceNameCompletion
{
    private readonly CompletionRequest _request;
    private readonly NamingConvention _naming;
    private readonly TextSpan _word;
    private readonly string _typed;
    private readonly char _separator;

    private ServiceNameCompletion(CompletionRequest request)
    {
        _request = request;
        _naming = request.Place.Framework.Naming;
        _word = request.Place.Word(ServiceToken.IsNameCharacter);
        _typed = request.Place.TextOf(TextSpan.FromBounds(_word.Start, request.Place.Offset));
        var code = request.Place.Document.Definition.ServiceNames.Separator;
        _separator = _typed.Contains('-', StringComparison.Ordinal) && !_typed.Contains('_', StringComparison.Ordinal) ? '-' : code;
    }

    /// <summary>Names where one is expected: in a list, column or field of services.</summary>
    public static IEnumerable<CompletionCandidate> InPlace(CompletionRequest request) => new ServiceNameCompletion(request).Candidates();

    /// <summary>Names in running text, once a context with its separator is typed.</summary>
    public static IEnumerable<CompletionCandidate> InText(CompletionRequest request)
    {
        var completion = new ServiceNameCompletion(request);
        var end = completion._typed.AsSpan().IndexOfAny('_', '-');
        return end > 0 && completion.IsContext(completion._typed[..end]) ? completion.Candidates() : [];
    }

    private IEnumerable<CompletionCandidate> Candidates()
    {
        if (_naming.Types.IsEmpty)
        {
            return [];
        }

        var known = KnownNames().ToList();
        return known.Select(Whole).Concat(Parts(known)).DistinctBy(static candidate => candidate.Text);
    }

    private bool IsContext(string token) => _naming.Contexts.Any(context =>
        context.Id == token || context.ShortPrefix == token || context.Id.StartsWith(token + "_", StringComparison.Ordinal));

    // The names of the delivery and of the registries around it; those of the pack's registry once their context is typed.
    private IEnumerable<string> KnownNames()
    {
        var typed = _typed.Replace('-', '_');
        return DeliveryScope.OfServices(_request.Place.Document, _request.Analysis).SelectMany(static facts => facts.Services)
            .Concat(_naming.Contexts.Where(context => typed.StartsWith(context.Id + "_", StringComparison.Ordinal)).SelectMany(static context => context.Services))
            .Where(name => name.StartsWith(typed, StringComparison.Ordinal) && name != _request.Place.TextOf(_word).Replace('-', '_'))
            .Distinct(StringComparer.Ordinal);
    }

    private CompletionCandidate Whole(string name) => Candidate(name, name) with { Topic = new CompletionTopic(TopicKind.Service, name), Detail = "service" };

    private IEnumerable<CompletionCandidate> Parts(List<string> known)
    {
        var cut = Math.Max(_typed.LastIndexOf('_'), _typed.LastIndexOf('-'));
        if (cut < 0)
        {
            return Contexts("");
        }

        var head = _typed[..cut].Replace('-', '_');
        var parts = _request.Place.Document.Definition.ServiceNames.Parse(head).Parts;
        return parts.Length switch
        {
            1 => Contexts(head + "_").Concat(Domains(head, known)).Concat(Types(head, type => type.AllowsTwoParts)),
            2 => Types(head, static _ => true).Concat(Functions(head, parts[1])),
            3 => Types(head, static _ => true),
            _ => [],
        };
    }

    private IEnumerable<CompletionCandidate> Contexts(string typed) => _naming.Contexts
        .Where(context => context.State is ContextState.Active or ContextState.Reserved && context.Id.StartsWith(typed, StringComparison.Ordinal) && context.Id != typed.TrimEnd('_'))
        .Select(context => Candidate(context.Id + "_", context.Id) with
        {
            Detail = context.State == ContextState.Reserved ? $"context, reserved: {context.Note}" : "context",
        });

    private IEnumerable<CompletionCandidate> Domains(string head, List<string> known)
    {
        var names = _request.Place.Document.Definition.ServiceNames;
        var own = _request.Analysis.Workspace.Configurations.For(_request.Place.Document.Path).Configuration.Naming.Domains;
        return _naming.Contexts.Where(context => context.Id == head || context.ShortPrefix == head).SelectMany(static context => context.Domains)
            .Concat(known.Select(names.Parse).Where(name => name.Context == head).Select(static name => name.Domain))
            .Concat(own)
            .Where(static domain => domain.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Select(domain => Candidate($"{head}_{domain}_", domain) with { Detail = "domain" });
    }

    private IEnumerable<CompletionCandidate> Functions(string head, string domain) =>
        (_naming.AmbiguousDomains.TryGetValue(domain, out var functions) ? functions : [])
            .Where(function => !_naming.RedundantWords.Contains(function))
            .Select(function => Candidate($"{head}_{function}_", function) with { Detail = "function; needs a reason" });

    // Where the line names a technology, only the types that are built with it are right.
    private IEnumerable<CompletionCandidate> Types(string head, Func<ServiceType, bool> isAllowed)
    {
        var fitting = ServiceLine.TypesOf(_naming, ServiceLine.At(_request.Place.Document, _word)).ToList();
        return _naming.Types
            .Where(type => isAllowed(type) && (fitting.Count == 0 || fitting.Contains(type)))
            .Select(type => Candidate($"{head}_{type.Id}", type.Id) with
            {
                Detail = type.Technologies.IsEmpty ? type.Description : $"{type.Description} ({string.Join(", ", type.Technologies)})",
                Topic = new CompletionTopic(TopicKind.Service, $"{head}_{type.Id}"),
            });
    }

    private CompletionCandidate Candidate(string name, string label)
    {
        var text = name.Replace('_', _separator);
        return new CompletionCandidate(CandidateKind.Service, label.Replace('_', _separator), _request.Place.ToSource(_word), text) { Filter = text, MayKeepRest = true };
    }
}
