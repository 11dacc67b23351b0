using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Features.Renaming;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding.Succession;

namespace FrameworkLsp.Analyzers.Features.CodeActions.Refactorings;

/// <summary>
/// Numbers the requirements of a document anew in the order in which they stand, each series from 1, and follows the new numbers in every
/// document of the delivery.
/// </summary>
internal static class RenumberRequirements
{
    public const string Id = "renumberRequirements";

    /// <summary>Offered at the definition of a requirement.</summary>
    public static RefactoringOffer? Offer(RefactoringContext context)
    {
        if (context.Document.IsEmbedded || !context.Document.Kind.HasRole(KindRoles.DefinesRequirements))
        {
            return null;
        }

        var definitions = RequirementReader.Definitions(context.Document).ToList();
        var table = CellPlace.Find(context.Place)?.Table;
        return definitions.Exists(definition => context.Place.Line.IntersectsWith(definition.Span) || (table is not null && ReferenceEquals(definition.Table?.Table, table.Table)))
            ? new RefactoringOffer(Id, "Renumber the requirements in all documents of the delivery", RefactoringKind.Rewrite, Obstacle(context, definitions))
            : null;
    }

    /// <summary>Makes the edits of all documents.</summary>
    public static RefactoringResult Make(RefactoringContext context)
    {
        var numbers = Numbers(RequirementReader.Definitions(context.Document));
        var changes = new TextChangeSet();
        foreach (var document in Documents(context))
        {
            foreach (var occurrence in RequirementOccurrences.In(document))
            {
                if (New(occurrence.Id, numbers) is not { } id || id == occurrence.Id)
                {
                    continue;
                }

                // What lies between the ends of a range is written nowhere.
                if (occurrence.Range is { } range)
                {
                    return RefactoringContext.Refuse($"{document.Path}, line {document.LineOf(occurrence.Span.Start)} names a range of ids that begins with {range.From.With(range.From.Number)}; it would mean other requirements then. Write the ids out first.");
                }

                changes.Add(document.Path, document.ToSource.ToSource(occurrence.Span), id);
            }
        }

        AnchorUpdates.Add(changes, context.Analysis.Workspace, context.CancellationToken);
        return new RefactoringResult(new DeliveryEdit([], changes.ToImmutable()), null);
    }

    private static string? Obstacle(RefactoringContext context, List<RequirementDefinition> definitions)
    {
        if (definitions.Exists(static definition => definition.Fact.Scope.Length > 0))
        {
            return "The ids are numbered by feature; an id alone does not say which requirement is meant.";
        }

        if (definitions.CountBy(static definition => definition.Fact.Id).FirstOrDefault(static count => count.Value > 1) is { Key: { } twice })
        {
            return $"{twice} is defined twice; give one of them another id first.";
        }

        var numbers = Numbers(definitions);
        if (numbers.All(static pair => pair.Key == pair.Value))
        {
            return "The requirements are numbered in order already.";
        }

        // A number that another document still uses for something else must not get a new meaning.
        var defined = definitions.Select(static definition => definition.Fact.Id).ToHashSet(StringComparer.Ordinal);
        var given = numbers.Values.ToHashSet(StringComparer.Ordinal);
        var dangling = DeliveryScope.OfRequirements(context.Document, context.Analysis)
            .SelectMany(static facts => facts.Requirements.Select(static fact => fact.Id).Concat(facts.Traces.Select(static trace => trace.Id)).Concat(facts.Mentions))
            .FirstOrDefault(id => !defined.Contains(id) && given.Contains(Whole(id)) && !defined.Contains(Whole(id)));
        return dangling is null ? null : $"{dangling} is named in the delivery without being defined here; the number would be given to another requirement.";
    }

    // Old to new, of whole ids: sub ids follow theirs.
    private static ImmutableDictionary<string, string> Numbers(IEnumerable<RequirementDefinition> definitions)
    {
        var numbers = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var last = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            var id = Whole(definition.Fact.Id);
            if (!numbers.ContainsKey(id) && RequirementNumber.Parse(id) is { } number)
            {
                last[number.Stem] = last.GetValueOrDefault(number.Stem) + 1;
                numbers.Add(id, number.With(last[number.Stem]));
            }
        }

        return numbers.ToImmutable();
    }

    private static string? New(string id, ImmutableDictionary<string, string> numbers) =>
        numbers.TryGetValue(Whole(id), out var whole) ? whole + id[Whole(id).Length..] : null;

    private static string Whole(string id) => id.IndexOf('.', StringComparison.Ordinal) is var dot and >= 0 ? id[..dot] : id;

    private static IEnumerable<BoundDocument> Documents(RefactoringContext context) => DeliveryScope.OfRequirements(context.Document, context.Analysis)
        .Where(static facts => !facts.IsEmbedded)
        .Select(facts => context.Analysis.Workspace.Documents.GetValueOrDefault(facts.Path)?.GetBound(context.CancellationToken).Host)
        .OfType<BoundDocument>();
}
