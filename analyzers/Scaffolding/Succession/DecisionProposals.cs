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

            proposals.Add(Propose(workspace, kind, root + folder, trigger, keyword, proposals.Count, documents, facts, today));
        }

        return proposals.DrainToImmutable();
    }

    /// <summary>The record of one decision.</summary>
    /// <param name="workspace">The workspace, for a number that is not taken.</param>
    /// <param name="kind">The kind of records.</param>
    /// <param name="folder">Where they stand.</param>
    /// <param name="trigger">Why it is needed.</param>
    /// <param name="keyword">What shows that.</param>
    /// <param name="before">How many others are proposed before it.</param>
    /// <param name="documents">The documents it rests on.</param>
    /// <param name="facts">What it shares with them.</param>
    /// <param name="today">Today, for its id.</param>
    public static DocumentProposal Propose(
        Workspace workspace, DocumentKind kind, string folder, DecisionTrigger trigger, string keyword, int before, IReadOnlyList<BoundDocument> documents, ScaffoldFacts facts, DateOnly today)
    {
        var definition = workspace.Definition;
        var order = DocumentPlace.Number(workspace, folder, today) + before;
        var path = folder + DocumentPlace.Fill(kind.FileTemplate, order, keyword, today);
        var request = new ScaffoldRequest(kind, path, facts, today)
        {
            Content = new ScaffoldContent
            {
                Decision = new CarriedDecision(trigger, keyword, Id(definition, order, today)),
                Documents = [.. documents.Select(static document => new CarriedDocument(document.Kind.Id, document.Path, document.Outline.Title?.Title ?? ""))],
            },
        };
        return new DocumentProposal(kind, path, DocumentScaffold.Write(definition, request), request);
    }

    private static string Id(FrameworkDefinition definition, int order, DateOnly today) => definition.Phrases.Fill(
        ScaffoldPhrases.DecisionId,
        ("date", today.ToString("yyyyMMdd", CultureInfo.InvariantCulture)),
        ("number", order.ToString("000", CultureInfo.InvariantCulture)));

    private static string? Keyword(IReadOnlyList<BoundDocument> documents, DecisionTrigger trigger) => documents
        .Where(static document => document.Kind.HasRole(KindRoles.DefinesRequirements))
        .Select(document => DecisionNeedReader.Word(document, trigger))
        .FirstOrDefault(static word => word is not null);

    private static bool Mentions(string text, string keyword) => text.Contains(keyword, StringComparison.OrdinalIgnoreCase);
}
