using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Where a document claims to have a feature (catalogue FW204).</summary>
public enum ClaimPlace
{
    /// <summary>Among the features included at the level.</summary>
    Included,

    /// <summary>With a pass mark in a list of services or infrastructure.</summary>
    Listed,

    /// <summary>In the check of the level's features.</summary>
    Checked,

    /// <summary>In a task of a plan.</summary>
    Task,

    /// <summary>As the path of something that only the feature brings.</summary>
    Artefact,
}

/// <summary>A feature that a document claims to have.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Span">Its name or path there.</param>
/// <param name="Place">Where.</param>
public sealed record FeatureClaim(Feature Feature, TextSpan Span, ClaimPlace Place)
{
    /// <summary>The table it stands in, for included features in a table.</summary>
    public BoundTable? Table { get; init; }

    /// <summary>The row it stands in, for included features in a table.</summary>
    public TableRow? Row { get; init; }
}
