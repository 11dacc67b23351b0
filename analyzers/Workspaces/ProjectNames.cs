using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>
/// What documents outside the deliveries decide: the project's registries and naming decisions about service names (decisions 26, catalogue
/// FW306), and its records of decisions about technologies (FW421).
/// </summary>
/// <param name="Registered">Names in registries, with underscores, sorted.</param>
/// <param name="Reasons">Reasons from naming decisions, sorted.</param>
/// <param name="Decided">Words for technologies and approaches that a record decides about, in lower case, sorted.</param>
/// <param name="Retired">Contexts that registries have retired, each once, sorted.</param>
public sealed record ProjectNames(EquatableArray<string> Registered, EquatableArray<ServiceReason> Reasons, EquatableArray<string> Decided, EquatableArray<RetiredContext> Retired)
{
    /// <summary>Reads them from the facts of all documents of a workspace.</summary>
    public static ProjectNames Of(FrameworkDefinition definition, IEnumerable<DocumentFacts> documents)
    {
        var registered = new SortedSet<string>(StringComparer.Ordinal);
        var reasons = new SortedSet<(string Service, int Number)>();
        var decided = new SortedSet<string>(StringComparer.Ordinal);
        var retired = new SortedDictionary<string, RetiredContext>(StringComparer.Ordinal);
        foreach (var facts in documents)
        {
            if (facts.IsReference || facts.IsEmbedded || facts.IsTemplate || definition.Kind(facts.Kind) is not { } kind)
            {
                continue;
            }

            if (kind.HasRole(KindRoles.RegistersNames))
            {
                registered.UnionWith(facts.Services);
                foreach (var context in facts.RetiredContexts)
                {
                    retired.TryAdd(context.Context, context);
                }
            }

            decided.UnionWith(facts.DecidedWords);
            if (kind.HasRole(KindRoles.DecidesNames))
            {
                reasons.UnionWith(facts.ServiceReasons.Select(static reason => (reason.Service, reason.Number)));
            }
        }

        return new ProjectNames([.. registered], reasons.Select(static reason => new ServiceReason(reason.Service, reason.Number)).ToEquatableArray(), [.. decided], [.. retired.Values]);
    }

    /// <summary>Whether two texts of one file decide the same about names.</summary>
    internal static bool HasSameNames(FrameworkDefinition definition, DocumentFacts left, DocumentFacts right) =>
        (left.Services == right.Services && left.ServiceReasons == right.ServiceReasons && left.DecidedWords == right.DecidedWords && left.RetiredContexts == right.RetiredContexts)
        || definition.Kind(right.Kind) is not { } kind
        || !(kind.HasRole(KindRoles.RegistersNames) || kind.HasRole(KindRoles.DecidesNames) || kind.HasRole(KindRoles.Decides));
}
