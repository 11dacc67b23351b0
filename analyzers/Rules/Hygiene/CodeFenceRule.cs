using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Hygiene;

/// <summary>What is wrong with the code in a fence.</summary>
/// <param name="Message">The parser's complaint, without a position.</param>
/// <param name="Offset">Where, in the fence's content.</param>
/// <param name="IsExcerpt">Whether the code is visibly an excerpt or a pattern, so that it cannot be expected to parse.</param>
internal sealed record CodeError(string Message, int Offset, bool IsExcerpt);

/// <summary>A rule that parses the code of fences in one language.</summary>
public abstract class CodeFenceRule : DocumentRule
{
    private protected CodeFenceRule(RuleDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <summary>The language's name for messages.</summary>
    private protected abstract string LanguageName { get; }

    /// <inheritdoc/>
    public sealed override void Check(DocumentRuleContext context)
    {
        var languages = context.Parameter("languages");
        foreach (var fence in context.Document.Outline.Fences)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (!languages.Contains(fence.Language) || string.IsNullOrWhiteSpace(fence.Content) || FindError(fence.Content) is not { } error)
            {
                continue;
            }

            var span = Line(fence.Content, error.Offset);
            context.Report(
                fence.ContentMap.ToSource(span),
                $"{LanguageName}: {error.Message} (line {context.Document.LineOf(fence.ContentMap.ToSource(span.Start))}).{(error.IsExcerpt ? " The block looks like an excerpt; label it with another language if it is one." : "")}",
                error.IsExcerpt ? Severity.Hint : null,
                fence.Index);
        }
    }

    /// <summary>The first error, or null.</summary>
    private protected abstract CodeError? FindError(string code);

    // The finding stands on the line of the error, without its indentation.
    private static TextSpan Line(string content, int offset)
    {
        offset = Math.Clamp(offset, 0, content.Length);
        var start = offset;
        while (start > 0 && content[start - 1] is not ('\n' or '\r'))
        {
            start--;
        }

        var end = offset;
        while (end < content.Length && content[end] is not ('\n' or '\r'))
        {
            end++;
        }

        while (start < end && char.IsWhiteSpace(content[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(content[end - 1]))
        {
            end--;
        }

        // An error at the end of the code stands on its last line that holds something.
        return start == end && start > 0 && offset > 0 ? Line(content, content.AsSpan(0, start).TrimEnd().Length is var last && last < start ? last : 0) : TextSpan.FromBounds(start, end);
    }
}
