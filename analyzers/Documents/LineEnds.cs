using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>Which line ends a text uses.</summary>
public static class LineEnds
{
    /// <summary>The first line end of a text, which inserted lines follow; LF for a text of one line.</summary>
    public static string Of(SourceText text)
    {
        if (text.Lines.Count < 2)
        {
            return "\n";
        }

        var first = text.Lines[0];
        return text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak));
    }
}
