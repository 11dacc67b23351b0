using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>The table that says for each stage what is read and what is produced (seed Part 3).</summary>
public sealed record NavigationMatrix
{
    /// <summary>Its columns.</summary>
    public ImmutableArray<ColumnDefinition> Columns { get; init; } = [];

    /// <summary>Its rows in order.</summary>
    public ImmutableArray<NavigationRow> Rows { get; init; } = [];

    /// <summary>Folders that its paths may be relative to, with a closing slash; empty text is the repository root.</summary>
    public ImmutableArray<string> PathPrefixes { get; init; } = [];
}

/// <summary>A row of the navigation matrix.</summary>
/// <param name="Stage">The stage or sub-stage, for example <c>4.1</c>.</param>
/// <param name="Phase">Its name in the matrix.</param>
/// <param name="Reads">Documents to read, as written.</param>
/// <param name="Generates">What is produced, in words.</param>
/// <param name="Tools">Templates and tools, as written.</param>
/// <param name="Success">The success criterion.</param>
public sealed record NavigationRow(
    string Stage,
    string Phase,
    ImmutableArray<string> Reads,
    ImmutableArray<string> Generates,
    ImmutableArray<string> Tools,
    string Success);

/// <summary>A known way things go wrong.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Stage">The stage or sub-stage where it shows; empty when it may be any.</param>
/// <param name="Recovery">What to do.</param>
public sealed record KnownIssue(int Number, string Name, string Stage, string Recovery);
