using System.Text.Json;

namespace FrameworkLsp.Server.Protocol;

/// <summary>Asks for the links of a document.</summary>
internal sealed record DocumentLinkParams
{
    public required TextDocumentIdentifier TextDocument { get; init; }
}

/// <summary>A link.</summary>
internal sealed record DocumentLink
{
    public required Range Range { get; init; }

    /// <summary>Where it leads; null until it is resolved.</summary>
    public string? Target { get; init; }

    public string? Tooltip { get; init; }

    /// <summary>What a link without a target is resolved from: a <see cref="DocumentLinkData"/> as the client gives it back.</summary>
    public JsonElement? Data { get; init; }
}

/// <summary>A heading that a link leads to.</summary>
/// <param name="Uri">The document with the link.</param>
/// <param name="Path">The file that it leads to, relative to the root of the document.</param>
/// <param name="Fragment">The heading.</param>
internal sealed record DocumentLinkData(string Uri, string Path, string Fragment);

/// <summary>How links are offered.</summary>
internal sealed record DocumentLinkOptions
{
    public bool? ResolveProvider { get; init; }
}
