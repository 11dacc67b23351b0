using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>Tells which part of the architecture a service plays, from its name and from the words that describe it.</summary>
public sealed class ServiceRoleMatcher
{
    private readonly ServiceNameParser _names;
    private readonly Architecture _architecture;
    private readonly ImmutableArray<(string Keyword, ServiceRole Role)> _keywords;
    private readonly ImmutableArray<(string Name, InfrastructureItem Engine)> _engines;
    private readonly PhraseSet _dataWords;

    /// <summary>Prepares a definition.</summary>
    public ServiceRoleMatcher(FrameworkDefinition definition, ServiceNameParser names)
    {
        _names = names;
        _architecture = definition.Architecture;
        _keywords = [.. _architecture.Roles.SelectMany(static role => role.Keywords.Select(keyword => (Words.Fold(keyword), role)))];
        Databases = [.. _architecture.Infrastructure.Where(static item => item.IsDatabase)];
        _engines = [.. Databases.SelectMany(static engine => engine.Aliases.Append(engine.Name).Append(engine.Id).Select(name => (Words.Fold(name), engine)).Distinct())];
        _dataWords = new PhraseSet(_architecture.DataServiceWords.Concat(_architecture.Roles.Where(static role => role.Kind == ServiceRoleKind.Data).SelectMany(static role => role.Keywords)));
    }

    /// <summary>The databases that only data services may reach.</summary>
    public ImmutableArray<InfrastructureItem> Databases { get; }

    /// <summary>The role that stands before a database; null when the architecture has none.</summary>
    public ServiceRole? DataRole(InfrastructureItem engine) => _architecture.Roles.FirstOrDefault(role => role.Kind == ServiceRoleKind.Data && role.Engine == engine.Id);

    /// <summary>The database that a name or text names first; null when it names none.</summary>
    public InfrastructureItem? Engine(string text)
    {
        var folded = Words.Fold(text);
        return _engines
            .Select(entry => (Index: Words.IndexOfPhrase(folded, entry.Name), entry.Engine))
            .Where(static entry => entry.Index >= 0)
            .OrderBy(static entry => entry.Index)
            .Select(static entry => entry.Engine)
            .FirstOrDefault();
    }

    /// <summary>Whether a name is of the form of data services and tells that it stands before a database.</summary>
    public bool IsDataServiceFor(InfrastructureItem engine, string name) => _names.IsDataService(name) && Engine(name) == engine;

    /// <summary>Whether a text speaks of services that stand before a database.</summary>
    public bool SpeaksOfDataService(string text) => _dataWords.OccursIn(text);

    /// <summary>
    /// The role of a service. What a description says of data comes first, since data services are called after their content as well; then the
    /// type in the name; then the description.
    /// </summary>
    /// <param name="name">Its name; empty when it has none.</param>
    /// <param name="description">What stands behind the name.</param>
    public ServiceRole? Of(string name, string description)
    {
        if (name.Length > 0 && _names.IsDataService(name))
        {
            return Engine(name) is { } engine ? DataRole(engine) : null;
        }

        var told = Told(description);
        if (told is { Kind: ServiceRoleKind.Data } || name.Length == 0)
        {
            return told;
        }

        return OfType(name) is { } role ? DataRoleOf(name, role) ?? role : told ?? Told(name);
    }

    /// <summary>The database that a container is, by its image or its name; null when it is none.</summary>
    public InfrastructureItem? DatabaseOf(string name, string image)
    {
        if (_names.IsDataService(name))
        {
            return null;
        }

        var repository = image[(image.LastIndexOf('/') + 1)..];
        var tag = repository.IndexOf(':', StringComparison.Ordinal);
        var folded = Words.Fold(tag < 0 ? repository : repository[..tag]);
        return _engines.Where(entry => folded == entry.Name).Select(static entry => entry.Engine).FirstOrDefault()
            ?? (_names.IsInfrastructure(name) ? Engine(name) : null);
    }

    // The description's first word that tells, the longest of several there: "PostgreSQL data service (FastAPI)" is no FastAPI service.
    private ServiceRole? Told(string description)
    {
        var folded = Words.Fold(description);
        return _keywords
            .Select(entry => (Index: Words.IndexOfPhrase(folded, entry.Keyword), entry.Keyword, entry.Role))
            .Where(static entry => entry.Index >= 0)
            .OrderBy(static entry => entry.Index)
            .ThenByDescending(static entry => entry.Keyword.Length)
            .Select(static entry => entry.Role)
            .FirstOrDefault();
    }

    // "postgres_api", "orders_data_api": of the type that data services have, and named after one.
    private ServiceRole? DataRoleOf(string name, ServiceRole role)
    {
        var data = Engine(name) is { } engine ? DataRole(engine) : SpeaksOfDataService(name) ? _architecture.Roles.FirstOrDefault(static other => other.Kind == ServiceRoleKind.Data) : null;
        return data is not null && data.ServiceType == role.ServiceType ? data : null;
    }

    private ServiceRole? OfType(string name)
    {
        var type = _names.Parse(name.ToLowerInvariant()).Type?.Id;
        return type is null ? null : _architecture.Roles.FirstOrDefault(role => role.Kind != ServiceRoleKind.Data && role.ServiceType == type);
    }
}
