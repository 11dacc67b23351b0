using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Features.Board;

/// <summary>How far a document is: by its state, and where a result is what counts, by the result.</summary>
public static class DocumentProgress
{
    /// <summary>The state of a document of a kind.</summary>
    public static DocumentState Of(DocumentKind kind, DocumentFacts facts)
    {
        if (kind.HasRole(KindRoles.Verifies))
        {
            // An approved deviation is how a verification passes with a known fault.
            return facts.OverallResult == StatusClasses.Fail && facts.Deviations.Count > 0 ? DocumentState.Approved : OfResult(facts.OverallResult, facts);
        }

        if (kind.HasRole(KindRoles.Reports))
        {
            return OfResult(facts.Recommendation == StatusClasses.Fail ? StatusClasses.Fail : facts.ReportStatus, facts);
        }

        if (kind.HasRole(KindRoles.ValidatesPrompt) && facts.StatedState is null)
        {
            return facts.OpenQuestions.Count > 0 ? DocumentState.Draft : facts.SaysComplete ? DocumentState.Approved : facts.State;
        }

        return facts.State;
    }

    private static DocumentState OfResult(string? result, DocumentFacts facts) => result switch
    {
        StatusClasses.Pass or StatusClasses.Warn => DocumentState.Approved,
        StatusClasses.Fail => DocumentState.InReview,
        StatusClasses.Draft or StatusClasses.InProgress or StatusClasses.Pending => DocumentState.Draft,
        _ => facts.State,
    };
}
