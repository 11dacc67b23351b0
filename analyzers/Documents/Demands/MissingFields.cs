using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Demands;

/// <summary>A field that a section of a document, or its header, must have and has not.</summary>
/// <param name="Field">The field.</param>
/// <param name="Section">The section it belongs into, or null for the header.</param>
/// <param name="Demand">How strongly it is demanded.</param>
public sealed record MissingField(FieldDefinition Field, BoundSection? Section, Demand Demand);

/// <summary>
/// Finds the fields that the sections of a document and its header must have and have not (catalogue FW013). A section that is missing as a
/// whole is no matter of fields.
/// </summary>
public static class MissingFields
{
    /// <summary>The missing fields: those of the header, then section by section, in template order.</summary>
    public static ImmutableArray<MissingField> In(BoundDocument document)
    {
        var demands = new DocumentDemands(document);
        var parts = NamedParts.Of(document);
        var missing = ImmutableArray.CreateBuilder<MissingField>();

        // An excerpt in a fence without a title has no header that could lack something.
        var header = document.IsEmbedded && document.Outline.Title is null ? [] : document.Kind.HeaderFields;
        foreach (var field in header)
        {
            if (demands.Of(field) is not Demand.None and var demand && !parts.IsNamed(field) && !BelongsToSection(document, demands, field))
            {
                missing.Add(new MissingField(field, null, demand));
            }
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var section in document.Sections)
        {
            var repeats = section.Definition.HeadingPattern is not null;
            if ((repeats || seen.Add(section.Definition.Role)) && !parts.IsHeadedAsField(section))
            {
                AddOf(section, repeats);
            }
        }

        return missing.DrainToImmutable();

        void AddOf(BoundSection section, bool repeats)
        {
            List<FieldDefinition>? absent = null;
            foreach (var field in section.Definition.Fields)
            {
                if (demands.Of(field) != Demand.None && !IsPresent(parts, section, field, repeats))
                {
                    (absent ??= []).Add(field);
                }
            }

            if (absent is null)
            {
                return;
            }

            // A list without a label is the one list that the section lacks; with two of them lacking nobody knows which.
            if (parts.HoldsLooseList(section) && absent.Count(static field => field.ValueKind == ValueKinds.List) == 1)
            {
                absent.RemoveAll(static field => field.ValueKind == ValueKinds.List);
            }

            missing.AddRange(absent.Select(field => new MissingField(field, section, demands.Of(field))));
        }
    }

    // Where a section of the document has the same field, it is missing there.
    private static bool BelongsToSection(BoundDocument document, DocumentDemands demands, FieldDefinition field) =>
        document.Sections.Any(section => section.Definition.Fields.Any(own => own.Role == field.Role && demands.Of(own) != Demand.None));

    private static bool IsPresent(NamedParts parts, BoundSection section, FieldDefinition field, bool repeats) =>
        parts.IsNamedIn(section, field)
        || (!repeats && parts.IsNamed(field))
        || (field.ValueKind is ValueKinds.Tasks or ValueKinds.Checkboxes && parts.HoldsItems(section));
}
