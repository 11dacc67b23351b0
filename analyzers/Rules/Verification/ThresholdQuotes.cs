using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>A coverage threshold that a document states for a level, and that is not the level's.</summary>
/// <param name="Level">The level.</param>
/// <param name="Value">Percent.</param>
/// <param name="Span">The number.</param>
internal sealed record ThresholdQuote(MaturityLevel Level, double Value, TextSpan Span);

/// <summary>Finds wrong thresholds: a level and a bound in one row or item, the row of the threshold, and the option of the test runner (catalogue FW611).</summary>
internal sealed class ThresholdQuotes
{
    // "Level 2 (Development), as agreed in the kick-off: > 70 %": further away, the number is about something else.
    private const int Reach = 60;

    private readonly BoundDocument _document;
    private readonly MaturityLevel? _own;
    private readonly PhraseSet _coverage;
    private readonly PhraseSet _bounds;
    private readonly PhraseSet _targets;
    private readonly PhraseSet _others;
    private readonly IReadOnlyList<string> _options;

    public ThresholdQuotes(DocumentRuleContext context)
    {
        _document = context.Document;
        _own = LevelReader.Level(_document) is { } number ? _document.Definition.Definition.Level(number) : null;
        _coverage = PhraseSet.Of(context.Parameter("coverage_words"));
        _bounds = PhraseSet.Of(context.Parameter("bound_words"));
        _targets = PhraseSet.Of(context.Parameter("target_words"));
        _others = PhraseSet.Of(context.Parameter("other_words"));
        _options = context.Parameter("threshold_options");
    }

    /// <summary>The wrong quotes.</summary>
    public IEnumerable<ThresholdQuote> Read() => FromRows().Concat(FromItems()).Concat(FromThresholdRows()).Concat(FromCode());

    private IEnumerable<ThresholdQuote> FromRows()
    {
        var text = _document.Outline.Text;
        foreach (var table in _document.Outline.Tables)
        {
            var isAboutCoverage = new Lazy<bool>(() => _coverage.OccursIn(text.Substring(table.Header.Span.Start, table.Header.Span.Length)) || IsAboutCoverage(table.Section));
            foreach (var row in table.Rows)
            {
                if (!text.AsSpan(row.Span.Start, row.Span.Length).Contains('%'))
                {
                    continue;
                }

                var line = text.Substring(row.Span.Start, row.Span.Length);
                foreach (var quote in isAboutCoverage.Value || _coverage.OccursIn(line) ? InLine(line, row.Span.Start) : [])
                {
                    yield return quote;
                }
            }
        }
    }

    private IEnumerable<ThresholdQuote> FromItems() => _document.Outline.ListItems
        .Where(item => item.Raw.Contains('%', StringComparison.Ordinal) && (_coverage.OccursIn(item.Raw) || IsAboutCoverage(item.Section)))
        .SelectMany(item => InLine(item.Raw, item.ContentSpan.Start));

    private bool IsAboutCoverage(int section) => section > 0 && _coverage.OccursIn(_document.Outline.Sections[section].Title);

    private IEnumerable<ThresholdQuote> InLine(string line, int offset)
    {
        var mentions = _document.Definition.LevelMentions.Mentions(line).ToList();
        var numbers = NumberSlotMatcher.AllPercentages(line).ToList();
        for (var index = 0; index < mentions.Count; index++)
        {
            var mention = mentions[index];
            var start = mention.Start + mention.Length;
            var end = Math.Min(index + 1 < mentions.Count ? mentions[index + 1].Start : line.Length, start + Reach);
            if (mention.Low == mention.High
                && _document.Definition.Definition.Level(mention.Low) is { } level
                && numbers.FindIndex(number => number.Start >= start && number.End <= end) is var first and >= 0
                && IsBound(line[start..numbers[first].Start])
                && IsWrong(level, numbers[first].Value, line))
            {
                yield return new ThresholdQuote(level, numbers[first].Value, new TextSpan(offset + numbers[first].Start, numbers[first].Length));
            }
        }
    }

    private IEnumerable<ThresholdQuote> FromThresholdRows()
    {
        if (_own is not { } level)
        {
            yield break;
        }

        foreach (var row in CheckReader.Rows(_document).Where(static row => row.Slot == SlotIds.CoverageThreshold))
        {
            var line = _document.Outline.Text.Substring(row.Row.Span.Start, row.Row.Span.Length);
            foreach (var cell in row.Row.Cells.Where(cell => !_document.Definition.LevelMentions.Mentions(cell.Raw).Any()))
            {
                foreach (var number in NumberSlotMatcher.AllPercentages(cell.Raw))
                {
                    if (IsBound(cell.Raw[..number.Start]) && IsWrong(level, number.Value, line))
                    {
                        yield return new ThresholdQuote(level, number.Value, new TextSpan(cell.ContentSpan.Start + number.Start, number.Length));
                        break;
                    }
                }
            }
        }
    }

    // A lower bar in a command makes the build pass that the level fails; a higher one is the team's own.
    private IEnumerable<ThresholdQuote> FromCode()
    {
        if (_own is not { } level)
        {
            yield break;
        }

        var text = _document.Outline.Text;
        var codes = _document.Outline.Fences.Select(static fence => fence.ContentSpan).Concat(_document.Outline.InlineCodes.Select(static code => code.ContentSpan));
        foreach (var span in codes)
        {
            foreach (var option in _options)
            {
                var index = text.AsSpan(span.Start, span.Length).IndexOf(option, StringComparison.Ordinal);
                if (index >= 0 && NumberAfter(text.AsSpan(span.Start, span.Length), index + option.Length) is var (value, start, length) && value < level.CoverageThreshold)
                {
                    yield return new ThresholdQuote(level, value, new TextSpan(span.Start + start, length));
                }
            }
        }
    }

    private static (double Value, int Start, int Length)? NumberAfter(ReadOnlySpan<char> code, int start)
    {
        if (start >= code.Length || code[start] is not ('=' or ' '))
        {
            return null;
        }

        var end = ++start;
        while (end < code.Length && (char.IsAsciiDigit(code[end]) || code[end] == '.'))
        {
            end++;
        }

        return NumberSlotMatcher.TryParse(code[start..end], out var value) ? (value, start, end - start) : null;
    }

    private bool IsBound(string between) => (between.AsSpan().ContainsAny('≥', '>') || _bounds.OccursIn(between)) && !between.AsSpan().ContainsAny('.', ';');

    private bool IsWrong(MaturityLevel level, double value, string line) =>
        Math.Abs(value - level.CoverageThreshold) > 0.001
        && !_others.OccursIn(line)
        && !(value > level.CoverageThreshold && _targets.OccursIn(line));
}
