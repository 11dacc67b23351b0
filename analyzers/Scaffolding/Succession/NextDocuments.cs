using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>Writes the document of the next stage from the documents of a delivery.</summary>
public static class NextDocuments
{
    /// <summary>The kind that comes after a kind; null when there is none.</summary>
    public static DocumentKind? KindAfter(FrameworkDefinition definition, DocumentKind kind)
    {
        if (definition.Kinds.FirstOrDefault(other => other.Predecessor == kind.Id) is { } successor)
        {
            return successor;
        }

        var stages = definition.Stages.Where(static stage => stage.ArtefactKind is not null).ToList();
        var index = stages.FindIndex(stage => stage.ArtefactKind == kind.Id);
        return index < 0 ? null
            : index + 1 < stages.Count ? definition.Kind(stages[index + 1].ArtefactKind!)
            : definition.Kinds.FirstOrDefault(static other => other.HasRole(KindRoles.HandsOver));
    }

    /// <summary>Where the document of a kind is, or would be written, that comes after another one; null when the workflow names no place.</summary>
    public static (string Path, bool Exists)? PathAfter(WorkspaceAnalysis analysis, BoundDocument document, DocumentKind kind, DateOnly today, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        var workspace = analysis.Workspace;
        var existing = DeliveryDocuments.Around(analysis, document.Path, cancellationToken).Of(kind);
        var root = PathResolver.DeliveryRoot(workspace.Definition, document.Path) ?? "";
        return (existing?.Path ?? DocumentPlace.For(workspace, kind, root, "", today)) is { } path
            ? (path, workspace.Documents.ContainsKey(path) || workspace.Files.Exists(path))
            : null;
    }

    /// <summary>What comes next after a document of the workspace; a file that is no framework document is taken for a prompt.</summary>
    /// <param name="analysis">The analysis.</param>
    /// <param name="path">The document.</param>
    /// <param name="today">Today, for dates.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static NextStage After(WorkspaceAnalysis analysis, string path, DateOnly today, CancellationToken cancellationToken = default)
    {
        var workspace = analysis.Workspace;
        if (!workspace.Documents.TryGetValue(path, out var file))
        {
            return NextStage.Refuse($"{path} is no document of the workspace.");
        }

        if (file.GetBound(cancellationToken).Host is not { } document)
        {
            return AfterPrompt(workspace, path, file, today, cancellationToken);
        }

        if (KindAfter(workspace.Definition, document.Kind) is not { } kind)
        {
            return NextStage.Refuse($"Nothing comes next after a {document.Kind.Name}: it stands beside the stages of the workflow.");
        }

        var delivery = DeliveryDocuments.Around(analysis, path, cancellationToken);
        return document.Kind.HasRole(KindRoles.ValidatesPrompt)
            ? AfterValidation(workspace, document, kind, delivery, today)
            : AfterStage(workspace, document, kind, delivery, today);
    }

    private static NextStage AfterPrompt(Workspace workspace, string path, Document file, DateOnly today, CancellationToken cancellationToken)
    {
        var definition = workspace.Definition;
        if (definition.Kinds.FirstOrDefault(static kind => kind.HasRole(KindRoles.ValidatesPrompt)) is not { } kind)
        {
            return NextStage.Refuse($"{path} is no document of the workflow.");
        }

        var outline = file.GetBound(cancellationToken).Outline;
        if (outline.Text.AsSpan().IsWhiteSpace())
        {
            return NextStage.Refuse($"{path} is empty; write down what is to be built.");
        }

        var prompt = DocumentBinder.Bind(path, file.Text, kind, outline, file.Configuration.Definition, TextMap.Identity);
        var answers = PromptReader.Read(prompt, isBrief: true);
        var facts = new ScaffoldFacts(answers.Project, "", answers.Level, answers.Modules, IsExtended: true);
        var target = PathResolver.Folder(path) is var folder && PathResolver.DeliveryRoot(definition, path) is { } root ? root : folder;
        return One(workspace, kind, target, facts, today, place => new ScaffoldContent
        {
            Prompt = outline.Text,
            Answers = answers.Answers,
            MentionedModules = answers.Modules is null ? answers.Mentioned : [],
            Documents = [new CarriedDocument("", path, outline.Title?.Title ?? "")],
        });
    }

