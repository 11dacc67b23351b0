using System.Collections.Immutable;
using System.Globalization;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>The optional modules and the words around them.</summary>
public sealed record ModuleVocabulary
{
    /// <summary>The modules.</summary>
    public ImmutableArray<OptionalModule> Items { get; init; } = [];

    /// <summary>Words that say that no module is wanted.</summary>
    public ImmutableArray<string> NoneWords { get; init; } = [];

    /// <summary>Words behind a none word after which modules are wanted all the same ("none except Redis").</summary>
    public ImmutableArray<string> ExceptWords { get; init; } = [];

    /// <summary>Words that name the core and so declare no module.</summary>
    public ImmutableArray<string> CoreWords { get; init; } = [];

    /// <summary>Pairs of an excluded and a declared module that do not go together.</summary>
    public ImmutableArray<ModuleConflict> Conflicts { get; init; } = [];

    /// <summary>Words that say that the list was changed and where that is written down, in lower case.</summary>
    public ImmutableArray<string> ChangeWords { get; init; } = [];

    /// <summary>What separates modules in a list.</summary>
    public ImmutableArray<string> Separators { get; init; } = [];

    /// <summary>The modules that a module cannot do without, and those that these cannot do without.</summary>
    public ImmutableHashSet<string> Requirements(string id)
    {
        var required = ImmutableHashSet.Create<string>(StringComparer.Ordinal);
        var open = new Queue<string>([id]);
        while (open.TryDequeue(out var next))
        {
            foreach (var other in Items.Where(module => module.Id == next).SelectMany(static module => module.Requires).Where(other => !required.Contains(other)))
            {
                required = required.Add(other);
                open.Enqueue(other);
            }
        }

        return required;
    }

    /// <summary>The modules with everything that they require, add or imply, and what counts as declared everywhere.</summary>
    public ImmutableHashSet<string> Closure(IEnumerable<string> declared)
    {
        var closure = declared.Concat(Items.Where(static module => module.IsImplied).Select(static module => module.Id)).ToImmutableHashSet(StringComparer.Ordinal);
        while (true)
        {
            var next = closure.Union(Items
                .Where(module => closure.Contains(module.Id))
                .SelectMany(static module => module.Requires.Concat(module.AutoIncludes))
                .Concat(Items.Where(module => module.ImpliedBy.Any(closure.Contains)).Select(static module => module.Id)));
            if (next.Count == closure.Count)
            {
                return closure;
            }

            closure = next;
        }
    }
}

/// <summary>An optional module.</summary>
public sealed record OptionalModule
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names, in any language.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>What it is built with.</summary>
    public string Technology { get; init; } = "";

    /// <summary>Ids of modules it cannot do without.</summary>
    public ImmutableArray<string> Requires { get; init; } = [];

    /// <summary>Ids of modules that go well with it.</summary>
    public ImmutableArray<string> Recommends { get; init; } = [];

    /// <summary>Ids of modules that are added automatically with it.</summary>
    public ImmutableArray<string> AutoIncludes { get; init; } = [];

    /// <summary>Ids of modules with which it counts as declared (decisions 22).</summary>
    public ImmutableArray<string> ImpliedBy { get; init; } = [];

    /// <summary>Whether it counts as declared in every document (decisions 22).</summary>
    public bool IsImplied { get; init; }

    /// <summary>Words that show that it is used, lower case.</summary>
    public ImmutableArray<string> Keywords { get; init; } = [];

    /// <summary>The phase that builds it, or null.</summary>
    public int? Phase { get; init; }

    /// <summary>The sub-stages it adds.</summary>
    public ImmutableArray<string> SubStages { get; init; } = [];

    /// <summary>Whether the base workflow asks for it by name.</summary>
    public bool IsOffered { get; init; }
}

/// <summary>How generation time is estimated; the bounds per level are at <see cref="MaturityLevel"/>.</summary>
public sealed record TimeEstimate
{
    /// <summary>Minutes a module adds at most.</summary>
    public double MinutesPerModule { get; init; }

    /// <summary>Words for minutes, in any language.</summary>
    public ImmutableArray<string> MinuteWords { get; init; } = [];

    /// <summary>Words that mark the minutes of the level alone.</summary>
    public ImmutableArray<string> BaseWords { get; init; } = [];

    /// <summary>Words for modules behind their number.</summary>
    public ImmutableArray<string> ModuleWords { get; init; } = [];

    /// <summary>How an estimate with several modules is written, in each language: <c>{low}</c>, <c>{high}</c>, <c>{base}</c> and <c>{modules}</c> are numbers; empty when the tool cannot write one.</summary>
    public ImmutableArray<string> Forms { get; init; } = [];

    /// <summary>The same with one module.</summary>
    public ImmutableArray<string> FormsForOne { get; init; } = [];

    /// <summary>The same without modules.</summary>
    public ImmutableArray<string> FormsForNone { get; init; } = [];

    /// <summary>The minutes that modules add at most, rounded up.</summary>
    public double Allowance(int modules) => Math.Ceiling(MinutesPerModule * modules);

    /// <summary>An estimate as a document writes it; empty when the pack has no form.</summary>
    /// <param name="level">The level.</param>
    /// <param name="modules">The number of modules.</param>
    /// <param name="beside">A text that tells the language; the first one when it is empty.</param>
    public string Write(MaturityLevel level, int modules, string beside = "")
    {
        var forms = modules switch { 0 => FormsForNone, 1 => FormsForOne, _ => Forms };
        return Wording.Beside(beside, forms.AsSpan())
            .Replace("{low}", Text(level.BaseMinutes), StringComparison.Ordinal)
            .Replace("{high}", Text(level.BaseMinutes + Allowance(modules)), StringComparison.Ordinal)
            .Replace("{base}", Text(level.BaseMinutes), StringComparison.Ordinal)
            .Replace("{modules}", Text(modules), StringComparison.Ordinal);
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>An excluded module that a declared one cannot do without.</summary>
/// <param name="Excluded">The id of the excluded module.</param>
/// <param name="Declared">The id of the declared module.</param>
/// <param name="Severity">How bad it is, as a severity name.</param>
/// <param name="Reason">What follows from it; may be empty.</param>
public sealed record ModuleConflict(string Excluded, string Declared, string Severity, string Reason);
