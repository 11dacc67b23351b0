using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>Trimming of spans over a text.</summary>
internal static class TextScan
{
    /// <summary>The span without white space at both ends; a blank span shrinks to its start.</summary>
    public static TextSpan Trimmed(string text, int start, int end)
    {
        var first = start;
        while (first < end && char.IsWhiteSpace(text[first]))
        {
            first++;
        }

        if (first == end)
        {
            return new TextSpan(start, 0);
        }

        while (char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return TextSpan.FromBounds(first, end);
    }

    public static int SkipBlanks(string text, int start, int end)
    {
        while (start < end && text[start] is ' ' or '\t')
        {
            start++;
        }

        return start;
    }

    public static int TrimEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    public static int RunLength(string text, int start, int end)
    {
        var length = 0;
        while (start + length < end && text[start + length] == text[start])
        {
            length++;
        }

        return length;
    }
}
