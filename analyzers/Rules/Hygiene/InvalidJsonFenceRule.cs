using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Hygiene;

/// <summary>FW914: a JSON fence that does not parse.</summary>
public sealed class InvalidJsonFenceRule() : CodeFenceRule(new RuleDescriptor("FW914", "invalid-json-fence", Severity.Warning, FixSafety.Unsafe, "0.1"))
{
    private protected override string LanguageName => "JSON";

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not int index || index >= context.Bound.Outline.Fences.Length || FindError(context.Bound.Outline.Fences[index].Content) is not { } error)
        {
            return [];
        }

        var fence = context.Bound.Outline.Fences[index];
        var fixes = ImmutableArray.CreateBuilder<Fix>();
        if (TrailingComma(fence.Content, error.Offset) is { } comma)
        {
            fixes.Add(new Fix("Remove the trailing comma", FixSafety.Unsafe, [new TextChange(fence.ContentMap.ToSource(new TextSpan(comma, 1)), "")]) { IsPreferred = true });
        }

        if (fence.Content.Contains("//", StringComparison.Ordinal) || fence.Content.Contains("/*", StringComparison.Ordinal))
        {
            var language = new TextSpan(fence.OpeningSpan.Start + fence.MarkerLength, fence.OpeningSpan.Length - fence.MarkerLength);
            fixes.Add(new Fix("Label the block as JSON with comments (jsonc)", FixSafety.Unsafe, [new TextChange(language, "jsonc")]));
        }

        return fixes.ToImmutable();
    }

    private protected override CodeError? FindError(string code)
    {
        var bytes = Encoding.UTF8.GetBytes(code);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 256 });
        try
        {
            while (reader.Read())
            {
                // Only whether it reads to the end matters.
            }

            return null;
        }
        catch (JsonException exception)
        {
            var offset = Offset(code, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            return new CodeError(FirstSentence(exception.Message), offset, IsExcerpt(code));
        }
    }

    // What follows the complaint is the reader's own position and advice on its options.
    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? message : message[..end]).Replace(" at the end which is not supported in this mode", "", StringComparison.Ordinal).TrimEnd('.');
    }

    private static int Offset(string code, long line, long bytePosition)
    {
        var start = 0;
        for (; line > 0 && start < code.Length; line--)
        {
            var end = code.IndexOf('\n', start);
            start = end < 0 ? code.Length : end + 1;
        }

        var bytes = 0L;
        var offset = start;
        while (offset < code.Length && bytes < bytePosition && code[offset] != '\n')
        {
            var rune = Rune.TryGetRuneAt(code, offset, out var value) ? value : Rune.ReplacementChar;
            bytes += rune.Utf8SequenceLength;
            offset += rune.Utf16SequenceLength;
        }

        return offset;
    }

    private static int? TrailingComma(string code, int offset)
    {
        var index = Math.Min(offset, code.Length) - 1;
        while (index >= 0 && char.IsWhiteSpace(code[index]))
        {
            index--;
        }

        return index >= 0 && code[index] == ',' && offset < code.Length && code[offset] is '}' or ']' ? index : null;
    }

    // Comments, elisions and {placeholders} are written for readers.
    private static bool IsExcerpt(string code)
    {
        foreach (var line in code.Split('\n'))
        {
            var trimmed = line.AsSpan().Trim().TrimEnd(',');
            if (trimmed.IndexOf("//") is 0 or > 0 && !trimmed.Contains("://", StringComparison.Ordinal))
            {
                return true;
            }

            if (trimmed.EndsWith("...") || trimmed.EndsWith("…") || trimmed.StartsWith("...") || trimmed.StartsWith("/*") || HasPlaceholder(trimmed))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasPlaceholder(ReadOnlySpan<char> line)
    {
        var open = line.IndexOf('{');
        var close = open < 0 ? -1 : line[open..].IndexOf('}');
        return close > 1 && !line.Slice(open + 1, close - 1).ContainsAny("\":,[");
    }
}
