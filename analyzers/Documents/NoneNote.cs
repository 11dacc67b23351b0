using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>Tells sections whose text says that there is nothing to write in them: "None identified.", "- нет".</summary>
internal static class NoneNote
{
    /// <summary>Whether the first line below a heading says so.</summary>
    public static bool StandsIn(BoundDocument document, Section section)
    {
        var body = Body(document, section);
        return !body.IsEmpty && document.Definition.Values.IsNone(FirstLine(document.Outline.Text, body));
    }

    /// <summary>The text below a heading, without the blank lines around it.</summary>
    public static TextSpan Body(BoundDocument document, Section section) =>
        TextScan.Trimmed(document.Outline.Text, section.BodySpan.Start, section.BodySpan.End);

    private static string FirstLine(string text, TextSpan body)
    {
        var line = text.AsSpan(body.Start, body.Length);
        var end = line.IndexOfAny('\r', '\n');
        return (end < 0 ? line : line[..end]).TrimStart("-*+ ").ToString();
    }
}
