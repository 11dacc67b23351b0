using FrameworkLsp.Analyzers.Features.Hover;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Offers the values of a type.</summary>
internal static class ValueCompletion
{
    /// <summary>The values of a type that may stand at a place.</summary>
    /// <param name="place">The cursor.</param>
    /// <param name="valueKind">The type.</param>
    /// <param name="value">The whole value, which the insertion replaces; of a list only the entry around the cursor.</param>
    /// <param name="today">Today's date.</param>
    public static IEnumerable<CompletionCandidate> Values(DocumentPlace place, string valueKind, TextSpan value, DateOnly today)
    {
        var framework = place.Framework;
        return valueKind switch
        {
            ValueKinds.Level => framework.Levels.Select(level => Candidate(place, value, level.Display) with { Detail = level.Summary, Documentation = WorkflowHovers.Level(framework, level) }),
            ValueKinds.Modules => Modules(place, value),
            ValueKinds.Date => [Candidate(place, value, today.ToString("yyyy-MM-dd", provider: null)) with { Detail = "today" }],
            ValueKinds.ServiceType => framework.Naming.Types.Select(type => Candidate(place, value, type.Id) with { Detail = type.Description }),
            _ => ValueVocabulary.Classes(framework, valueKind).Select(entry => Candidate(place, value, entry.Canonical) with { Filter = entry.Canonical + " " + string.Join(' ', entry.Words) }),
        };
    }

    /// <summary>A value that replaces a span.</summary>
    public static CompletionCandidate Candidate(DocumentPlace place, TextSpan replaced, string text, CandidateKind kind = CandidateKind.Value) =>
        new(kind, text, place.ToSource(replaced), NeedsBlank(place, replaced) ? " " + text : text) { Filter = NeedsBlank(place, replaced) ? " " + text : text };

    private static IEnumerable<CompletionCandidate> Modules(DocumentPlace place, TextSpan value)
    {
        var framework = place.Framework;
        var entry = Entry(place, value);
        var others = place.TextOf(TextSpan.FromBounds(value.Start, entry.Start)) + "," + place.TextOf(TextSpan.FromBounds(entry.End, value.End));
        var declared = place.Document.Definition.Modules.Parse(others).Modules;
        foreach (var module in framework.Modules.Items.Where(module => !declared.Contains(module.Id)).OrderByDescending(static module => module.IsOffered))
        {
            yield return Candidate(place, entry, module.Name, CandidateKind.Module) with { Detail = module.Technology, Documentation = WorkflowHovers.Module(framework, module) };
        }

        if (declared.IsEmpty && framework.Modules.NoneWords is [var none, ..])
        {
            yield return Candidate(place, entry, char.ToUpperInvariant(none[0]) + none[1..], CandidateKind.Module) with { Detail = "no module" };
        }
    }

    // The entry of a list around the cursor, without the blanks around it.
    private static TextSpan Entry(DocumentPlace place, TextSpan value)
    {
        var start = place.Offset;
        while (start > value.Start && place.Text[start - 1] is not (',' or ';'))
        {
            start--;
        }

        var end = place.Offset;
        while (end < value.End && place.Text[end] is not (',' or ';'))
        {
            end++;
        }

        while (start < place.Offset && place.Text[start] == ' ')
        {
            start++;
        }

        while (end > place.Offset && place.Text[end - 1] == ' ')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    // Behind a colon or comma that was typed without a blank.
    private static bool NeedsBlank(DocumentPlace place, TextSpan replaced) =>
        replaced.Start > 0 && (place.Text[replaced.Start - 1] is ':' or ',' or ';' or '*' or '|');
}
