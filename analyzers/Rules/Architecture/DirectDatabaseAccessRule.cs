using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>FW401: a business service that reaches a database past the data service.</summary>
public sealed class DirectDatabaseAccessRule() : DocumentRule(new RuleDescriptor("FW401", "direct-database-access", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        var words = context.Definition.Definition.Architecture.DirectAccessWords;
        if (document.IsTemplate || words.IsEmpty)
        {
            return;
        }

        var hypothetical = PhraseSet.Of(context.Parameter("hypothetical"));
        var statement = new AccessStatement(context.Parameter("subjects"), context.Parameter("verbs"), context.Parameter("databases"), words, context.Definition.ServiceRoles);
        var scope = ClaimScope.Of(document);
        foreach (var sentence in Sentence.Holding(document, words))
        {
            // The context of a decision tells how things are, not how they are to be.
            if (statement.Read(sentence.Text) is { } access
                && !hypothetical.OccursIn(sentence.Text)
                && document.Owners[document.Outline.SectionAt(sentence.Start).Index]?.Definition.Role != SectionRoles.Context
                && access.Words.All(word => scope.IsClaimed(sentence, word.Start, word.Length)))
            {
                var start = access.Words.Min(static word => word.Start);
                var span = TextSpan.FromBounds(start, access.Words.Max(static word => word.End));
                Report(context, new TextSpan(sentence.Start + span.Start, span.Length), sentence.Text.Substring(span.Start, span.Length), new Access(Shift(access.Direct, sentence.Start), Shift(access.Database, sentence.Start)));
            }
        }

        foreach (var edge in DiagramEdges.Read(document, context.Parameter("edge_fences")))
        {
            if (!hypothetical.OccursIn(edge.Label) && !context.Definition.NegativeScope.IsNegatedAt(edge.Label + " ", edge.Label.Length) && !context.Definition.NegativeScope.HoldsNegativeMark(edge.Label)
                && !context.Definition.NegativeScope.IsNegative(document.Outline, edge.Section)
                && statement.IsSubject(edge.From) && statement.IsDatabase(edge.To))
            {
                Report(context, edge.Span, document.Outline.Text.Substring(edge.Span.Start, edge.Span.Length), null);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var document = context.Bound;
        var roles = document.Definition.ServiceRoles;
        if (context.Finding.Data is not Access access)
        {
            return [];
        }

        var text = document.Outline.Text;
        var word = text.Substring(access.Direct.Start, access.Direct.Length).ToLowerInvariant();
        var index = document.Definition.Definition.Architecture.DirectAccessWords.IndexOf(word);
        var replacements = context.Parameter("replacements");
        var engine = roles.Engine(text.Substring(access.Database.Start, access.Database.Length)) ?? roles.Databases.FirstOrDefault();
        if (index < 0 || index >= replacements.Length || engine is null || roles.DataRole(engine) is not { } role)
        {
            return [];
        }

        TextChange[] changes = [new TextChange(access.Direct, replacements[index]), new TextChange(access.Database, role.Name)];
        return [new Fix($"Go through the {role.Name}", FixSafety.Unsafe, [.. changes.OrderBy(static change => change.Span.Start)]) { IsPreferred = true }];
    }

    private static void Report(DocumentRuleContext context, TextSpan span, string text, Access? access) => context.Report(
        span,
        $"Business services use HTTP data services; \"{text.ReplaceLineEndings(" ").Trim()}\" accesses the database directly. The data would have two owners and no service could change it alone; call the data service over HTTP.",
        data: access);

    private static TextSpan Shift(TextSpan span, int offset) => new(span.Start + offset, span.Length);

    private sealed record Access(TextSpan Direct, TextSpan Database);
}
