using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A conflict with where it stands.</summary>
/// <param name="Fact">What it says.</param>
/// <param name="Span">The requirement, else the heading or label that opens the description.</param>
/// <param name="Fields">The fields that describe it, in order.</param>
internal sealed record ConflictEntry(ConflictFact Fact, TextSpan Span, ImmutableArray<Field> Fields);

/// <summary>Reads requirements that conflict with a constraint: below a heading or label for them, or labelled as such with the constraint beside it.</summary>
internal sealed class ConflictReader
{
    private static readonly ConditionalWeakTable<ConflictForm, Labels> Known = [];

    private readonly BoundDocument _document;
    private readonly Labels _labels;

    private ConflictReader(BoundDocument document)
    {
        _document = document;
        _labels = Known.GetValue(document.Definition.Definition.Architecture.Conflict, static form => new Labels(
            Keys(form.Headings), Keys(form.RequirementLabels), Keys(form.ConstraintLabels), Keys(form.DistinctiveLabels), Keys(form.SolutionLabels), Keys(form.DecisionLabels), PhraseSet.Of(form.ApprovalWords)));
    }

    /// <summary>The conflicts in document order; none in templates and reference material.</summary>
    public static IReadOnlyList<ConflictEntry> Read(BoundDocument document)
    {
        if (document.IsTemplate || document.IsReference)
        {
            return [];
        }

        var reader = new ConflictReader(document);
        return [.. reader.Blocks().Select(reader.Entry)];
    }

    // Where each description stands, and what opens it. The requirement's label opens the next one below the same heading.
    private IEnumerable<(TextSpan Opening, string Title, TextSpan Block)> Blocks()
    {
        var fields = _document.Outline.Fields;
        var covered = -1;
        foreach (var section in _document.Outline.Sections.Where(section => section.Level > 1 && _labels.Headings.Contains(section.Key)))
        {
            if (section.Span.Start < covered)
            {
                continue;
            }

            covered = section.Span.End;
            var openings = fields.Where(field => section.Span.Contains(field.Span.Start) && _labels.Requirements.Contains(field.Key)).ToList();
            if (openings.Count < 2 && !NoneNote.StandsIn(_document, section))
            {
                yield return (section.TitleSpan, section.Title, section.Span);
            }

            for (var index = 0; openings.Count > 1 && index < openings.Count; index++)
            {
                yield return (openings[index].Span, section.Title, TextSpan.FromBounds(openings[index].Span.Start, index + 1 < openings.Count ? openings[index + 1].Span.Start : section.Span.End));
            }
        }

        foreach (var field in fields.Where(field => !IsBelowHeading(field) && (IsOpening(field) || (_labels.Requirements.Contains(field.Key) && HasConstraint(field) && !IsBelowLabel(field)))))
        {
            var next = fields.FirstOrDefault(other => other.Span.Start > field.Span.Start && (_labels.Headings.Contains(other.Key) || (_labels.Headings.Contains(field.Key) == _labels.Headings.Contains(other.Key) && _labels.Requirements.Contains(other.Key))));
            var end = _document.Outline.Sections[field.Section].BodySpan.End;
            yield return (field.NameSpan, field.Name, TextSpan.FromBounds(field.Span.Start, next is null ? end : Math.Min(end, next.Span.Start)));
        }
    }

    private ConflictEntry Entry((TextSpan Opening, string Title, TextSpan Block) block)
    {
        var fields = _document.Outline.Fields.Where(field => block.Block.Contains(field.Span.Start)).ToImmutableArray();
        var requirement = fields.FirstOrDefault(field => _labels.Requirements.Contains(field.Key));
        var decision = State(fields, _labels.Decisions);
        var solution = Most(State(fields, _labels.Solutions), decision);
        var approval = Most(Most(decision, Approver(fields)), IsApproved(block.Block) ? Statement.Given : Statement.None);
        var text = requirement is null ? "" : PlainText.Of(requirement.Value).Trim(' ', '"', '“', '”', '«', '»');
        var constraint = fields.FirstOrDefault(field => _labels.Constraints.Contains(field.Key)) is { } found ? PlainText.Of(found.Value).Trim(' ', '"', '.') : "";
        return new ConflictEntry(
            new ConflictFact(text.Length > 0 ? text : block.Title, constraint, solution, approval),
            text.Length > 0 ? requirement!.ValueSpan : block.Opening,
            fields);
    }

