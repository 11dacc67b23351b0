using System.Collections.Immutable;

namespace FrameworkLsp.Server.Protocol;

/// <summary>Asks what can be chosen for a new document.</summary>
internal sealed record CatalogParams;

/// <summary>What can be chosen for a new document, for clients that ask their user.</summary>
internal sealed record CatalogAnswer(ImmutableArray<CatalogKind> Kinds, ImmutableArray<CatalogLevel> Levels, ImmutableArray<CatalogModule> Modules);

/// <summary>A kind of document that has a usual place.</summary>
internal sealed record CatalogKind
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The stage that produces it, as the workflow numbers it.</summary>
    public required string Stage { get; init; }

    public string? StageName { get; init; }

    /// <summary>Where a new one is written; ends in a slash when it is a folder.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it states the maturity level, so that asking for level and modules makes sense.</summary>
    public required bool UsesLevel { get; init; }
}

/// <summary>A maturity level.</summary>
internal sealed record CatalogLevel(int Number, string Name, string Summary);

/// <summary>An optional module; its technology is empty when the workflow names none.</summary>
internal sealed record CatalogModule(string Id, string Name, string Technology);
