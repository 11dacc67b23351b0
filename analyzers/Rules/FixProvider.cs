using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules;

/// <summary>Makes the fixes of findings, in source coordinates and with the document's line ends.</summary>
public static class FixProvider
{
    /// <summary>The fixes for a finding of a document, best first; empty when its rule has none for it.</summary>
    public static ImmutableArray<Fix> GetFixes(Workspace workspace, Document document, Finding finding, DateOnly today, CancellationToken cancellationToken = default)
    {
        if (ReferenceEquals(finding.Rule, EngineRules.UnusedSuppression))
        {
            return [RemoveSuppression(document.Text, finding.Span)];
        }

        var file = document.GetBound(cancellationToken);
        if (RuleCatalog.RuleOf(finding.Rule) is not { } rule || finding.Part >= file.Parts.Length)
        {
            return [];
        }

        var bound = file.Parts[finding.Part];
        var lineEnd = LineEnds.Of(document.Text);
        return
        [
            .. rule.GetFixes(new FixContext(workspace, document, bound, finding, today))
                .Where(fix => fix.IsSourceEdit || CanEdit(bound))
                .Select(fix => fix with
                {
                    Changes = fix.IsSourceEdit ? fix.Changes : [.. fix.Changes.Select(change => Map(change, bound, lineEnd)).OrderBy(static change => change.Span.Start)],
                    OtherDocuments = fix.OtherDocuments.ToImmutableDictionary(
                        static pair => pair.Key,
                        pair => workspace.Documents.TryGetValue(pair.Key, out var other)
                            ? [.. pair.Value.Select(change => Map(change, null, LineEnds.Of(other.Text)))]
                            : pair.Value),
                }),
        ];
    }

    /// <summary>
    /// The text after applying the preferred safe fixes (or, with <paramref name="includeUnsafe"/>, all preferred fixes) of the findings of a
    /// document, in one pass: fixes whose edits overlap earlier ones wait for the next pass. Null when nothing is to be done.
    /// </summary>
    public static SourceText? ApplyFixes(WorkspaceAnalysis analysis, string path, bool includeUnsafe, DateOnly today, CancellationToken cancellationToken = default) =>
        ApplyFixes(analysis, path, analysis.FindingsOf(path), includeUnsafe, today, cancellationToken);

    /// <summary>The same for some of the findings.</summary>
    public static SourceText? ApplyFixes(WorkspaceAnalysis analysis, string path, IEnumerable<Finding> findings, bool includeUnsafe, DateOnly today, CancellationToken cancellationToken)
    {
        if (!analysis.Workspace.Documents.TryGetValue(path, out var document))
        {
            return null;
        }

        var changes = new List<TextChange>();
        foreach (var finding in findings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var fix = GetFixes(analysis.Workspace, document, finding, today, cancellationToken)
                .FirstOrDefault(candidate => candidate.OtherDocuments.IsEmpty && candidate.NewDocuments.IsEmpty && IsAllowed(candidate, includeUnsafe));
            if (fix is not null && !fix.Changes.Any(change => changes.Exists(other => Overlaps(change.Span, other.Span))))
            {
                changes.AddRange(fix.Changes);
            }
        }

        if (changes.Count == 0)
        {
            return null;
        }

        var fixedText = document.Text.WithChanges(changes.OrderBy(static change => change.Span.Start));
        return fixedText.ContentEquals(document.Text) ? null : fixedText;
    }

    private static bool IsAllowed(Fix fix, bool includeUnsafe) => fix.Safety == FixSafety.Safe || (includeUnsafe && fix.IsPreferred && fix.Safety == FixSafety.Unsafe);

    // Two insertions at one place are kept apart as well: which comes first would be chance.
    private static bool Overlaps(TextSpan left, TextSpan right) => left.OverlapsWith(right) || left.Start == right.Start || left.IntersectsWith(right);

    // An edit needs a place to go to: the text of a file that was repaired, or of a fence with a prefix on every line, has none.
    private static bool CanEdit(BoundDocument bound) => bound.ToSource.IsContiguous;

    private static TextChange Map(TextChange change, BoundDocument? bound, string lineEnd) => new(
        bound is null ? change.Span : bound.ToSource.ToSource(change.Span),
        (change.NewText ?? "").ReplaceLineEndings(lineEnd));

    private static Fix RemoveSuppression(SourceText text, TextSpan span)
    {
        var line = text.Lines.GetLineFromPosition(span.Start);
        var isAlone = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line.Start, span.Start)))
            && string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(span.End, text.Lines.GetLineFromPosition(span.End).End)));
        var removed = isAlone ? TextSpan.FromBounds(line.Start, text.Lines.GetLineFromPosition(span.End).EndIncludingLineBreak) : span;
        return new Fix("Remove the unused suppression", FixSafety.Safe, [new TextChange(removed, "")]) { IsPreferred = true };
    }
}
