using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW236: a feature that is said to start at another level than it does.</summary>
public sealed class FeatureLevelAnnotationRule() : DocumentRule(new RuleDescriptor("FW236", "feature-level-annotation", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate || !document.Outline.Text.Contains('+', StringComparison.Ordinal) && !document.Outline.Text.AsSpan().ContainsAny('≥', '>'))
        {
            return;
        }

        foreach (var (raw, offset) in Texts(document).Where(static text => text.Raw.AsSpan().ContainsAny('+', '≥', '>')))
        {
            // Only an open end ("Level 3+") says where a feature starts; "(Level 3)" may be the document's own level.
            var starts = context.Definition.LevelMentions.Mentions(raw).ToList();
            if (starts is not [{ High: int.MaxValue } start] || context.Definition.Definition.Level(start.Low) is null || context.Definition.NegativeScope.IsNegatedAt(raw, start.Start))
            {
                continue;
            }

            foreach (var mention in context.Definition.Features.FindAll(raw).Where(mention => !mention.IsGeneric && IsWrong(mention.Feature, start.Low) && (mention.Feature.MinLevel > start.Low || IsBeside(raw, mention.Start + mention.Length, start.Start))).Take(1))
            {
                context.Report(
                    new TextSpan(offset + start.Start, start.Length),
                    $"{mention.Feature.Name} starts at level {mention.Feature.MinLevel}, not {start.Low}. Copied level facts drift; correct the number.",
                    data: mention.Feature.MinLevel,
                    related: (new TextSpan(offset + mention.Start, mention.Length), "the feature"));
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var span = context.Finding.LocalSpan;
        var written = context.Bound.Outline.Text.Substring(span.Start, span.Length);
        var digit = written.AsSpan().IndexOfAnyInRange('0', '9');
        return context.Finding.Data is int level && digit >= 0
            ? [new Fix($"Change it to {level.ToString(CultureInfo.InvariantCulture)}", FixSafety.Unsafe, [new TextChange(new TextSpan(span.Start + digit, 1), level.ToString(CultureInfo.InvariantCulture))]) { IsPreferred = true }]
            : [];
    }

    private static bool IsWrong(Feature feature, int stated) =>
        feature.MinLevel != stated && feature.RequiredFrom != stated && !feature.IsContested;

    // What a lower level has, a higher one may extend ("Docker Compose overrides (Level 3+)"); only the feature alone is wrong there.
    private static bool IsBeside(string raw, int end, int start) => end <= start && raw.AsSpan(end, start - end).Trim(" (:*`").IsEmpty;

    // List items, headings, and rows of tables other than the feature lists, which have a rule of their own.
    private static IEnumerable<(string Raw, int Offset)> Texts(BoundDocument document)
    {
        var lists = document.TablesOf(TableRoles.Features).Select(static table => table.Table.Index).ToHashSet();
        foreach (var section in document.Outline.Sections.Where(static section => section.Level > 0))
        {
            yield return (section.Title, section.TitleSpan.Start);
        }

        foreach (var item in document.Outline.ListItems)
        {
            yield return (item.Raw, item.ContentSpan.Start);
        }

        foreach (var row in document.Outline.Tables.Where(table => !lists.Contains(table.Index)).SelectMany(static table => table.Rows))
        {
            yield return (document.Outline.Text.Substring(row.Span.Start, row.Span.Length), row.Span.Start);
        }
    }
}
