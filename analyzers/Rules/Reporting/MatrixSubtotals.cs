using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Rules.Reporting;

/// <summary>The rows of matrices as numbers.</summary>
/// <param name="Done">How many requirements are done; null when the status of one is not understood.</param>
/// <param name="All">How many there are.</param>
/// <param name="Descoped">How many of them are out of scope.</param>
internal readonly record struct MatrixCount(int? Done, int All, int Descoped)
{
    /// <summary>Whether a share says the same; requirements out of scope may be counted or not.</summary>
    public bool Fits(ShareToken share) => (Done is null || share.Part == Done) && (share.Whole == All || share.Whole == All - Descoped);
}

/// <summary>A subtotal below matrices, and what they hold.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Share">The stated numbers.</param>
/// <param name="Start">The offset that the places of <paramref name="Share"/> count from.</param>
/// <param name="Own">The tables of its section since the subtotal before.</param>
/// <param name="Feature">All tables of its feature since the subtotal before.</param>
internal sealed record MatrixSubtotal(string Label, ShareToken Share, int Start, MatrixCount Own, MatrixCount Feature);

/// <summary>Finds the subtotals of matrices ("Functional Coverage: 3/4") and counts what they sum up (catalogue FW707).</summary>
internal sealed class MatrixSubtotals(BoundDocument document, IEnumerable<string> labels)
{
    private const int LongestLabel = 60;
    private const int MostWords = 5;

    private readonly List<string> _labels = [.. labels.Select(Words.Fold)];

    /// <summary>Every subtotal that stands below a matrix.</summary>
    public IEnumerable<MatrixSubtotal> Read()
    {
        var tables = document.Tables
            .Where(static table => table.Definition.Role is TableRoles.CoverageMatrix or TableRoles.Traceability && table.Columns.ContainsKey(ColumnRoles.RequirementId) && table.Columns.ContainsKey(ColumnRoles.Status))
            .ToList();
        if (tables.Count == 0)
        {
            yield break;
        }

        var text = document.Outline.Text;
        var previous = 0;
        foreach (var (share, start) in ShareLines.In(document))
        {
            var place = start + share.Start;
            if (Label(text[start..place]) is not { } label)
            {
                continue;
            }

            var section = document.Outline.SectionAt(place);
            var scope = RequirementReader.Scope(document, section.Index);
            var summed = tables.FindAll(table => table.Table.Span.Start >= previous && table.Table.Span.End <= place && RequirementReader.Scope(document, table.Table.Section) == scope);
            previous = place;
            if (summed.Count > 0)
            {
                yield return new MatrixSubtotal(label, share, start, Count(summed.FindAll(table => table.Table.Section == section.Index)), Count(summed));
            }
        }
    }

    /// <summary>Whether a line starts with the label of a subtotal.</summary>
    public bool IsSubtotal(string line) => Label(line) is not null;

    // The words of the line before the numbers, without markup; a row of a table is none.
    private string? Label(string lead)
    {
        if (lead.Length > LongestLabel || lead.AsSpan().TrimStart() is ['|', ..])
        {
            return null;
        }

        var label = lead.Trim(' ', '\t', '*', '_', '-', '+', '>', ':', '`', '~', '=');
        var folded = Words.Fold(label);
        return folded.Split(' ').Length <= MostWords && _labels.Exists(word => Words.StartsWithPhrase(folded, word)) ? label.Replace("*", "", StringComparison.Ordinal) : null;
    }

    private MatrixCount Count(List<BoundTable> tables)
    {
        var statuses = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            foreach (var row in table.Table.Rows)
            {
                var status = document.Definition.Status(VocabularyIds.Requirement).Classify(table.Cell(row, ColumnRoles.Status)?.Raw ?? "");
                foreach (var id in document.Definition.RequirementIds.References(table.Cell(row, ColumnRoles.RequirementId)?.Raw ?? ""))
                {
                    statuses[id.Id] = status;
                }
            }
        }

        return new MatrixCount(
            statuses.ContainsValue(null) ? null : statuses.Count(static entry => entry.Value == StatusClasses.Pass),
            statuses.Count,
            statuses.Count(static entry => entry.Value == StatusClasses.Descoped));
    }
}
