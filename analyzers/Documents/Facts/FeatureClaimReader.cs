using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>
/// Reads which features a document claims to have, from the places that claim (catalogue FW204) and outside of those that do not (1.9): plans
/// list the features of higher levels with ticks under "Evolution Path", so prose is never read.
/// </summary>
public sealed class FeatureClaimReader
{
    private readonly BoundDocument _document;
    private readonly MarkdownOutline _outline;
    private readonly ClaimText _text;
    private readonly TaskItems _tasks;

    // Null where the stretches to read are few, so that reading them all is cheaper than looking for the names first.
    private readonly PhrasePlaces? _places;
    private readonly int _above;
    private readonly List<FeatureClaim> _claims = [];

    private FeatureClaimReader(BoundDocument document, int level, PhrasePlaces? places = null, int above = 0)
    {
        _document = document;
        _outline = document.Outline;
        _text = new ClaimText(document, level);
        _tasks = new TaskItems(document, _text);
        _places = places;
        _above = above;
    }

    /// <summary>The claims, included features first, in document order otherwise.</summary>
    /// <param name="document">The document.</param>
    /// <param name="level">The number of its level; what speaks of other levels claims nothing.</param>
    /// <param name="above">Features of this level and lower ones may be left out.</param>
    /// <param name="checks">Ids of the checks whose rows name the level's features.</param>
    public static IReadOnlyList<FeatureClaim> Read(BoundDocument document, int level, int above, IReadOnlyCollection<string> checks)
    {
        var reader = new FeatureClaimReader(document, level, new PhrasePlaces(document, document.Definition.Features.NamesAbove(above)), above);
        reader.FromIncluded();
        reader.FromLists();
        reader.FromChecks(checks);
        reader.FromTasks();
        reader.FromPaths();
        return [.. reader._claims.OrderBy(static claim => claim.Place == ClaimPlace.Included ? 0 : 1).ThenBy(static claim => claim.Span.Start)];
    }

    /// <summary>The claims of the lists of included features alone, in document order.</summary>
    public static IReadOnlyList<FeatureClaim> ReadIncluded(BoundDocument document, int level)
    {
        var reader = new FeatureClaimReader(document, level);
        reader.FromIncluded();
        return [.. reader._claims.OrderBy(static claim => claim.Span.Start)];
    }

    private void FromIncluded()
    {
        foreach (var table in _document.TablesOf(TableRoles.Features))
        {
            if (table.Owner?.Definition.Role != SectionRoles.Included || _text.IsSilent(table.Table.Section))
            {
                continue;
            }

            foreach (var row in table.Table.Rows)
            {
                if (table.Cell(row, ColumnRoles.Feature) is { } cell && MayName(cell.ContentSpan))
                {
                    AddList(cell.Raw, cell.ContentSpan.Start, ClaimPlace.Included, table, row);
                }
            }
        }

        var isLabelled = LabelledAsIncluded();
        foreach (var item in _outline.ListItems)
        {
            var isIncluded = isLabelled.Contains(item.Index) || _document.Owners[item.Section]?.Definition.Role == SectionRoles.Included;
            if (isIncluded && MayName(item.ContentSpan) && !_text.IsSilent(item.Section) && !_text.SpeaksOfOthers(item.Text))
            {
                AddList(item.Raw, item.ContentSpan.Start, ClaimPlace.Included);
            }
        }
    }

    // "**Included**:" with a list, where others have a heading.
    private HashSet<int> LabelledAsIncluded()
    {
        var items = new HashSet<int>();
        var index = _document.Definition.Kind(_document.Kind);
        foreach (var field in _outline.Fields)
        {
            if (_document.Owners[field.Section]?.Definition is { Role: SectionRoles.MaturityFeatures } section
                && index.Subsection(field.Key, section)?.Role == SectionRoles.Included)
            {
                items.UnionWith(field.Items.IsDefault ? [] : field.Items.Select(static item => item.Index));
                AddList(field.Value, field.ValueSpan.Start, ClaimPlace.Included);
            }
        }

        return items;
    }

    private void FromLists()
    {
        foreach (var field in _document.Fields)
        {
            if (field.Definition.ValueKind is not (ValueKinds.Services or ValueKinds.Infrastructure) || field.Field.Items.IsDefaultOrEmpty || _text.IsSilent(field.Field.Section))
            {
                continue;
            }

            foreach (var item in field.Field.Items.Where(item => MayName(item.ContentSpan) && IsTicked(item) && !_text.SpeaksOfOthers(item.Text)))
            {
                AddProse(item.Raw, item.ContentSpan.Start, ClaimPlace.Listed);
            }
        }
    }

