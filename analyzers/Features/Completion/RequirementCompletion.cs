using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Offers requirement ids: those of the delivery where they are referred to, the next free one where they are defined.</summary>
internal static class RequirementCompletion
{
    /// <summary>Ids for a cell of an id column.</summary>
    public static IEnumerable<CompletionCandidate> InTable(CompletionRequest request, CellPlace cell, TextSpan value) => cell.Table.Definition.Role == TableRoles.Requirements
        ? Next(request, cell.Table).Select(next => ValueCompletion.Candidate(request.Place, value, next.Id, CandidateKind.Requirement) with { Detail = next.Detail })
        : Open(request, cell).Select(fact => Candidate(request, fact, value));

    /// <summary>Ids for a word of running text that starts like one.</summary>
    public static IEnumerable<CompletionCandidate> InText(CompletionRequest request)
    {
        var place = request.Place;
        var word = place.Word(static character => char.IsAsciiLetterOrDigit(character) || character == '-');
        var typed = place.TextOf(TextSpan.FromBounds(word.Start, place.Offset));
        return typed.Length > 0 && place.Framework.RequirementIds.Prefixes.Any(prefix => IsStartOf(typed, prefix.Id))
            ? Defined(request).Select(fact => Candidate(request, fact, word))
            : [];
    }

    /// <summary>The requirements of the delivery that no other row of a table is about.</summary>
    public static IEnumerable<RequirementFact> Open(CompletionRequest request, CellPlace cell)
    {
        var ids = request.Place.Document.Definition.RequirementIds;
        var used = cell.Table.Table.Rows
            .Where(row => !ReferenceEquals(row, cell.Row))
            .SelectMany(row => ids.References(cell.Table.Text(row, ColumnRoles.RequirementId)))
            .Select(static token => token.Id)
            .ToHashSet(StringComparer.Ordinal);
        return Defined(request).Where(fact => !used.Contains(fact.Id));
    }

    /// <summary>The next free id of each series that a table of definitions may go on with.</summary>
    public static IEnumerable<(string Id, string Detail)> Next(CompletionRequest request, BoundTable table)
    {
        var ids = request.Place.Document.Definition.RequirementIds;
        var prefixes = request.Place.Framework.RequirementIds.Prefixes;
        var own = prefixes.Where(prefix => prefix.SectionRole == table.Owner?.Definition.Role).ToList();
        var used = request.Delivery
            .SelectMany(static facts => facts.Requirements.Select(static fact => fact.Id).Concat(facts.Traces.Select(static trace => trace.Id)).Concat(facts.Mentions))
            .ToList();
        foreach (var prefix in own.Count > 0 ? own : [.. prefixes])
        {
            // As wide as the ids that are there already.
            var series = used.Select(static id => RequirementNumber.Parse(id)).LastOrDefault(number => number?.Stem == prefix.Id + "-") ?? RequirementNumber.Start(prefix.Id, ids);
            yield return (series.With(series.NextFree(used)), $"next {prefix.Name}");
        }
    }

    private static bool IsStartOf(string word, string prefix) =>
        word.Length <= prefix.Length ? prefix.StartsWith(word, StringComparison.Ordinal) : word.StartsWith(prefix + "-", StringComparison.Ordinal);

    private static CompletionCandidate Candidate(CompletionRequest request, RequirementFact fact, TextSpan replaced) =>
        ValueCompletion.Candidate(request.Place, replaced, fact.Id, CandidateKind.Requirement) with
        {
            Detail = fact.Title,
            Topic = new CompletionTopic(TopicKind.Requirement, fact.Id),
            MayKeepRest = true,
            CommitCharacters = [",", ")"],
        };

    private static IEnumerable<RequirementFact> Defined(CompletionRequest request) => request.Delivery
        .SelectMany(static facts => facts.Requirements)
        .DistinctBy(static fact => fact.Id)
        .OrderBy(static fact => fact.Id, StringComparer.Ordinal);
}
