using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Requirements;

/// <summary>FW519: evidence that names a line its file does not have.</summary>
public sealed class EvidenceLineOutOfRangeRule() : WorkspaceRule(new RuleDescriptor("FW519", "evidence-line-out-of-range", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        var resolver = new EvidenceResolver(context.Definition, context.Files);
        foreach (var document in context.Documents.Where(static facts => !facts.IsEmbedded && !facts.IsTemplate))
        {
            for (var ordinal = 0; ordinal < document.Evidence.Count; ordinal++)
            {
                context.CancellationToken.ThrowIfCancellationRequested();
                if (document.Evidence[ordinal] is not { Line: { } line, IsRemoved: false } fact)
                {
                    continue;
                }

                if (fact.EndLine < line)
                {
                    context.Report(document, FactKey.Evidence(ordinal), $"Lines {line} to {fact.EndLine} are no range: the first comes after the last. Turn them round.", data: fact);
                }
                else if (resolver.Resolve(document.Path, fact.Path).Path is { } path && context.Files.LineCount(path) is { } count && (fact.EndLine ?? line) is var last && last > count)
                {
                    context.Report(
                        document,
                        FactKey.Evidence(ordinal),
                        $"{fact.Path} has {count} {(count == 1 ? "line" : "lines")}; line {last} is out of range. The code has moved on; point to where it is now.",
                        data: fact with { Line = Math.Min(line, count), EndLine = fact.EndLine is null ? null : count });
                }
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var span = context.Finding.LocalSpan;
        var text = context.Bound.Outline.Text.Substring(span.Start, span.Length);
        if (context.Finding.Data is not EvidenceFact { Line: { } line } fact || text.IndexOf(fact.Path + ":", StringComparison.Ordinal) is not (var index and >= 0))
        {
            return [];
        }

        // The same digits and hyphen stand behind the path until the closing tick.
        var start = index + fact.Path.Length + 1;
        var end = start;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '-' or '–'))
        {
            end++;
        }

        var (first, last) = fact.EndLine < line ? (fact.EndLine.Value, line) : (line, fact.EndLine);
        var written = last is null || last == first
            ? first.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{first}-{last}");
        return [new Fix($"Point to line {written}", FixSafety.Unsafe, [new TextChange(TextSpan.FromBounds(span.Start + start, span.Start + end), written)])];
    }
}
