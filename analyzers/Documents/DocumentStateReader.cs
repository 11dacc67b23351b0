using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>Reads how far a document has come from its status and approval fields (catalogue 1.10).</summary>
internal static class DocumentStateReader
{
    // Some statuses are sentences; messages quote how they begin.
    private const int LongestStatus = 60;

    /// <summary>The state; in review when nothing says otherwise.</summary>
    public static DocumentState Read(BoundDocument document) => Stated(document) ?? DocumentState.InReview;

    /// <summary>The state that the document itself tells; null when it does not.</summary>
    public static DocumentState? Stated(BoundDocument document)
    {
        if (StatusFields(document).Select(static entry => entry.State).FirstOrDefault(static state => state is not null) is { } stated)
        {
            return stated;
        }

        return document.Field(FieldRoles.ApprovedBy) is { } approval && IsFilled(document, approval.Value)
            ? DocumentState.Approved
            : null;
    }

    /// <summary>The status as written, without markup; empty when none can be read. Of a verification it is the overall result.</summary>
    public static string StatusText(BoundDocument document)
    {
        var field = document.Fields.FirstOrDefault(static field => field.Definition.ValueKind == ValueKinds.OverallResult)
            ?? StatusFields(document).FirstOrDefault(static entry => entry.State is not null).Field;
        var text = PlainText.Of(field?.Value ?? "").Trim();
        return text.Length <= LongestStatus ? text : text[..LongestStatus].TrimEnd() + "…";
    }

    private static IEnumerable<(BoundField Field, DocumentState? State)> StatusFields(BoundDocument document)
    {
        var vocabulary = document.Definition.Status(VocabularyIds.DocumentState);
        return document.Fields
            .Where(static field => field.Definition.Role == FieldRoles.Status)
            .Select(field => (field, vocabulary.Classify(field.Value) switch
            {
                StatusClasses.Draft => DocumentState.Draft,
                StatusClasses.InReview => DocumentState.InReview,
                StatusClasses.Approved => DocumentState.Approved,
                StatusClasses.Final => DocumentState.Final,
                _ => (DocumentState?)null,
            }));
    }

    private static bool IsFilled(BoundDocument document, string value)
    {
        var values = document.Definition.Values;
        return !string.IsNullOrWhiteSpace(value) && !values.IsDash(value) && values.Placeholder(value) is null
            && document.Definition.Status(VocabularyIds.Requirement).Classify(value) != StatusClasses.Pending;
    }
}
