using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>A row of a check that the workflow demands, with how its result counts. The row is about the check itself, not about a part of it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Check">The check.</param>
/// <param name="Result">The class of the result; null when it is empty or says nothing.</param>
/// <param name="IsOpen">Whether nothing was filled in: the cell is blank, a dash or a placeholder.</param>
/// <param name="IsOptional">Whether the check is for information only at the document's level.</param>
internal sealed record DemandedCheck(CheckRow Row, VerificationCheck Check, string? Result, bool IsOpen, bool IsOptional)
{
    private static readonly DocumentMemo<ImmutableHashSet<string>> Deviations = new(static document => [.. DeviationReader.Read(document)]);

    /// <summary>Whether somebody approved a deviation of the check that a row is about.</summary>
    public static bool IsExcused(BoundDocument document, CheckRow row) => row.Check is { } check && Deviations.Of(document).Contains(check.Id);

    /// <summary>The demanded checks of a document that have a result cell and no approved deviation.</summary>
    public static IEnumerable<DemandedCheck> In(BoundDocument document)
    {
        var results = document.Definition.Status(VocabularyIds.CheckResult);
        var values = document.Definition.Values;
        var level = LevelReader.Level(document);
        foreach (var row in CheckReader.Rows(document))
        {
            if (row is { IsNamed: true, Check: { IsMandatory: true } check, Result: { } cell } && !IsExcused(document, row))
            {
                var result = results.Classify(cell.Raw);

                // "TBD" has the words of a check that is not finished, but is what a form holds before anybody began.
                var isOpen = values.Placeholder(cell.Raw) is not null || (result is null && (Documents.Values.ValueClassifier.IsBlank(cell.Raw) || values.IsDash(cell.Text)));
                yield return new DemandedCheck(row, check, result, isOpen, SeverityName.Parse(check.SeverityAt(level)) <= Severity.Info);
            }
        }
    }
}
