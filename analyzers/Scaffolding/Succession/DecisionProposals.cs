using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>Proposes records for what in the requirements calls for a decision and has none (seed Stage 3 action 11).</summary>
internal static class DecisionProposals
{
    /// <summary>The records in the order of the triggers; empty when nothing calls for one.</summary>
    public static ImmutableArray<DocumentProposal> For(Workspace workspace, IReadOnlyList<BoundDocument> documents, ImmutableArray<BoundDocument> known, ScaffoldFacts facts, string root, DateOnly today)
    {
        var definition = workspace.Definition;
        if (definition.Kinds.FirstOrDefault(static kind => kind.HasRole(KindRoles.Decides)) is not { CanonicalPath: [.., '/'] folder, FileTemplate.Length: > 0 } kind)
        {
            return [];
        }

        var recordsAll = facts.Level is { } number && definition.Level(number) is { RecordsEveryDeviation: true };
        var proposals = ImmutableArray.CreateBuilder<DocumentProposal>();
        foreach (var trigger in definition.DecisionTriggers.Where(trigger => trigger.Confidence == Confidence.High && (trigger.IsMajor || recordsAll)))
        {
            if (Keyword(documents, trigger) is not { } keyword || known.Any(record => Mentions(record.Outline.Text, keyword)))
            {
                continue;
            }

            var order = DocumentPlace.Number(workspace, root + folder, today) + proposals.Count;
            var path = root + folder + DocumentPlace.Fill(kind.FileTemplate, order, keyword, today);
            var id = definition.Phrases.Fill(
                ScaffoldPhrases.DecisionId,
                ("date", today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
                ("number", order.ToString("000", CultureInfo.InvariantCulture)));
            var request = new ScaffoldRequest(kind, path, facts, today)
            {
                Content = new ScaffoldContent
                {
                    Decision = new CarriedDecision(trigger, keyword, id),
                    Documents = [.. documents.Select(static document => new CarriedDocument(document.Kind.Id, document.Path, document.Outline.Title?.Title ?? ""))],
                },
            };
            proposals.Add(new DocumentProposal(kind, path, DocumentScaffold.Write(definition, request), request));
        }

        return proposals.DrainToImmutable();
    }

    // As it is written, in a place that claims something.
    private static string? Keyword(IReadOnlyList<BoundDocument> documents, DecisionTrigger trigger)
    {
        foreach (var document in documents.Where(static document => document.Kind.HasRole(KindRoles.DefinesRequirements)))
        {
            foreach (var keyword in trigger.Keywords)
            {
                var text = document.Outline.Text;
                for (var index = text.IndexOf(keyword, StringComparison.OrdinalIgnoreCase); index >= 0; index = text.IndexOf(keyword, index + 1, StringComparison.OrdinalIgnoreCase))
                {
                    if (IsWord(text, index, keyword.Length) && IsClaimed(document, index))
                    {
                        return text.Substring(index, keyword.Length);
                    }
                }
            }
        }

        return null;
    }

    private static bool IsClaimed(BoundDocument document, int offset)
    {
        var section = document.Outline.SectionAt(offset);
        var line = document.Outline.Text.AsSpan(InsertionPoint.LineStart(document.Outline.Text, offset));
        line = line[..Math.Max(0, line.IndexOfAny('\r', '\n') is var end && end < 0 ? line.Length : end)];
        var negatives = document.Definition.Definition.NegativeScope;
        var folded = Words.Fold(line.ToString());
        return !negatives.Headings.Contains(section.Key)
            && !document.Fields.Any(field => field.Definition.ValueKind == ValueKinds.List && negatives.Headings.Contains(field.Field.Key) && field.Field.Items.Any(item => item.Span.Contains(offset)))
            && !negatives.Words.Any(word => Words.IndexOfPhrase(folded, Words.Fold(word)) >= 0);
    }

    private static bool IsWord(string text, int index, int length) =>
        (index == 0 || !char.IsLetterOrDigit(text[index - 1])) && (index + length == text.Length || !char.IsLetterOrDigit(text[index + length]));

    private static bool Mentions(string text, string keyword) => text.Contains(keyword, StringComparison.OrdinalIgnoreCase);
}
