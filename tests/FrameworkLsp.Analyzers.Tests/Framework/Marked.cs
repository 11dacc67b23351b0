using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Tests.Framework;

/// <summary>A text in which ⟦ and ⟧ mark the place that a diagnostic must have.</summary>
internal readonly record struct Marked(string Text, TextSpan Span)
{
    public static Marked Parse(string text)
    {
        var start = text.IndexOf('⟦', StringComparison.Ordinal);
        var end = text.IndexOf('⟧', StringComparison.Ordinal) - 1;
        return new Marked(text.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal), TextSpan.FromBounds(start, end));
    }
}
