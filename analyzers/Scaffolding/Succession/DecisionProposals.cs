using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
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
        if (definition.Kinds.FirstOrDefault(static kind => kind.HasRole(KindRoles.Decides)) is not { CanonicalPath: [.., '/'], FileTemplate.Length: > 0 } kind)
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

            proposals.Add(Record(workspace, kind, facts, root, keyword, trigger, "", documents, proposals.Count, today));
        }

        return proposals.DrainToImmutable();
    }

    /// <summary>The record of a decision, in the folder of records of a delivery.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="kind">The kind of records.</param>
    /// <param name="facts">What the record shares with the delivery.</param>
    /// <param name="root">The root of the delivery with a closing slash; empty for the root of the workspace.</param>
    /// <param name="subject">The word that calls for the decision, or what it is about.</param>
    /// <param name="trigger">What calls for it; null when its author does.</param>
    /// <param name="passage">The passage it is taken from, as Markdown; empty when there is none.</param>
    /// <param name="documents">The documents that it comes from.</param>
    /// <param name="before">How many other records are made at the same time before it.</param>
    /// <param name="today">Today, for its id.</param>
    public static DocumentProposal Record(
        Workspace workspace,
        DocumentKind kind,
        ScaffoldFacts facts,
        string root,
        string subject,
        DecisionTrigger? trigger,
        string passage,
        IEnumerable<BoundDocument> documents,
        int before,
        DateOnly today)
    {
        var definition = workspace.Definition;
        var folder = root + kind.CanonicalPath;
        var order = DocumentPlace.Number(workspace, folder, today) + before;
        var path = folder + DocumentPlace.Fill(kind.FileTemplate, order, subject, today);
        var id = definition.Phrases.Fill(
            ScaffoldPhrases.DecisionId,
            ("date", today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
            ("number", order.ToString("000", CultureInfo.InvariantCulture)));
        var request = new ScaffoldRequest(kind, path, facts, today)
        {
            Content = new ScaffoldContent
            {
                Decision = new CarriedDecision(trigger, subject, id) { Passage = passage },
                Documents = [.. documents.Select(static document => new CarriedDocument(document.Kind.Id, document.Path, document.Outline.Title?.Title ?? ""))],
            },
        };
        return new DocumentProposal(kind, path, DocumentScaffold.Write(definition, request), request);
    }

    private static string? Keyword(IReadOnlyList<BoundDocument> documents, DecisionTrigger trigger) => documents
        .Where(static document => document.Kind.HasRole(KindRoles.DefinesRequirements))
        .Select(document => DecisionNeedReader.Word(document, trigger))
        .FirstOrDefault(static word => word is not null);

    private static bool Mentions(string text, string keyword) => text.Contains(keyword, StringComparison.OrdinalIgnoreCase);
}
