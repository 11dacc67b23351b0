using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Features.Language.CodeAction;

/// <summary>Offers to raise the level of a delivery where it is stated, and to add modules where they are; the edits are made when they are chosen.</summary>
internal sealed class DeliveryChangeActions(DocumentView view, WorkspaceAnalysis analysis)
{
    private const string RaisePrefix = "raise:";
    private const string ModulePrefix = "module:";

    private readonly DateOnly _today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);

    /// <summary>The actions at a place.</summary>
    public IEnumerable<Protocol.CodeAction> In(Protocol.Range range, CancellationToken cancellationToken)
    {
        if (!view.Features.DocumentChanges || view.Document.GetBound(cancellationToken).Host is not { IsTemplate: false } document || !document.Kind.HasRole(KindRoles.Delivers))
        {
            return [];
        }

        var definition = view.Folder.Workspace.Definition;
        if (LevelReader.Find(document) is { Field: { } level, Reading.Level: { } stated } && Touches(document, level, range))
        {
            return definition.Levels.Where(other => other.Number > stated.Number)
                .Select(other => Action($"Raise the delivery to level {other.Display}", RaisePrefix + other.Number.ToString(CultureInfo.InvariantCulture), cancellationToken));
        }

        return ModuleReader.Find(document) is { } answer && Touches(document, answer.Field, range)
            ? definition.Modules.Items.Where(module => module.IsOffered && !answer.Reading.Modules.Contains(module.Id)).Select(module => Action($"Add the module {module.Name} to the delivery", ModulePrefix + module.Id, cancellationToken))
            : [];
    }

    /// <summary>Whether the edit of an action is made here.</summary>
    public static bool Makes(string action) => action.StartsWith(RaisePrefix, StringComparison.Ordinal) || action.StartsWith(ModulePrefix, StringComparison.Ordinal);

    /// <summary>The edit of an action; null when there is nothing to change any more.</summary>
    public WorkspaceEdit? Edit(string action, CancellationToken cancellationToken)
    {
        DeliveryChangePlan? plan = null;
        if (action.StartsWith(ModulePrefix, StringComparison.Ordinal))
        {
            plan = DeliveryChange.AddModules(analysis, view.Open.Path, [action[ModulePrefix.Length..]], _today, cancellationToken);
        }
        else if (int.TryParse(action.AsSpan(RaisePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var level))
        {
            plan = DeliveryChange.Raise(analysis, view.Open.Path, level, _today, cancellationToken);
        }

        return plan is { Refusal: null } ? WorkspaceEdits.Of(view.State, view.Folder, view.Features, plan.Edit) : null;
    }

    private bool Touches(BoundDocument document, BoundField field, Protocol.Range range) => view.Range(document.ToSource.ToSource(field.Field.Span)).Touches(range);

    private Protocol.CodeAction Action(string title, string id, CancellationToken cancellationToken)
    {
        var action = new Protocol.CodeAction { Title = title, Kind = CodeActionKinds.RefactorDelivery };
        return view.Features.CodeActionResolve
            ? action with { Data = new CodeActionData(view.Open.Uri, view.Open.Version, id, null) }
            : action with { Edit = Edit(id, cancellationToken) };
    }
}
