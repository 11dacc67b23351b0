using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Inserts a phase into a plan, between its neighbours in the order of the workflow and in their words.</summary>
public static class PhaseInsertion
{
    private const string NumberSlot = "{number}";
    private const string NameSlot = "{name}";

    /// <summary>The edit that inserts the phase with its skeleton; null when the plan has no phases under headings of their own.</summary>
    public static TextChange? Insert(BoundDocument document, Phase phase)
    {
        var headings = PlanPhaseReader.Read(document).Where(static other => other.Section is not null).ToList();
        var present = headings.Where(static other => other.Phase is not null).ToList();
        if (present.Count == 0 || document.Kind.Section(SectionRoles.Phases) is not { } definition)
        {
            return null;
        }

        // A number that another phase carries already is not given twice: the phase then comes last, with the next one.
        var isTaken = headings.Any(other => other.Number == phase.Number && !IsSubStage(other));
        var before = isTaken ? headings[^1] : present.LastOrDefault(other => other.Phase!.Number < phase.Number);
        var neighbour = before ?? present[0];
        var section = neighbour.Section!.Section;
        var offset = before is null ? section.Span.Start : section.Span.End;
        if (InsertionPoint.IsInOpenFence(document.Outline, offset))
        {
            return null;
        }

        var number = isTaken ? headings.Max(static other => other.Number ?? 0) + 1 : phase.Number;
        var (form, beside) = Form(neighbour, phase, definition);
        var written = definition with
        {
            HeadingTemplate = form,
            Fields = [.. definition.Fields.Select(field => field with { Name = Label(document, headings, field, beside) })],
        };
        var skeleton = SectionSkeleton.Phases(written, section.Level, document.IsExtended, [phase with { Number = number, Name = Wording.Beside(beside, [phase.Name, .. phase.Aliases]) }]);
        return new TextChange(new TextSpan(offset, 0), InsertionPoint.Separated(document.Outline.Text, offset, skeleton));
    }

    // "Stage 4.3" is a sub-stage of the workflow and no number of the plan.
    private static bool IsSubStage(PlanPhase phase) => Place(phase) is var (_, _, end) && end < phase.Title.Length - 1 && phase.Title[end] == '.' && char.IsAsciiDigit(phase.Title[end + 1]);

    // The heading as the neighbour writes its own ("Этап 3. "), and the words that tell the language.
    private static (string Form, string Beside) Form(PlanPhase neighbour, Phase phase, SectionDefinition definition)
    {
        if (Place(neighbour) is not var (word, start, end))
        {
            return (definition.HeadingTemplate, neighbour.Title);
        }

        var title = neighbour.Title;
        var number = NumberSlot;
        if (IsSubStage(neighbour) && phase.SubStage.Length > 0)
        {
            number = phase.SubStage;
            end++;
            while (end < title.Length && char.IsAsciiLetterOrDigit(title[end]))
            {
                end++;
            }
        }

        var name = end;
        while (name < title.Length && !char.IsLetterOrDigit(title[name]))
        {
            name++;
        }

        var beside = name < title.Length ? title[name..] : title;
        return name > end && title.AsSpan(end, name - end).IndexOfAny("([`*") < 0 ? (title[word..start] + number + title[end..name] + NameSlot, beside) : (definition.HeadingTemplate, beside);
    }

    // The first word and the number behind it: "Phase 3", "1. Phase 3"; marks and a number of the heading before the word are its own.
    private static (int Word, int Start, int End)? Place(PlanPhase phase)
    {
        var title = phase.Title;
        var word = 0;
        while (word < title.Length && !char.IsLetter(title[word]))
        {
            word++;
        }

        var start = phase.Number is { } number ? title.IndexOf(number.ToString(CultureInfo.InvariantCulture), word, StringComparison.Ordinal) : -1;
        var end = start;
        while (end >= 0 && end < title.Length && char.IsAsciiDigit(title[end]))
        {
            end++;
        }

        return end > start ? (word, start, end) : null;
    }

    // As another phase of the plan calls it.
    private static string Label(BoundDocument document, List<PlanPhase> headings, FieldDefinition field, string beside)
    {
        var written = document.Fields.FirstOrDefault(other => ReferenceEquals(other.Definition, field) && headings.Any(phase => phase.Section!.Section.Index == other.Field.Section));
        return written?.Field.Name ?? Wording.Beside(beside, [field.Name, .. field.Aliases]);
    }
}
