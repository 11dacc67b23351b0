using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Proposes the services of a project: one for each role that its modules call for, named in the convention's default form.</summary>
public static class ServiceProposal
{
    private const int FewestLetters = 3;

    /// <summary>A proposed service.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Role">What it is.</param>
    public sealed record Service(string Name, ServiceRole Role);

    /// <summary>The services; empty when the project's name gives no words for theirs.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="project">The project as titles write it.</param>
    /// <param name="modules">Ids of the declared modules.</param>
    public static ImmutableArray<Service> For(FrameworkDefinition definition, string project, IReadOnlyCollection<string> modules)
    {
        if (Stem(definition, project) is not var (context, domain))
        {
            return [];
        }

        return
        [
            .. definition.Architecture.Roles
                .Where(role => role.Kind != ServiceRoleKind.Infrastructure && (role.Module is null || modules.Contains(role.Module)))
                .Select(role => new Service(Name(definition, context, domain, role), role)),
        ];
    }

    /// <summary>The services as list items of a document, one a line.</summary>
    public static string Describe(IEnumerable<Service> services) => string.Join('\n', services.Select(static service =>
        $"✅ `{service.Name}`: {service.Role.Name}{(service.Role.Port is { } port ? string.Create(CultureInfo.InvariantCulture, $" (Port {port})") : "")}"));

    /// <summary>The name of a data service in the context of another service; null when that one's name tells no context.</summary>
    internal static string? DataServiceBeside(CompiledDefinition definition, string name, ServiceRole role) =>
        definition.ServiceNames.Parse(name) is { Type: not null, Parts.Length: > 2 } parsed ? Name(definition.Definition, parsed.Context, role.Engine ?? "", role) : null;

    // A data service is named after what it stands before, if the convention has a compound for it: "data_postgres".
    private static string Name(FrameworkDefinition definition, string context, string domain, ServiceRole role)
    {
        if (role.Kind == ServiceRoleKind.Data && role.Engine is { } engine
            && definition.Naming.CompoundTokens.FirstOrDefault(token => definition.Naming.ProviderTokens.Any(provider => engine.StartsWith(provider, StringComparison.Ordinal) && token.EndsWith("_" + provider, StringComparison.Ordinal))) is { } compound)
        {
            return $"{context}_{compound}_{role.ServiceType}";
        }

        return $"{context}_{domain}_{role.ServiceType}";
    }

    // The first known context one of whose domains the name tells, else the first two words that say something.
    private static (string Context, string Domain)? Stem(FrameworkDefinition definition, string project)
    {
        var words = Tokens(project);
        foreach (var context in definition.Naming.Contexts.Where(static context => context.State == ContextState.Active))
        {
            var domain = context.Domains.FirstOrDefault(known => !definition.Naming.AmbiguousDomains.ContainsKey(known) && words.Exists(word => IsForm(word, known)));
            if (domain is not null)
            {
                return (context.ShortPrefix.Length > 0 ? context.ShortPrefix : context.Id, domain);
            }
        }

        var naming = definition.Naming;
        var telling = words.Where(word => word.Length >= FewestLetters
            && !naming.RedundantWords.Contains(word) && !naming.GenericContexts.Contains(word) && !naming.Types.Any(type => type.Id == word)
            && !naming.AmbiguousDomains.ContainsKey(word)).Distinct(StringComparer.Ordinal).ToList();
        return telling switch
        {
            [] => null,
            [var only] => (only, only),
            [var first, var second, ..] => (first, second),
        };
    }

    // "loans" is "loan", "lending" is "lending".
    private static bool IsForm(string word, string known) => word == known || word == known + "s" || known == word + "s";

    private static List<string> Tokens(string project)
    {
        var folded = new StringBuilder();
        foreach (var character in Words.Fold(project))
        {
            folded.Append(char.IsAsciiLetterOrDigit(character) ? character : ' ');
        }

        return [.. folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static word => char.IsAsciiLetter(word[0]))];
    }
}
