using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Tokens;

/// <summary>What a word of a document means in the workflow.</summary>
public enum TokenKind
{
    /// <summary>The id of a requirement.</summary>
    Requirement,

    /// <summary>The name of a service.</summary>
    Service,

    /// <summary>A maturity level.</summary>
    Level,

    /// <summary>A status, result or priority.</summary>
    Status,

    /// <summary>A value that is still to be filled in.</summary>
    Placeholder,
}

/// <summary>More about a word; may be combined.</summary>
[Flags]
public enum TokenTraits
{
    /// <summary>Nothing more.</summary>
    None = 0,

    /// <summary>It is where a requirement is defined.</summary>
    Definition = 1,

    /// <summary>It is about something out of scope.</summary>
    Descoped = 2,
}

/// <summary>A word that means something in the workflow.</summary>
/// <param name="Span">Where, within one line of the source text.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Traits">More about it.</param>
public sealed record SemanticToken(TextSpan Span, TokenKind Kind, TokenTraits Traits);
