using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Proposes the phase that a requirement is built in, in the words of the plan.</summary>
internal static class PhaseGuess
{
    /// <summary>The plan's name for the phase that the id's prefix stands for, or of the usual phase when the plan lacks that one.</summary>
    public static string For(BoundDocument plan, string requirementId)
    {
        var prefixes = plan.Definition.RequirementIds;
        var own = prefixes.Prefix(requirementId)?.DefaultPhase;
        var usual = prefixes.Scheme.Prefixes.FirstOrDefault()?.DefaultPhase;
        var named = Named(plan);
        foreach (var number in new[] { own, usual }.OfType<int>())
        {
            if (named.TryGetValue(number, out var name))
            {
                return name;
            }
        }

        return named.Count > 0 ? named.Values.First() : plan.Definition.Definition.Phases.FirstOrDefault(phase => phase.Number == (own ?? usual))?.Name ?? "";
    }

    // "Phase 3" of the heading "Phase 3: Business Logic (Week 3-4)".
    private static SortedDictionary<int, string> Named(BoundDocument plan)
    {
        var names = new SortedDictionary<int, string>();
        foreach (var section in plan.Sections.Where(static section => section.Definition is { Role: SectionRoles.Phases, HeadingPattern: not null }))
        {
            var match = TextPattern.Get(section.Definition.HeadingPattern!).FirstMatch(section.Section.Key);
            if (match is not null && int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                var title = section.Section.Title;
                var end = title.AsSpan().IndexOfAny(":(–—");
                names.TryAdd(number, (end < 0 ? title : title[..end]).Trim());
            }
        }

        return names;
    }
}
