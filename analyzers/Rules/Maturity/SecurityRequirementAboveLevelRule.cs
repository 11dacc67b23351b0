using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Maturity;

/// <summary>FW235: a requirement that needs a feature of the highest level.</summary>
public sealed class SecurityRequirementAboveLevelRule() : DocumentRule(new RuleDescriptor("FW235", "security-requirement-above-level", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        var highest = context.Definition.Definition.Levels.Select(static level => level.Number).DefaultIfEmpty().Max();
        if (document.IsTemplate || LevelReader.Find(document)?.Reading is not { Level: { } level } reading || Math.Max(level.Number, reading.Target?.Number ?? 0) >= highest)
        {
            return;
        }

        var agreed = PhraseSet.Of(context.Parameter("agreed_words"));
        var text = new ClaimText(document, level.Number);
        var scope = ClaimScope.Of(document);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var places = new PhrasePlaces(document, context.Definition.Features.NamesAbove(highest - 1));
        foreach (var (raw, offset, whole) in places.IsEmpty ? [] : RequirementTexts.Read(document, context.Parameter("sections")).Where(entry => places.AnyIn(entry.Whole)))
        {
            foreach (var mention in text.SpeaksOfOthers(raw) ? [] : text.InProse(raw))
            {
                if (mention.Feature.MinLevel == highest
                    && !mention.Feature.IsContested
                    && scope.IsOpen(offset + mention.Start)
                    && !agreed.OccursIn(document.Outline.Text.Substring(whole.Start, whole.Length))
                    && seen.Add(mention.Feature.Id))
                {
                    context.Report(
                        new TextSpan(offset + mention.Start, mention.Length),
                        $"\"{raw.Substring(mention.Start, mention.Length)}\" needs {mention.Feature.Name}, available at level {highest}; the level is {level.Number} (line {document.LineOf(LevelReader.Find(document)!.Span.Start)}). It will not be delivered; raise the level, agree on it as an extra, or take it out of scope.",
                        data: mention.Feature.Id);
                }
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var document = context.Bound;
        var fixes = ImmutableArray.CreateBuilder<Fix>();
        var highest = document.Definition.Definition.Levels.MaxBy(static level => level.Number);
        if (highest is not null && LevelReader.Find(document) is { Field.Field: { Value.Length: > 0 } field })
        {
            fixes.Add(new Fix($"Raise the level to {highest.Display}", FixSafety.Unsafe, [new TextChange(field.ValueSpan, highest.Display)]));
        }

        if (context.Parameter("note") is [var note, ..])
        {
            fixes.Add(new Fix($"Add \"{note}\"", FixSafety.Unsafe, [new TextChange(new TextSpan(context.Finding.LocalSpan.End, 0), " " + note)]));
        }

        return fixes.ToImmutable();
    }
}
