using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>What a link is.</summary>
public enum LinkKind
{
    /// <summary><c>[text](target)</c>, or a reference that resolves to a definition.</summary>
    Link,

    /// <summary><c>![alt](target)</c></summary>
    Image,

    /// <summary><c>[label]: target</c></summary>
    Definition,

    /// <summary><c>&lt;https://…&gt;</c> or a bare address.</summary>
    Autolink,
}

/// <summary>A link, image or reference definition.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Target">The destination as CommonMark reads it: unescaped, without angle brackets and title, not percent-decoded.</param>
/// <param name="TargetSpan">The destination as written, without angle brackets; empty when a reference has its destination elsewhere.</param>
/// <param name="Span">The whole construct.</param>
/// <param name="Text">The link text without markup; the label for a definition.</param>
/// <param name="Section">Index of the section it stands in.</param>
public sealed record Link(LinkKind Kind, string Target, TextSpan TargetSpan, TextSpan Span, string Text, int Section);

/// <summary>An HTML comment.</summary>
/// <param name="Span">The comment with its markers.</param>
/// <param name="ContentSpan">What stands between the markers, untrimmed.</param>
/// <param name="Content">The trimmed text between the markers.</param>
public sealed record HtmlComment(TextSpan Span, TextSpan ContentSpan, string Content);

/// <summary>An inline code span.</summary>
/// <param name="Span">The span with its backticks.</param>
/// <param name="Content">The code, as CommonMark reads it.</param>
/// <param name="ContentSpan">The code between the backticks, as written.</param>
/// <param name="Section">Index of the section it stands in.</param>
public sealed record InlineCode(TextSpan Span, string Content, TextSpan ContentSpan, int Section);
