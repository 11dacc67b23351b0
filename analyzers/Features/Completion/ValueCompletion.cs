using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Offers the values of a type.</summary>
internal static class ValueCompletion
{
    /// <summary>The values of a type that may stand at a place.</summary>
    /// <param name="request">The cursor and what is known there.</param>
    /// <param name="valueKind">The type.</param>
    /// <param name="value">The whole value, which the insertion replaces; of a list only the entry around the cursor.</param>
    public static IEnumerable<CompletionCandidate> Values(CompletionRequest request, string valueKind, TextSpan value)
    {
        var place = request.Place;
        var framework = place.Framework;
        return valueKind switch
        {
            ValueKinds.Level => framework.Levels.Select(level => Candidate(place, value, level.Display) with { Detail = level.Summary, Topic = Topic(level) }),
            ValueKinds.Modules => Modules(request, value),
            ValueKinds.Date => [Candidate(place, value, ValueChoices.Obvious(valueKind, request.Today)!) with { Detail = "today" }],
            ValueKinds.Duration => Durations(request, value),
            ValueKinds.LevelCondition => LevelConditions(request, value),
            ValueKinds.ServiceType => framework.Naming.Types.Select(type => Candidate(place, value, type.Id) with { Detail = type.Description }),
            ValueKinds.Services or ValueKinds.ServiceName => ServiceNameCompletion.InPlace(request),
            ValueKinds.Link => LinkCompletion.Whole(request, value),
            ValueKinds.Paths => ReadingCompletion.Paths(request, value),
            ValueKinds.Commands => PhaseCompletion.Commands(request, value),
            ValueKinds.DocumentType => place.Document.Kind.FrontMatterTypes.Select(type => Candidate(place, value, type)),
            _ => ValueVocabulary.Classes(framework, valueKind).Select(entry => Candidate(place, value, entry.Canonical) with { Filter = entry.Canonical + " " + string.Join(' ', entry.Words) }),
        };
    }

    /// <summary>A value that replaces a span.</summary>
    public static CompletionCandidate Candidate(DocumentPlace place, TextSpan replaced, string text, CandidateKind kind = CandidateKind.Value)
    {
        var inserted = NeedsBlank(place, replaced) ? " " + text : text;
        return new CompletionCandidate(kind, text, place.ToSource(replaced), inserted) { Filter = inserted };
    }

    private static CompletionTopic Topic(MaturityLevel level) => new(TopicKind.Level, level.Number.ToString(provider: null));

    private static IEnumerable<CompletionCandidate> Modules(CompletionRequest request, TextSpan value)
    {
        var place = request.Place;
        var framework = place.Framework;
        var entry = place.EntryIn(value);
        var others = place.TextOf(TextSpan.FromBounds(value.Start, entry.Start)) + "," + place.TextOf(TextSpan.FromBounds(entry.End, value.End));
        var declared = place.Document.Definition.Modules.Parse(others).Modules;
        foreach (var module in framework.Modules.Items.Where(module => !declared.Contains(module.Id)).OrderByDescending(static module => module.IsOffered))
        {
            yield return Candidate(place, entry, module.Name, CandidateKind.Module) with
            {
                Detail = module.Technology,
                Topic = new CompletionTopic(TopicKind.Module, module.Id),
                MayKeepRest = true,
                CommitCharacters = [","],
            };
        }

        if (declared.IsEmpty && framework.Modules.NoneWords is [var none, ..])
        {
            yield return Candidate(place, entry, char.ToUpperInvariant(none[0]) + none[1..], CandidateKind.Module) with { Detail = "no module" };
        }
    }

    // The estimate for the document's level and modules; without a level one for each.
    private static IEnumerable<CompletionCandidate> Durations(CompletionRequest request, TextSpan value)
    {
        var framework = request.Place.Framework;
        var modules = request.Modules.Length;
        return framework.Levels
            .Where(level => request.Level is null || level.Number == request.Level)
            .Select(level => (level, Text: framework.TimeEstimate.Write(level, modules)))
            .Where(static entry => entry.Text.Length > 0)
            .Select(entry => Candidate(request.Place, value, entry.Text) with { Detail = entry.level.Display });
    }

    // Every level, from one on, or only with a module: as a new plan says it.
    private static IEnumerable<CompletionCandidate> LevelConditions(CompletionRequest request, TextSpan value)
    {
        var place = request.Place;
        var framework = place.Framework;
        var phrases = framework.Phrases;
        if (phrases[ScaffoldPhrases.EveryLevel] is { Length: > 0 } every)
        {
            yield return Candidate(place, value, every);
        }

        foreach (var level in framework.Levels.Skip(1))
        {
            if (phrases.Fill(ScaffoldPhrases.FromLevel, ("level", level.Number.ToString(provider: null)), ("name", level.Name)) is { Length: > 0 } from)
            {
                yield return Candidate(place, value, from) with { Detail = level.Name, Topic = Topic(level) };
            }
        }

        foreach (var module in framework.Modules.Items.OrderByDescending(module => request.Modules.Contains(module.Id)))
        {
            if (phrases.Fill(ScaffoldPhrases.WithModule, ("module", module.Name)) is { Length: > 0 } with)
            {
                yield return Candidate(place, value, with) with { Detail = module.Technology, Topic = new CompletionTopic(TopicKind.Module, module.Id) };
            }
        }
    }

    // Behind a colon or comma that was typed without a blank.
    private static bool NeedsBlank(DocumentPlace place, TextSpan replaced) =>
        replaced.Start > 0 && (place.Text[replaced.Start - 1] is ':' or ',' or ';' or '*' or '|');
}
