using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Hygiene;

/// <summary>FW912: a fence inside a fence of the same length.</summary>
public sealed class NestedFenceRule() : DocumentRule(new RuleDescriptor("FW912", "nested-fence", Severity.Error, FixSafety.Safe, "0.1") { AppliesToReferenceMaterial = true })
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        foreach (var nested in document.Outline.NestedFences)
        {
            context.Report(
                nested.InnerOpening,
                $"This {Named(nested.InnerInfo)} fence inside a {Named(nested.OuterInfo)} fence of the same length ends the outer block at its own closing line, so lines {nested.SwallowedFirstLine + 1}-{nested.SwallowedLastLine + 1} are misread. Give the outer fence one marker more.",
                null,
                null,
                (nested.OuterOpening, "The outer fence opens here"));
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var outline = context.Bound.Outline;
        if (outline.NestedFences.FirstOrDefault(nested => nested.InnerOpening == context.Finding.LocalSpan) is not { } found)
        {
            return [];
        }

        var marker = outline.Text[found.OuterOpening.Start];
        var longest = outline.NestedFences.Where(nested => nested.OuterOpening == found.OuterOpening).Max(nested => Length(outline.Text, nested.InnerOpening.Start));
        var missing = new string(marker, longest + 1 - Length(outline.Text, found.OuterOpening.Start));
        return
        [
            new Fix(
                "Lengthen the outer fence",
                FixSafety.Safe,
                [
                    new TextChange(new TextSpan(found.OuterOpening.Start, 0), missing),
                    new TextChange(new TextSpan(found.OuterClosing.Start, 0), missing),
                ])
            {
                IsPreferred = true,
            },
        ];
    }

    private static string Named(string info) => info.Length == 0 ? "code" : info.Split(' ')[0];

    private static int Length(string text, int start)
    {
        var end = start;
        while (end < text.Length && text[end] == text[start])
        {
            end++;
        }

        return end - start;
    }
}
