using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Requirements;

/// <summary>FW503: an id that is given to two requirements.</summary>
public sealed class DuplicateReqIdRule() : DocumentRule(new RuleDescriptor("FW503", "duplicate-req-id", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        // A table that lists the requirements and the headings that describe them define each one together, so tables are compared with
        // tables and headings with headings.
        var first = new Dictionary<(bool IsRow, string Scope, string Id), RequirementDefinition>();
        foreach (var definition in RequirementReader.Definitions(context.Document))
        {
            var key = (definition.Row is not null, definition.Fact.Scope, definition.Fact.Id);
            if (first.TryAdd(key, definition))
            {
                continue;
            }

            var earlier = first[key];
            var isSame = Words.Fold(earlier.Fact.Title) == Words.Fold(definition.Fact.Title);
            var line = context.Document.LineOf(earlier.Span.Start);
            context.Report(
                definition.Span,
                isSame
                    ? $"{definition.Fact.Id} is already defined at line {line} in the same words. Every requirement is defined once; remove one of the two."
                    : $"{definition.Fact.Id} is already defined at line {line} as \"{earlier.Fact.Title}\". Plan and report cannot tell the two apart; give this one the next free id.",
                isSame ? Severity.Warning : Severity.Error,
                data: definition.Fact,
                related: (earlier.Span, $"{earlier.Fact.Id} is defined here"));
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not RequirementFact fact
            || RequirementReader.Definitions(context.Bound).FirstOrDefault(candidate => candidate.Span == context.Finding.LocalSpan) is not { } definition
            || new RequirementNumbering(context.Workspace, context.Bound).After(fact.Id, fact.Scope) is not { } free)
        {
            return [];
        }

        return [new Fix($"Give it the id {free}", FixSafety.Unsafe, Renamed(context.Bound, definition, free)) { IsPreferred = context.Finding.Severity > Severity.Warning }];
    }

    // The id itself, and where the row or the section of the requirement mentions it.
    private static ImmutableArray<TextChange> Renamed(BoundDocument document, RequirementDefinition definition, string id)
    {
        var outline = document.Outline;
        var span = definition.Row?.Span ?? outline.Sections[definition.Section].Span;
        var text = outline.Text.Substring(span.Start, span.Length);
        return
        [
            .. document.Definition.RequirementIds.FindAll(text)
                .Where(token => token.Id == definition.Fact.Id)
                .Select(token => new TextChange(new TextSpan(span.Start + token.Start, token.Length), id)),
        ];
    }
}
