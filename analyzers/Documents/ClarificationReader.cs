using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>
/// Tells a request for missing information from the confirmation that nothing is missing (decisions 15). A request is not asked for level,
/// modules, inputs or sections: asking for them is its purpose.
/// </summary>
public static class ClarificationReader
{
    private const int VerdictLength = 300;

    /// <summary>Whether the document asks for what is missing and holds no verdict that all is there.</summary>
    public static bool IsRequest(BoundDocument document) =>
        document.Kind.HasRole(KindRoles.ValidatesPrompt) && Find(document, SectionRoles.Missing) is not null && !HasVerdict(document);

    // A verdict that says "not yet" is none.
    private static bool HasVerdict(BoundDocument document)
    {
        if (Find(document, SectionRoles.ValidationNote) is not { } span)
        {
            return false;
        }

        var text = document.Outline.Text.AsSpan(span.Start, Math.Min(span.Length, VerdictLength)).Trim();
        var end = text.IndexOf("\n\n");
        var verdict = document.Definition.Status(VocabularyIds.OverallResult).Classify((end < 0 ? text : text[..end]).ToString());
        return verdict is null or StatusClasses.Pass or StatusClasses.Warn;
    }

    // The body of a section, or what follows a bold label with its name (decisions 16).
    private static TextSpan? Find(BoundDocument document, string role)
    {
        if (document.Section(role) is { } section)
        {
            return section.Section.BodySpan;
        }

        var index = document.Definition.Kind(document.Kind);
        foreach (var field in document.Outline.Fields)
        {
            if (field.Notation is FieldNotation.BoldLine or FieldNotation.LabelWithList && index.Section(field.Key)?.Role == role)
            {
                return field.Value.Length > 0 ? field.ValueSpan : field.ContinuationSpan;
            }
        }

        return null;
    }
}
