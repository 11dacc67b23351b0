using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Hygiene;

/// <summary>FW906: a stage whose section names more to read than its row of the navigation matrix.</summary>
public sealed class MatrixSectionDisagreementRule() : DocumentRule(new RuleDescriptor("FW906", "matrix-section-disagreement", Severity.Warning, FixSafety.Unsafe, "0.1") { AppliesToReferenceMaterial = true })
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        var rows = NavigationReader.Rows(document).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        foreach (var (stage, list) in Lists(document))
        {
            // A stage with sub-stages is read by their rows.
            var own = rows.FindAll(row => row.Stage == stage || row.Stage.StartsWith(stage + ".", StringComparison.Ordinal));
            if (own.Count == 0)
            {
                continue;
            }

            var named = own.SelectMany(row => new[] { row.Reads, row.Table.Cell(row.Row, ColumnRoles.Tools) })
                .OfType<Markdown.TableCell>()
                .SelectMany(static cell => NavigationReader.References(cell.Raw, cell.ContentSpan.Start))
                .Select(static reference => BaseName(reference.Path))
                .ToHashSet(StringComparer.OrdinalIgnoreCase);
            var missing = list.Where(reference => !named.Contains(BaseName(reference.Path))).DistinctBy(static reference => BaseName(reference.Path)).ToList();
            if (missing.Count > 0 && own[0].Reads is { } cell)
            {
                var mandatory = missing.Exists(reference => IsMandatory(context, stage, reference));
                context.Report(
                    cell.ContentSpan,
                    $"Stage {stage}: {string.Join(", ", missing.Select(static reference => BaseName(reference.Path)))} {(missing.Count == 1 ? "is" : "are")} read in the section but not listed in the matrix. Agents read only the row; add {(missing.Count == 1 ? "it" : "them")}.",
                    mandatory ? null : Severity.Info,
                    missing.Select(static reference => reference.Path).ToImmutableArray(),
                    [.. missing.Select(static reference => (reference.Span, "read here"))]);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not ImmutableArray<string> paths)
        {
            return [];
        }

        // The matrix leaves the folders of the framework's documents out.
        var prefixes = context.Bound.Definition.Definition.Navigation.PathPrefixes;
        var text = string.Concat(paths.Select(path => $"<br>`{path[(prefixes.Where(prefix => path.StartsWith(prefix, StringComparison.Ordinal)).Select(static prefix => prefix.Length).DefaultIfEmpty(0).Max())..]}`"));
        return [new Fix(paths.Length == 1 ? "Append it to the row" : $"Append {paths.Length} documents to the row", FixSafety.Unsafe, [new TextChange(new TextSpan(context.Finding.LocalSpan.End, 0), text)]) { IsPreferred = true }];
    }

    // The reading lists of the stages' sections.
    private static IEnumerable<(string Stage, List<ReadingReference> List)> Lists(BoundDocument document)
    {
        foreach (var field in document.Fields.Where(static field => field.Definition.Role == FieldRoles.StageReads))
        {
            var section = document.Outline.Sections[field.Field.Section];
            var stage = NavigationReader.StageOf(section.Title);
            var references = NavigationReader.References(field.Field.Value, field.Field.ValueSpan.Start)
                .Concat((field.Field.Items.IsDefaultOrEmpty ? [] : field.Field.Items).SelectMany(static item => NavigationReader.References(item.Raw, item.ContentSpan.Start)))
                .ToList();
            if (stage.Length > 0 && references.Count > 0)
            {
                yield return (stage, references);
            }
        }
    }

    // By the model or by a mark in the list (decisions 42).
    private static bool IsMandatory(DocumentRuleContext context, string stage, ReadingReference reference) =>
        context.Parameter("mandatory_marks").Any(mark => reference.Remark.Contains(mark, StringComparison.OrdinalIgnoreCase))
        || context.Definition.Definition.Stages.Any(item => item.Id == stage && item.Reads.Any(reading => reading.IsMandatory && BaseName(reading.Path) == BaseName(reference.Path)));

    // A pattern is its folder and the pattern: "services/**/*" of "docs/atomic/services/**/*".
    private static string BaseName(string path)
    {
        var wildcard = path.IndexOf('*', StringComparison.Ordinal);
        var stem = wildcard < 0 ? path.TrimEnd('/') : path[..wildcard].TrimEnd('/');
        return stem[(stem.LastIndexOf('/') + 1)..] + (wildcard < 0 ? "" : "/" + path[wildcard..]);
    }
}