    private bool MayName(TextSpan span) => _places?.AnyIn(span) != false;

    private bool IsTicked(ListItem item)
    {
        var marks = 0;
        while (marks < item.Text.Length && !char.IsLetterOrDigit(item.Text[marks]))
        {
            marks++;
        }

        return item.IsChecked == true || _document.Definition.Status(VocabularyIds.CheckResult).Classify(item.Text[..marks]) == StatusClasses.Pass;
    }

    private void FromChecks(IReadOnlyCollection<string> checks)
    {
        var results = _document.Definition.Status(VocabularyIds.CheckResult);
        foreach (var row in CheckReader.Rows(_document))
        {
            if (row.Check is null || !checks.Contains(row.Check.Id) || results.Classify(row.Result?.Raw ?? "") is StatusClasses.Fail or StatusClasses.Skipped)
            {
                continue;
            }

            foreach (var cell in new[] { row.Result, row.Table.Cell(row.Row, ColumnRoles.Evidence) })
            {
                if (cell is not null && MayName(cell.ContentSpan) && !_text.SpeaksOfOthers(cell.Text))
                {
                    AddList(cell.Raw, cell.ContentSpan.Start, ClaimPlace.Checked);
                }
            }
        }
    }

    private void FromTasks()
    {
        if (_places is { IsEmpty: true })
        {
            return;
        }

        foreach (var item in _outline.ListItems)
        {
            if (MayName(item.ContentSpan) && _tasks.IsTask(item))
            {
                AddProse(item.Raw, item.ContentSpan.Start, ClaimPlace.Task);
            }
        }

        // A work plan has its tasks in a column; the tasks of a traceability matrix are numbers.
        foreach (var table in _document.Tables)
        {
            if (!table.Columns.ContainsKey(ColumnRoles.Tasks) || table.Columns.ContainsKey(ColumnRoles.RequirementId) || _text.IsSilent(table.Table.Section))
            {
                continue;
            }

            foreach (var row in table.Table.Rows)
            {
                if (table.Cell(row, ColumnRoles.Tasks) is { } cell && MayName(cell.ContentSpan) && !_text.SpeaksOfOthers(_outline.Text.Substring(row.Span.Start, row.Span.Length)))
                {
                    AddProse(cell.Raw, cell.ContentSpan.Start, ClaimPlace.Task);
                }
            }
        }
    }

    private void FromPaths()
    {
        foreach (var code in _outline.InlineCodes)
        {
            AddPath(code.Content, code.ContentSpan);
        }

        foreach (var link in _outline.Links)
        {
            if (link.Kind == LinkKind.Link && !link.TargetSpan.IsEmpty)
            {
                AddPath(link.Target, link.TargetSpan);
            }
        }
    }

    private void AddPath(string path, TextSpan span)
    {
        if (_document.Definition.Artefacts.Find(path) is { } feature && feature.MinLevel > _above && IsInCarrier(span))
        {
            _claims.Add(new FeatureClaim(feature, span, ClaimPlace.Artefact));
        }
    }

    // A task, or a list of what is handed over.
    private bool IsInCarrier(TextSpan span)
    {
        var item = _outline.ItemAt(span.Start);
        if (item is null)
        {
            return false;
        }

        var line = span.Start - item.ContentSpan.Start;
        var isDeliverable = _document.Owners[item.Section]?.Definition.Role == SectionRoles.Deliverables && !_text.IsSilent(item.Section) && !_text.SpeaksOfOthers(item.Text);
        return (isDeliverable || _tasks.IsTask(item))
            && !_text.HasNegativeMark(item.Text)
            && !(line <= item.Raw.Length && _text.IsNegated(item.Raw, line, Math.Min(span.Length, item.Raw.Length - line)));
    }

    private void AddList(string raw, int offset, ClaimPlace place, BoundTable? table = null, TableRow? row = null)
    {
        foreach (var mention in _text.InList(raw))
        {
            _claims.Add(new FeatureClaim(mention.Feature, new TextSpan(offset + mention.Start, mention.Length), place) { Table = table, Row = row });
        }
    }

    private void AddProse(string raw, int offset, ClaimPlace place)
    {
        foreach (var mention in _text.InProse(raw))
        {
            var span = new TextSpan(offset + mention.Start, mention.Length);
            if (_outline.CodeAt(span.Start) is null)
            {
                _claims.Add(new FeatureClaim(mention.Feature, span, place));
            }
        }
    }
}
