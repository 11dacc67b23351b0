using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads which checks have an approved deviation: the section names them and an approver (decisions 33).</summary>
internal static class DeviationReader
{
    public static IEnumerable<string> Read(BoundDocument document)
    {
        if (document.Section(SectionRoles.Deviations) is not { } section)
        {
            return [];
        }

        var text = Words.Fold(document.Outline.Text.Substring(section.Section.Span.Start, section.Section.Span.Length));
        return document.Definition.Definition.Checks
            .Where(check => check.Aliases.Append(check.Name).Any(name => Words.IndexOfPhrase(text, Words.Fold(name)) >= 0))
            .Select(static check => check.Id);
    }
}
