namespace FrameworkLsp.Analyzers.Features.Hints;

/// <summary>What an editor shows between the words of a document without it being there.</summary>
/// <param name="Offset">Behind which offset of the source text.</param>
/// <param name="Text">What it says.</param>
/// <param name="Explanation">More about it; empty when there is nothing more to say.</param>
public sealed record Hint(int Offset, string Text, string Explanation);

/// <summary>Which hints are wanted.</summary>
/// <param name="Levels">Name and threshold behind a level.</param>
/// <param name="Thresholds">The expected threshold behind a measured coverage.</param>
/// <param name="Titles">The title behind the id of a requirement.</param>
/// <param name="Modules">The modules that come along behind a choice of modules.</param>
public readonly record struct HintChoice(bool Levels, bool Thresholds, bool Titles, bool Modules);
