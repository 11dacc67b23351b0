using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Hygiene;

/// <summary>FW915: a YAML fence that does not parse.</summary>
public sealed class InvalidYamlFenceRule() : CodeFenceRule(new RuleDescriptor("FW915", "invalid-yaml-fence", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    private protected override string LanguageName => "YAML";

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not int index || index >= context.Bound.Outline.Fences.Length)
        {
            return [];
        }

        var fence = context.Bound.Outline.Fences[index];
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        var isIndentation = true;
        for (var offset = 0; offset < fence.Content.Length; offset++)
        {
            var character = fence.Content[offset];
            if (character == '\t' && isIndentation)
            {
                changes.Add(new TextChange(fence.ContentMap.ToSource(new TextSpan(offset, 1)), "  "));
            }

            isIndentation = character is '\n' or '\r' || (isIndentation && character is ' ' or '\t');
        }

        return changes.Count == 0
            ? []
            : [new Fix("Indent with blanks instead of tabs", FixSafety.Unsafe, changes.ToImmutable()) { IsPreferred = true }];
    }

    private protected override CodeError? FindError(string code)
    {
        // Templates of templating engines are no YAML until they are rendered.
        if (code.Contains("{{", StringComparison.Ordinal) || code.Contains("{%", StringComparison.Ordinal) || YamlSyntax.FindError(code) is not var (message, offset))
        {
            return null;
        }

        // The parser blames the block around a tab; the tab is what has to go.
        return FirstTab(code) is { } tab
            ? new CodeError("a tab indents this line, YAML allows blanks only", tab, IsExcerpt: false)
            : new CodeError(message.TrimEnd('.'), offset, IsExcerpt(code));
    }

    private static int? FirstTab(string code)
    {
        var isIndentation = true;
        for (var offset = 0; offset < code.Length; offset++)
        {
            if (isIndentation && code[offset] == '\t')
            {
                return offset;
            }

            isIndentation = code[offset] is '\n' or '\r' || (isIndentation && code[offset] == ' ');
        }

        return null;
    }

    private static bool IsExcerpt(string code) =>
        code.Split('\n').Any(static line => line.AsSpan().Trim() is "..." or "…" or "[...]" || line.TrimEnd().EndsWith('…') || line.TrimEnd().EndsWith("...", StringComparison.Ordinal));
}
