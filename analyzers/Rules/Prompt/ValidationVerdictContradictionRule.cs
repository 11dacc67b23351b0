using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Prompt;

/// <summary>FW114: a note that declares a prompt complete and lists what is missing.</summary>
public sealed class ValidationVerdictContradictionRule() : DocumentRule(new RuleDescriptor("FW114", "validation-verdict-contradiction", Severity.Error, FixSafety.None, "0.1"))
{
    private const int LongestName = 60;

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate || CompletenessReader.Verdict(document) is not { } verdict)
        {
            return;
        }

        // Missing, then answers, then complete is the way it goes: only what stands behind the verdict, or beside it, contradicts it.
        var beside = document.Outline.SectionAt(verdict.Start);
        var missing = Failed(document).Where(line => line.Span.Start > verdict.End || document.Outline.SectionAt(line.Span.Start).Index == beside.Index).ToList();
        if (missing.Count == 0)
        {
            return;
        }

        var last = missing[^1].Span;
        context.Report(
            last.Start > verdict.Start ? missing[0].Span : verdict,
            $"The note declares the prompt complete (line {document.LineOf(verdict.Start)}) but lists {string.Join(", ", missing.Select(static line => $"\"{line.Name}\""))} as missing. Whether the next stage may start rests on this; take the verdict back or answer what is missing.",
            related: (last.Start > verdict.Start ? verdict : missing[0].Span, last.Start > verdict.Start ? "declared complete here" : "listed as missing here"));
    }

    // Items and rows with a fail mark, and the items of a list of what is missing.
    private static IEnumerable<(TextSpan Span, string Name)> Failed(BoundDocument document)
    {
        var results = document.Definition.Status(VocabularyIds.CheckResult);
        var lines = new List<(TextSpan Span, string Name)>();
        foreach (var item in document.Outline.ListItems)
        {
            var isListed = document.Owners[item.Section]?.Definition.Role == SectionRoles.Missing && item.Parent < 0 && item.IsChecked != true;
            var first = item.Raw.Split('\n')[0];
            if (isListed || IsFailed(first))
            {
                lines.Add((item.ContentSpan.Length > first.Length ? new TextSpan(item.ContentSpan.Start, first.TrimEnd().Length) : item.ContentSpan, Name(first)));
            }
        }

        foreach (var row in document.Outline.Tables.SelectMany(static table => table.Rows))
        {
            if (row.Cells.Skip(1).Any(cell => IsFailed(cell.Raw)))
            {
                lines.Add((row.Cells[0].ContentSpan, Name(row.Cells[0].Raw)));
            }
        }

        return lines.OrderBy(static line => line.Span.Start);

        // What stands behind a mark may say in any words that it is not there: "❌ Scope: not given".
        bool IsFailed(string text)
        {
            if (!HasMark(text))
            {
                return false;
            }

            var marks = text.Length - text.TrimStart([.. text.TakeWhile(static character => !char.IsLetterOrDigit(character))]).Length;
            return results.Classify(text) == StatusClasses.Fail || (results.Classify(text[..marks]) == StatusClasses.Fail && results.Classify(text[marks..]) is null);
        }

        // Words alone may tell of anything; a mark is a verdict on the line.
        bool HasMark(string text) => document.Definition.Definition.Vocabulary(VocabularyIds.CheckResult).Classes
            .Where(static entry => entry.Id == StatusClasses.Fail)
            .SelectMany(static entry => entry.Emoji)
            .Any(mark => text.Contains(mark, StringComparison.Ordinal));
    }

    private static string Name(string raw)
    {
        var text = PlainText.Of(raw).Trim();
        var start = 0;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
        {
            start++;
        }

        var name = text[start..].Split(':', '–', '—')[0].Trim();
        return name.Length <= LongestName ? name : name[..LongestName].TrimEnd() + "…";
    }
}
