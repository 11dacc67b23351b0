using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Features.Board;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Lenses;

/// <summary>A line above a place of a document that says how things stand.</summary>
/// <param name="Span">The place, within one line of the source text.</param>
/// <param name="Title">What it says.</param>
/// <param name="Target">Where a click leads when nothing else is to be done.</param>
public sealed record Lens(TextSpan Span, string Title, TracePlace Target)
{
    /// <summary>What a click writes; null when it writes nothing.</summary>
    public BoardStep? Step { get; init; }

    /// <summary>The places that a click may list; empty when there is only the target.</summary>
    public ImmutableArray<TracePlace> Places { get; init; } = [];
}

/// <summary>Which lenses are wanted.</summary>
/// <param name="Stage">How far the delivery is, on the title.</param>
/// <param name="Requirements">How far each requirement is, where it is defined.</param>
public readonly record struct LensChoice(bool Stage, bool Requirements);
