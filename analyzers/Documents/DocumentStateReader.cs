using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>Reads how far a document has come from its status and approval fields (catalogue 1.10).</summary>
internal static class DocumentStateReader
{
    /// <summary>The state; in review when nothing says otherwise.</summary>
    public static DocumentState Read(BoundDocument document) => Stated(document) ?? DocumentState.InReview;

    /// <summary>The state that the document itself tells; null when it does not.</summary>
    public static DocumentState? Stated(BoundDocument document)
    {
        var vocabulary = document.Definition.Status(VocabularyIds.DocumentState);
        foreach (var field in document.Fields.Where(static field => field.Definition.Role == FieldRoles.Status))
        {
            switch (vocabulary.Classify(field.Value))
            {
                case StatusClasses.Draft:
                    return DocumentState.Draft;
                case StatusClasses.InReview:
                    return DocumentState.InReview;
                case StatusClasses.Approved:
                    return DocumentState.Approved;
                case StatusClasses.Final:
                    return DocumentState.Final;
                default:
                    continue;
            }
        }

        return document.Field(FieldRoles.ApprovedBy) is { } approval && IsFilled(document, approval.Value)
            ? DocumentState.Approved
            : null;
    }

    private static bool IsFilled(BoundDocument document, string value)
    {
        var values = document.Definition.Values;
        return !string.IsNullOrWhiteSpace(value) && !values.IsDash(value) && values.Placeholder(value) is null
            && document.Definition.Status(VocabularyIds.Requirement).Classify(value) != StatusClasses.Pending;
    }
}
