using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A question without an answer.</summary>
/// <param name="Text">The question, without markup.</param>
/// <param name="Span">The blank, or the line that asks above boxes of which none is ticked.</param>
/// <param name="IsBlank">Whether it is a blank to fill in.</param>
public sealed record OpenQuestion(string Text, TextSpan Span, bool IsBlank);

/// <summary>Finds questions that nobody answered: blanks behind a question, and lists of boxes below one with no tick.</summary>
public static class OpenQuestionReader
{
    private const int Longest = 60;

    /// <summary>The open questions in document order. Level and modules have rules of their own (FW103, FW105), signature lines are no questions.</summary>
    public static IReadOnlyList<OpenQuestion> Read(BoundDocument document)
    {
        if (!document.Kind.HasRole(KindRoles.ValidatesPrompt) && !document.Kind.HasRole(KindRoles.DefinesRequirements))
        {
            return [];
        }

        var questions = new List<OpenQuestion>();
        var text = document.Outline.Text;
        for (var blank = text.IndexOf("___", StringComparison.Ordinal); blank >= 0;)
        {
            var end = blank;
            while (end < text.Length && text[end] == '_')
            {
                end++;
            }

            var start = text.LastIndexOfAny(['\n', '\r'], blank) + 1;
            if (Question(document, text[start..blank]) is { } question && document.Outline.FenceAt(blank) is null && !IsAnsweredElsewhere(document, blank))
            {
                questions.Add(new OpenQuestion(question, TextSpan.FromBounds(blank, end), IsBlank: true));
            }

            blank = text.IndexOf("___", end, StringComparison.Ordinal);
        }

        questions.AddRange(Boxes(document));
        return [.. questions.OrderBy(static question => question.Span.Start)];
    }

    // Boxes of one list below a line that asks.
    private static IEnumerable<OpenQuestion> Boxes(BoundDocument document)
    {
        var text = document.Outline.Text;
        foreach (var group in document.Outline.ListItems.Where(static item => item.IsChecked is not null).GroupBy(static item => (item.Section, item.Parent)))
        {
            if (group.Count() < 2 || group.Any(static item => item.IsChecked == true))
            {
                continue;
            }

            var above = text.AsSpan(0, group.First().Span.Start).TrimEnd().ToString();
            var start = above.LastIndexOf('\n') + 1;
            var line = PlainText.Of(above[start..]).Trim(' ', '-', '#', '*', '\t');
            if (line.EndsWith('?') && !IsAnsweredElsewhere(document, group.First().Span.Start))
            {
                yield return new OpenQuestion(Shortened(line), TextSpan.FromBounds(start, above.Length), IsBlank: false);
            }
        }
    }

    // What stands before the colon, when it asks.
    private static string? Question(BoundDocument document, string lead)
    {
        var plain = PlainText.Of(lead).Trim().TrimEnd('*').TrimEnd();
        if (!plain.EndsWith(':') && !plain.EndsWith('?'))
        {
            return null;
        }

        var question = plain.TrimEnd(':', ' ').Trim(' ', '-', '*', '\t');
        return document.Definition.Definition.QuestionPatterns.Any(pattern => TextPattern.Get(pattern).Fits(question)) ? Shortened(question) : null;
    }

    private static bool IsAnsweredElsewhere(BoundDocument document, int offset) => document.Fields.Any(field =>
        field.Definition.Role is FieldRoles.MaturityLevel or FieldRoles.Modules
        && (field.Field.Span.Contains(offset) || (!field.Field.Items.IsDefaultOrEmpty && field.Field.Items.Any(item => item.Span.Contains(offset)))));

    private static string Shortened(string text) => text.Length <= Longest ? text : text[..Longest].TrimEnd() + "…";
}
