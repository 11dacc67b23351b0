using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Requirements;

/// <summary>FW508: a stated number of requirements that is not the number of their ids.</summary>
public sealed class SummaryCountMismatchRule() : DocumentRule(new RuleDescriptor("FW508", "summary-count-mismatch", Severity.Error, FixSafety.Safe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate || document.HasElision)
        {
            return;
        }

        foreach (var (name, stated, actual, span, severity) in Wrong(document, context.Parameter("keys")))
        {
            context.Report(
                span,
                $"{name} says {stated}, but {actual} {(actual == 1 ? "id is" : "ids are")} defined. Coverage is computed from this number; correct it, or add the requirement that is missing.",
                severity,
                actual);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is int actual
        ? [new Fix($"Write {actual}", FixSafety.Safe, [new TextChange(context.Finding.LocalSpan, actual.ToString(CultureInfo.InvariantCulture))]) { IsPreferred = true }]
        : [];

    /// <summary>Whether a part of a summary is wrong, so that its total is judged when the parts are right.</summary>
    internal static bool HasWrongParts(BoundDocument document) => Wrong(document, []).Any();

    private static IEnumerable<(string Name, int Stated, int Actual, TextSpan Span, Severity? Severity)> Wrong(BoundDocument document, ImmutableArray<string> keys)
    {
        var tally = new Lazy<RequirementTally>(() => Defined(document));
        foreach (var count in StatedCountReader.Read(document))
        {
            var prefix = document.Definition.RequirementIds.Scheme.Prefixes.FirstOrDefault(prefix => prefix.CountRole == count.Role);
            var claims = prefix is null
                ? count.Parts.Select(part => (Name: $"\"{count.Field.Field.Name}\" ({part.Prefix.Id})", part.Prefix, part.Value, part.Span))
                : count.Parts.IsEmpty ? [(Name: $"\"{count.Field.Field.Name}\"", prefix, count.Value, count.Span)] : [];
            foreach (var claim in claims)
            {
                if (tally.Value is { Total: > 0, HasParts: true } && !tally.Value.IsCount(claim.Prefix, claim.Value))
                {
                    yield return (claim.Name, claim.Value, tally.Value.Of(claim.Prefix), claim.Span, null);
                }
            }
        }

        foreach (var field in keys.IsEmpty ? [] : document.Outline.Fields.TakeWhile(static field => field.Notation == FieldNotation.FrontMatter))
        {
            // Some count the functional requirements only, others all: what is neither is worth a look.
            if (keys.Contains(field.Name) && int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var stated)
                && tally.Value.Total > 0
                && !tally.Value.IsTotal(stated)
                && !document.Definition.RequirementIds.Scheme.Prefixes.Any(prefix => tally.Value.IsCount(prefix, stated)))
            {
                yield return ($"\"{field.Name}\"", stated, tally.Value.Total, field.ValueSpan, Severity.Info);
            }
        }
    }

    /// <summary>The requirements a document defines; the ids of a document about several features count per feature.</summary>
    internal static RequirementTally Defined(BoundDocument document)
    {
        var definitions = RequirementReader.Definitions(document).Select(static definition => definition.Fact).Where(static fact => !fact.IsBlank).ToList();
        return definitions.Select(static fact => fact.Scope).Distinct().Take(2).Count() > 1
            ? new RequirementTally([], document.Definition.RequirementIds)
            : new RequirementTally(definitions.Select(static fact => fact.Id).Concat(Listed(document, definitions)), document.Definition.RequirementIds);
    }

    // Who defines FR-* in a table may list NF-* as items ("- NF-001: p95 < 300 ms"): those count where nothing else defines the prefix.
    private static IEnumerable<string> Listed(BoundDocument document, List<RequirementFact> definitions)
    {
        var ids = document.Definition.RequirementIds;
        var defined = definitions.Select(fact => ids.Prefix(fact.Id)?.Id).ToHashSet(StringComparer.Ordinal);
        return definitions.Count == 0 || defined.Count > ids.Scheme.Prefixes.Length
            ? []
            : document.Outline.ListItems
                .Select(item => ids.Leading(item.Raw)?.Id)
                .OfType<string>()
                .Where(id => ids.Prefix(id) is { } prefix && !defined.Contains(prefix.Id));
    }
}
