using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Offers requirement ids: those of the delivery where they are referred to, the next free one where they are defined.</summary>
internal static class RequirementCompletion
{
    /// <summary>Ids for a cell of an id column.</summary>
    public static IEnumerable<CompletionCandidate> InTable(DocumentPlace place, CellPlace cell, TextSpan value, WorkspaceAnalysis analysis)
    {
        var ids = place.Document.Definition.RequirementIds;
        var used = cell.Table.Table.Rows
            .Where(row => !ReferenceEquals(row, cell.Row))
            .SelectMany(row => ids.FindAll(cell.Table.Text(row, ColumnRoles.RequirementId)))
            .Select(static token => token.Id)
            .ToHashSet(StringComparer.Ordinal);
        return cell.Table.Definition.Role == TableRoles.Requirements
            ? Next(place, cell, value, analysis)
            : Defined(place, analysis).Where(fact => !used.Contains(fact.Id)).Select(fact => Candidate(place, fact, value));
    }

    /// <summary>Ids for a word of running text that starts like one.</summary>
    public static IEnumerable<CompletionCandidate> InText(DocumentPlace place, WorkspaceAnalysis analysis)
    {
        var start = place.Offset;
        while (start > 0 && (char.IsAsciiLetterOrDigit(place.Text[start - 1]) || place.Text[start - 1] == '-'))
        {
            start--;
        }

        var word = place.Text[start..place.Offset];
        return word.Length > 0 && place.Framework.RequirementIds.Prefixes.Any(prefix => IsStartOf(word, prefix.Id))
            ? Defined(place, analysis).Select(fact => Candidate(place, fact, TextSpan.FromBounds(start, place.Offset)))
            : [];
    }

    private static bool IsStartOf(string word, string prefix) =>
        word.Length <= prefix.Length ? prefix.StartsWith(word, StringComparison.Ordinal) : word.StartsWith(prefix + "-", StringComparison.Ordinal);

    private static CompletionCandidate Candidate(DocumentPlace place, RequirementFact fact, TextSpan replaced) =>
        ValueCompletion.Candidate(place, replaced, fact.Id, CandidateKind.Requirement) with { Detail = fact.Title };

    private static IEnumerable<RequirementFact> Defined(DocumentPlace place, WorkspaceAnalysis analysis) => DeliveryScope
        .OfRequirements(place.Document, analysis)
        .SelectMany(static facts => facts.Requirements)
        .DistinctBy(static fact => fact.Id)
        .OrderBy(static fact => fact.Id, StringComparer.Ordinal);

    // The ids of a table follow one another: the highest number of its prefix, plus one, as wide as the others.
    private static IEnumerable<CompletionCandidate> Next(DocumentPlace place, CellPlace cell, TextSpan value, WorkspaceAnalysis analysis)
    {
        var role = cell.Table.Owner?.Definition.Role;
        var prefixes = place.Framework.RequirementIds.Prefixes;
        var own = prefixes.Where(prefix => prefix.SectionRole == role).ToList();
        var defined = Defined(place, analysis).Select(static fact => fact.Id).ToList();
        foreach (var prefix in own.Count > 0 ? own : [.. prefixes])
        {
            var highest = 0;
            var width = 3;
            foreach (var id in defined.Where(id => id.StartsWith(prefix.Id + "-", StringComparison.Ordinal)))
            {
                var digits = id[(prefix.Id.Length + 1)..];
                if (int.TryParse(digits, out var number) && number > highest)
                {
                    (highest, width) = (number, digits.Length);
                }
            }

            var next = $"{prefix.Id}-{(highest + 1).ToString(provider: null).PadLeft(width, '0')}";
            yield return ValueCompletion.Candidate(place, value, next, CandidateKind.Requirement) with { Detail = $"next {prefix.Name}" };
        }
    }
}
