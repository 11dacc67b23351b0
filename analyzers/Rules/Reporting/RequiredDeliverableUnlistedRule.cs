using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Reporting;

/// <summary>FW714: a hand-off that does not list what has to be handed over.</summary>
public sealed class RequiredDeliverableUnlistedRule() : DocumentRule(
    new RuleDescriptor("FW714", "required-deliverable-unlisted", Severity.Error, FixSafety.Unsafe, "0.1") { DraftSeverity = Severity.Warning })
{
    private static readonly ConditionalWeakTable<Deliverable, PhraseSet> Names = [];

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate || document.HasElision || document.Section(SectionRoles.Deliverables) is not { } section)
        {
            return;
        }

        var missing = Missing(document, section.Section);
        if (missing.Count > 0)
        {
            context.Report(
                section.Section.TitleSpan,
                $"The hand-off lacks: {string.Join(", ", missing.Select(static deliverable => deliverable.Name))}. Who takes over looks for these things here; add a line for each, with its path.",
                document.IsEmbedded ? Severity.Warning : missing.Max(static deliverable => SeverityName.Parse(deliverable.Severity)));
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var document = context.Bound;
        if (document.Section(SectionRoles.Deliverables) is not { } section || Missing(document, section.Section) is not { Count: > 0 } missing)
        {
            return [];
        }

        // What is there is ticked, what is not is to be done.
        var text = document.Outline.Text;
        var lines = missing.Select(deliverable => Line(context, deliverable));
        var items = document.Outline.ListItems.Where(item => item.Parent < 0 && section.Section.Span.Contains(item.Span)).ToList();
        var offset = items.Count > 0 ? TextScan.TrimEnd(text, items[^1].Span.Start, items[^1].Span.End) : InsertionPoint.ContentEnd(text, section.Section.Span);
        var block = string.Join('\n', lines);
        var edit = items.Count > 0 ? new TextChange(new TextSpan(offset, 0), "\n" + block) : new TextChange(new TextSpan(offset, 0), InsertionPoint.Separated(text, offset, block));
        return [new Fix(missing.Count == 1 ? $"Add {missing[0].Name}" : $"Add {missing.Count} deliverables", FixSafety.Unsafe, [edit]) { IsPreferred = true }];
    }

    private static string Line(FixContext context, Deliverable deliverable)
    {
        var definition = context.Bound.Definition.Definition;
        var resolver = new EvidenceResolver(definition, context.Workspace.Files);
        var known = deliverable.Kind is { } kind && definition.Kind(kind) is { } documentKind
            ? context.Workspace.Documents.Values.Where(document => document.GetBound().Host?.Kind == documentKind && PathResolver.DeliveryRoot(definition, document.Path) == PathResolver.DeliveryRoot(definition, context.Bound.Path)).Select(static document => document.Path).Order(StringComparer.Ordinal).FirstOrDefault()
            : null;
        var path = known ?? deliverable.Paths.FirstOrDefault();
        var isThere = path is not null && (known is not null || resolver.Resolve(context.Bound.Path, path.TrimEnd('/')).Exists);
        return $"- [{(isThere ? "x" : " ")}] {deliverable.Name}{(path is null ? "" : $": `{path}`")}";
    }

    private static List<Deliverable> Missing(BoundDocument document, Section section)
    {
        var definition = document.Definition.Definition;
        var text = document.Outline.Text.Substring(section.Span.Start, section.Span.Length);
        var folded = Words.Fold(text);
        return
        [
            .. definition.Deliverables.Where(deliverable =>
                (deliverable.Presence == Presence.Required || (deliverable.Presence == Presence.Extended && document.IsExtended))
                && SeverityName.Parse(deliverable.Severity) > Severity.Info
                && !IsNamed(definition, deliverable, text, folded)),
        ];
    }

    // Named in words or by a path, dead or not (decisions 39).
    private static bool IsNamed(FrameworkDefinition definition, Deliverable deliverable, string text, string folded) =>
        Names.GetValue(deliverable, static deliverable => new PhraseSet(deliverable.Aliases.Append(deliverable.Name))).OccursInFolded(folded)
        || deliverable.Paths.Any(path => path.Split('*')[0] is { Length: > 3 } stem && text.Contains(stem.Trim('/'), StringComparison.OrdinalIgnoreCase))
        || (deliverable.Kind is { } kind && definition.Kind(kind)?.FilePatterns.Any(pattern => Targets(text).Any(target => TextPattern.Get(pattern).Fits(target))) == true);

    private static IEnumerable<string> Targets(string text) => text.Split([' ', '\n', '\r', '\t', '(', ')', '`', '|', '<', '>', '"'], StringSplitOptions.RemoveEmptyEntries).Where(static word => word.EndsWith(".md", StringComparison.OrdinalIgnoreCase));
}
