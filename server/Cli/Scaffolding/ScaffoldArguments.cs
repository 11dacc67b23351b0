using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Server.Cli.Scaffolding;

/// <summary>Reads kinds, levels and modules as users write them.</summary>
internal static class ScaffoldArguments
{
    /// <summary>The kind with an id or name.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static DocumentKind Kind(FrameworkDefinition definition, string text) =>
        definition.Kinds.FirstOrDefault(kind => string.Equals(kind.Id, text, StringComparison.OrdinalIgnoreCase) || string.Equals(kind.Name, text, StringComparison.OrdinalIgnoreCase))
        ?? throw new UsageException($"there is no kind \"{text}\"; the kinds are {string.Join(", ", definition.Kinds.Select(static kind => kind.Id))}");

    /// <summary>The number of a level given by number or name; null for null.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static int? Level(FrameworkDefinition definition, string? text)
    {
        if (text is null)
        {
            return null;
        }

        return new LevelParser(definition.Levels).Parse(text).Level?.Number
            ?? throw new UsageException($"there is no level \"{text}\"; the levels are {string.Join(", ", definition.Levels.Select(static level => level.Display))}");
    }

    /// <summary>The ids of modules given by ids or names; null for null, empty for a word that means none.</summary>
    /// <exception cref="UsageException">One of them is none.</exception>
    public static ImmutableArray<string>? Modules(FrameworkDefinition definition, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var ids = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var known = ids.Select(id => definition.Modules.Items.FirstOrDefault(module => string.Equals(module.Id, id, StringComparison.OrdinalIgnoreCase))?.Id).ToList();
        if (known.Count > 0 && known.TrueForAll(static id => id is not null))
        {
            return [.. known.OfType<string>()];
        }

        var reading = new ModuleParser(definition).Parse(text);
        return reading is { IsAnswered: true, Unknown.IsEmpty: true } || (reading.IsNone && reading.Modules.IsEmpty)
            ? reading.Modules
            : throw new UsageException($"there is no module \"{reading.Unknown.FirstOrDefault(text)}\"; the modules are {string.Join(", ", definition.Modules.Items.Select(static module => module.Name))}, or {definition.Modules.NoneWords.FirstOrDefault("none")}");
    }
}
