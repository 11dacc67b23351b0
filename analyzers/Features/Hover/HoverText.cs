using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Hover;

/// <summary>What an editor shows over a place.</summary>
/// <param name="Span">What it is about, in the file's source text.</param>
/// <param name="Markdown">The text.</param>
public sealed record HoverText(TextSpan Span, string Markdown);

/// <summary>Writes the Markdown of a hover; parts that are empty leave no trace.</summary>
internal sealed class HoverWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>A line in bold with an explanation behind it.</summary>
    public HoverWriter Title(string title, string kind)
    {
        _text.Append("**").Append(Escape(title)).Append("** \u2014 ").Append(kind).Append("\n\n");
        return this;
    }

    /// <summary>A paragraph.</summary>
    public HoverWriter Paragraph(string text)
    {
        if (text.Length > 0)
        {
            _text.Append(text).Append("\n\n");
        }

        return this;
    }

    /// <summary>A label with a value.</summary>
    public HoverWriter Line(string label, string value)
    {
        if (value.Length > 0)
        {
            _text.Append("- ").Append(label).Append(": ").Append(value).Append('\n');
        }

        return this;
    }

    /// <summary>A label with values.</summary>
    public HoverWriter Line(string label, IEnumerable<string> values) => Line(label, string.Join(", ", values));

    /// <summary>Ends a list.</summary>
    public HoverWriter Gap()
    {
        if (_text.Length > 1 && _text[^1] == '\n' && _text[^2] != '\n')
        {
            _text.Append('\n');
        }

        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString().TrimEnd('\n');

    private static string Escape(string text) => text.Replace("_", "\\_", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
}