    private static NextStage AfterValidation(Workspace workspace, BoundDocument document, DocumentKind kind, DeliveryDocuments delivery, DateOnly today)
    {
        var definition = workspace.Definition;
        var answers = PromptReader.Read(document, isBrief: false);
        var missing = definition.PromptInputs.Where(input => input.IsBlocker && !IsAnswered(input, answers)).Select(static input => input.Name).ToList();
        if (ClarificationReader.IsRequest(document) && missing.Count > 0)
        {
            return NextStage.Refuse($"The answers are not complete: {string.Join(", ", missing)}. Fill them in, then the {kind.Name} can be written.");
        }

        var facts = DeliveryDocuments.Facts([document]) with { IsExtended = true };
        var selection = ModuleSelection.Complete(definition, facts.Modules?.Items ?? []);
        facts = facts with { Project = facts.Project.Length > 0 ? facts.Project : answers.Project, Modules = facts.Modules is null ? null : selection.Modules };
        var place = PathResolver.DeliveryRoot(definition, document.Path) ?? "";
        return One(workspace, kind, place, facts, today, _ => IntakeContent.Of(definition, document, kind, facts, answers), delivery, Announce(selection));
    }

    private static NextStage AfterStage(Workspace workspace, BoundDocument document, DocumentKind kind, DeliveryDocuments delivery, DateOnly today)
    {
        var definition = workspace.Definition;
        var before = delivery.Before(kind);
        before = before.Contains(document) ? before : [.. before, document];
        var facts = DeliveryDocuments.Facts(before);
        var selection = ModuleSelection.Complete(definition, facts.Modules?.Items ?? []);
        facts = facts with { Modules = facts.Modules is null ? null : selection.Modules };
        var root = PathResolver.DeliveryRoot(definition, document.Path) ?? "";
        var decisions = kind.HasRole(KindRoles.MapsRequirements) ? DecisionProposals.For(workspace, before, delivery.Decisions, facts, root, today) : [];
        var succession = One(
            workspace,
            kind,
            root,
            facts,
            today,
            place => DeliveryContent.Of(workspace, before, delivery.Decisions, kind, place, facts) is var content
                ? content with { Documents = content.Documents.AddRange(decisions.Select(static decision => new CarriedDocument(decision.Kind.Id, decision.Path, ""))) }
                : content,
            delivery,
            Announce(selection));
        return succession.Refusal is null
            ? succession with
            {
                Documents = succession.Documents.AddRange(decisions),
                Notes = succession.Notes.AddRange(decisions.Select(static decision => $"{decision.Request.Content.Decision!.Keyword} calls for a decision record: {decision.Request.Content.Decision.Trigger?.Name}.")),
            }
            : succession;
    }

    private static NextStage One(
        Workspace workspace,
        DocumentKind kind,
        string root,
        ScaffoldFacts facts,
        DateOnly today,
        Func<string, ScaffoldContent> content,
        DeliveryDocuments? delivery = null,
        ImmutableArray<string> notes = default)
    {
        var existing = delivery?.Of(kind);
        if ((existing?.Path ?? DocumentPlace.For(workspace, kind, root, facts.Project, today)) is not { } path)
        {
            return NextStage.Refuse($"The workflow names no place for a {kind.Name}.");
        }

        var request = new ScaffoldRequest(kind, path, facts, today) { Content = content(path) };
        var proposal = new DocumentProposal(kind, path, DocumentScaffold.Write(workspace.Definition, request), request) { Exists = workspace.Documents.ContainsKey(path) || workspace.Files.Exists(path) };
        return new NextStage([proposal], notes.IsDefault ? [] : notes, null);
    }

    private static bool IsAnswered(PromptInput input, PromptAnswers answers) => input.FieldRole switch
    {
        FieldRoles.MaturityLevel => answers.Level is not null,
        FieldRoles.Modules => answers.Modules is not null,
        _ => answers.Answers.ContainsKey(input.Id),
    };

    private static ImmutableArray<string> Announce(ModuleSelection selection) =>
        selection.Added.IsEmpty ? [] : [$"Modules that come along: {selection.Describe()}."];
}
