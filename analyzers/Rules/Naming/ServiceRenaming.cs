using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>Renames a service everywhere in a document: in lists, tables, paths and commands, each in the form it is written in there.</summary>
internal static class ServiceRenaming
{
    /// <summary>A fix that renames a service.</summary>
    /// <param name="document">The document.</param>
    /// <param name="name">The name, with underscores.</param>
    /// <param name="replacement">The new name, with underscores.</param>
    /// <param name="isPreferred">Whether it is the one obvious fix.</param>
    public static Fix Fix(BoundDocument document, string name, string replacement, bool isPreferred) =>
        new(
            $"Rename \"{name}\" to \"{replacement}\" in this document",
            FixSafety.Unsafe,
            [.. ServiceOccurrences.Of(document, name).Select(place => new TextChange(place.Span, ServiceOccurrences.InFormOf(place.Written, replacement)))])
        {
            IsPreferred = isPreferred,
        };
}