    private Statement State(IEnumerable<Field> fields, ImmutableHashSet<string> keys) =>
        fields.Where(field => keys.Contains(field.Key)).Select(State).DefaultIfEmpty(Statement.None).Max();

    // The field for an approver, whatever the kind of document calls it.
    private Statement Approver(IEnumerable<Field> fields)
    {
        var words = _document.Definition.Approvals;
        return fields.Where(field => words.IsWord(field.Key)).Select(State).DefaultIfEmpty(Statement.None).Max();
    }

    private Statement State(Field field)
    {
        var values = _document.Definition.Values;
        var text = PlainText.Of(field.Value).Trim();
        var isGiven = text.Length > 0
            ? !values.IsDash(text) && values.Placeholder(field.Value) is null && !text.EndsWith('?')
            : _document.Outline.Text.AsSpan(field.ContinuationSpan.Start, field.ContinuationSpan.Length).ContainsAnyInRange('0', 'z') || !field.Items.IsDefaultOrEmpty;
        return isGiven ? Statement.Given : Statement.Blank;
    }

    // "Approved by the owner", "✅ agreed", but not "Do you approve?" and "not agreed yet".
    private bool IsApproved(TextSpan block)
    {
        foreach (var line in _document.Outline.Text.Substring(block.Start, block.Length).Split('\n'))
        {
            var rest = PlainText.Of(line).TrimEnd();
            var isLabel = rest.EndsWith(':');
            if (!isLabel && !rest.EndsWith('?') && _labels.Approvals.OccursIn(rest) && !_document.Definition.NegativeScope.IsNegatedAt(rest + " ", rest.Length) && !IsBlankField(line))
            {
                return true;
            }
        }

        return false;
    }

    // "**Approved by**: –"
    private bool IsBlankField(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && (_document.Definition.Values.IsDash(PlainText.Of(line[(colon + 1)..].Trim('*', ' ', '\r'))) || _document.Definition.Values.Placeholder(line[(colon + 1)..].Trim('*', ' ', '\r')) is not null);
    }

    private bool IsBelowHeading(Field field)
    {
        for (var index = field.Section; index > 0; index = _document.Outline.Sections[index].Parent)
        {
            if (_labels.Headings.Contains(_document.Outline.Sections[index].Key))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsBelowLabel(Field field) => _document.Outline.Fields.Any(other => other.Section == field.Section && other.Span.Start < field.Span.Start && _labels.Headings.Contains(other.Key));

    // "**Architecture Conflict**: none" is no conflict.
    private bool IsOpening(Field field) => _labels.Headings.Contains(field.Key) && !(field.Value.Length > 0 && _document.Definition.Values.IsNone(field.Value));

    // "Requirement" and "Constraint" stand in many lists; one of the two has to say that it is the other side's.
    private bool HasConstraint(Field field)
    {
        var next = _document.Outline.Fields.FirstOrDefault(other =>
            other.Section == field.Section && other.Span.Start > field.Span.Start && (_labels.Constraints.Contains(other.Key) || _labels.Requirements.Contains(other.Key)));
        return next is not null && _labels.Constraints.Contains(next.Key) && (_labels.Distinctive.Contains(field.Key) || _labels.Distinctive.Contains(next.Key));
    }

    private static Statement Most(Statement left, Statement right) => left > right ? left : right;

    private static ImmutableHashSet<string> Keys(ImmutableArray<string> names) => [.. names.Select(HeadingKey.Normalize)];

    private sealed record Labels(
        ImmutableHashSet<string> Headings,
        ImmutableHashSet<string> Requirements,
        ImmutableHashSet<string> Constraints,
        ImmutableHashSet<string> Distinctive,
        ImmutableHashSet<string> Solutions,
        ImmutableHashSet<string> Decisions,
        PhraseSet Approvals);
}
