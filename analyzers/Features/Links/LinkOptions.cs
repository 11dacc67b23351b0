namespace FrameworkLsp.Analyzers.Features.Links;

/// <summary>What is left to the client, because it understands Markdown itself.</summary>
/// <param name="MarkdownLinks">Whether plain Markdown links are dealt with; false when the client does that.</param>
public sealed record LinkOptions(bool MarkdownLinks)
{
    /// <summary>Everything is dealt with here.</summary>
    public static LinkOptions All { get; } = new(true);
}
