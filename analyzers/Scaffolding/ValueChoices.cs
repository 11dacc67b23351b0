using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>The values that can stand in a field or cell of a type, as the tool writes them.</summary>
public static class ValueChoices
{
    /// <summary>The values in the order of the definition; empty for types with any number of values.</summary>
    public static ImmutableArray<string> For(FrameworkDefinition definition, string valueKind)
    {
        if (valueKind == ValueKinds.Level)
        {
            return [.. definition.Levels.Select(static level => level.Display)];
        }

        return VocabularyIds.Of(valueKind) is { } vocabulary
            ? [.. definition.Vocabulary(vocabulary).Classes.Select(static entry => entry.Canonical).Where(static word => word.Length > 0)]
            : [];
    }

    /// <summary>The one value that a field of a type has without asking anybody: a date is today's; null for all others.</summary>
    public static string? Obvious(string valueKind, DateOnly today) =>
        valueKind == ValueKinds.Date ? today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;
}
