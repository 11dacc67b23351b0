using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules;

/// <summary>Something a rule found.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How much it matters, after softening and configuration.</param>
/// <param name="Message">What is wrong, why and what to do, in a sentence or two.</param>
/// <param name="Span">Where, in the document's source text (UTF-16 units).</param>
public sealed record Finding(RuleDescriptor Rule, Severity Severity, string Message, TextSpan Span)
{
    /// <summary>Other places that explain it.</summary>
    public ImmutableArray<RelatedLocation> Related { get; init; } = [];

    /// <summary>Which document inside the file it is about: 0 for the file itself, n for the n-th embedded document.</summary>
    public int Part { get; init; }

    /// <summary>The span in the coordinates of the outline of that document.</summary>
    public TextSpan LocalSpan { get; init; }

    /// <summary>What the rule wants to know again when it makes fixes; null when it needs nothing.</summary>
    public object? Data { get; init; }

    /// <summary>Order of findings in output: by place, then by rule.</summary>
    public static int Compare(Finding left, Finding right)
    {
        var order = left.Span.Start.CompareTo(right.Span.Start);
        order = order != 0 ? order : left.Span.End.CompareTo(right.Span.End);
        order = order != 0 ? order : string.CompareOrdinal(left.Rule.Id, right.Rule.Id);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }
}

/// <summary>A place that explains a finding.</summary>
/// <param name="Path">The document, relative to the workspace root with forward slashes.</param>
/// <param name="Span">Where in its source text.</param>
/// <param name="Message">What is there.</param>
public sealed record RelatedLocation(string Path, TextSpan Span, string Message);
