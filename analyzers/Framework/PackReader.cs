using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>A file of a pack.</summary>
/// <param name="Name">Its name with forward slashes, for messages.</param>
/// <param name="Text">Its YAML text.</param>
public sealed record PackFile(string Name, string Text);

/// <summary>Something wrong in a pack or configuration file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Span">Where, in UTF-16 units of the file's text.</param>
/// <param name="Message">What and what to do.</param>
public sealed record PackDiagnostic(string File, TextSpan Span, string Message);

/// <summary>What came of reading a pack.</summary>
/// <param name="Definition">The definition; what could not be read is left out.</param>
/// <param name="Diagnostics">What was wrong; empty when all is well.</param>
public sealed record PackResult(FrameworkDefinition Definition, ImmutableArray<PackDiagnostic> Diagnostics);
