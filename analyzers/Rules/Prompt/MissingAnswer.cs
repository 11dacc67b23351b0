using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Prompt;

/// <summary>What the rules on answers that must be asked for have in common: whom they ask, where a missing answer is reported and how it is filled in.</summary>
internal static class MissingAnswer
{
    // How the pack names lists of choices under "covers".
    private const string ChoiceLists = "choice-list";

    /// <summary>Whether the document must answer at all: no template, no request for the answer, no excerpt without a title in another document.</summary>
    public static bool IsDue(BoundDocument document) =>
        !document.IsTemplate
        && !(document.IsEmbedded && document.Outline.Title is null)
        && !ClarificationReader.IsRequest(document);

    /// <summary>Whether a value is the template's list of choices and another rule says so (FW016).</summary>
    public static bool IsLeftToOthers(DocumentRuleContext context, string value) => context.Definition.Values.IsChoiceList(value) && context.IsCovered(ChoiceLists);

    /// <summary>Whether a section headed by the field's name answers in words that cannot be read as a value.</summary>
    public static bool IsWrittenOut(BoundDocument document, string role) =>
        LooseAnswerReader.IsWrittenOut(document.Definition.Kind(document.Kind), document.Outline, role);

    /// <summary>Where the absence of a field is reported: the heading of the section that must hold it, else the title (decisions 6).</summary>
    public static TextSpan Anchor(BoundDocument document, string role)
    {
        var home = document.Sections.FirstOrDefault(section => section.Definition.Fields.Any(field => field.Role == role && field.Presence == Presence.Required));
        return home?.Section.TitleSpan ?? document.TitleAnchor;
    }

    /// <summary>The edit that gives a field a value: into the field when it is there without one, else as a new line; null when the kind has no such field.</summary>
    public static TextChange? Fill(BoundDocument document, string role, string value)
    {
        if (document.Field(role) is { } present)
        {
            var span = present.Field.ValueSpan;
            var isGlued = span.IsEmpty && span.Start > 0 && document.Outline.Text[span.Start - 1] is ':' or '*' or '|';
            return new TextChange(span, isGlued ? " " + value : value);
        }

        return Place(document, role) is var (definition, owner) ? FieldInsertion.Insert(document, definition, owner, value) : null;
    }

    // A section that must hold the field or holds one that goes with it; else the header.
    private static (FieldDefinition Field, BoundSection? Owner)? Place(BoundDocument document, string role)
    {
        foreach (var section in document.Sections)
        {
            if (section.Definition.Fields.FirstOrDefault(candidate => candidate.Role == role) is { } field
                && (field.Presence == Presence.Required || HasCompany(document, section)))
            {
                return (field, section);
            }
        }

        var header = document.Kind.HeaderFields.Concat(document.Kind.Sections.SelectMany(static section => section.Fields)).FirstOrDefault(field => field.Role == role);
        return header is null ? null : (header, null);
    }

    private static bool HasCompany(BoundDocument document, BoundSection section) => document.Fields.Any(
        bound => bound.Field.Section == section.Section.Index
            && bound.Definition.Role is FieldRoles.MaturityLevel or FieldRoles.Modules or FieldRoles.EstimatedTime);
}
