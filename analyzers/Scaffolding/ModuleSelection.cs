using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Completes a choice of modules with what they cannot do without.</summary>
/// <param name="Modules">Ids of all modules in the order of the definition.</param>
/// <param name="Added">What came along, with the module that needs it.</param>
public sealed record ModuleSelection(EquatableArray<string> Modules, ImmutableArray<(OptionalModule Module, OptionalModule Needed)> Added)
{
    /// <summary>Completes the choice.</summary>
    public static ModuleSelection Complete(FrameworkDefinition definition, IEnumerable<string> chosen)
    {
        var all = new List<string>(chosen.Distinct(StringComparer.Ordinal));
        var added = ImmutableArray.CreateBuilder<(OptionalModule, OptionalModule)>();
        for (var index = 0; index < all.Count; index++)
        {
            if (definition.Module(all[index]) is not { } module)
            {
                continue;
            }

            foreach (var other in module.Requires.Concat(module.AutoIncludes).Where(id => !all.Contains(id)).Distinct(StringComparer.Ordinal).ToList())
            {
                if (definition.Module(other) is { } needed)
                {
                    all.Add(other);
                    added.Add((module, needed));
                }
            }
        }

        return new ModuleSelection(definition.Modules.Items.Select(static module => module.Id).Where(all.Contains).ToEquatableArray(), added.DrainToImmutable());
    }

    /// <summary>What came along, in words; empty when nothing did.</summary>
    public string Describe() => string.Join(", ", Added.Select(static entry => $"{entry.Needed.Name} comes with {entry.Module.Name}"));
}
