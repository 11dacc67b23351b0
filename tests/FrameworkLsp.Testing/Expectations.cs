using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FrameworkLsp.Analyzers.Rules;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Testing;

/// <summary>An expected finding, written on a line of its own below the line it stands on.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Severity">The severity's name, or null when it does not matter.</param>
/// <param name="Line">One-based line of the text without expectation lines.</param>
/// <param name="Text">The exact text under the finding; line ends are written as ⏎.</param>
/// <param name="Message">A part of the message, or null when it does not matter.</param>
public sealed record Expectation(string Rule, string? Severity, int Line, string Text, string? Message)
{
    public override string ToString() =>
        $"line {Line.ToString(CultureInfo.InvariantCulture)}: {Rule}{(Severity is null ? "" : $"({Severity})")} \"{Text}\"{(Message is null ? "" : ": " + Message)}";

    internal bool Accepts(Expectation actual) =>
        Rule == actual.Rule && Line == actual.Line && Text == actual.Text
        && (Severity is null || Severity == actual.Severity)
        && (Message is null || actual.Message!.Contains(Message, StringComparison.Ordinal));
}

/// <summary>A text with its expectations: lines of the form <c>&lt;!--! FW013(error) "Maturity Level": message part --&gt;</c>.</summary>
/// <param name="Text">The text without expectation lines.</param>
/// <param name="Expectations">The expectations in order.</param>
public sealed partial record AnnotatedText(string Text, IReadOnlyList<Expectation> Expectations)
{
    /// <summary>Takes expectation lines out of a text.</summary>
    public static AnnotatedText Parse(string annotated)
    {
        var text = new StringBuilder(annotated.Length);
        var expectations = new List<Expectation>();
        var line = 0;
        foreach (var full in SplitLines(annotated))
        {
            if (ExpectationLine().Match(full.TrimEnd('\r', '\n')) is { Success: true } match)
            {
                expectations.Add(new Expectation(
                    match.Groups["rule"].Value,
                    match.Groups["severity"] is { Success: true } severity ? severity.Value : null,
                    Math.Max(line, 1),
                    match.Groups["text"].Value,
                    match.Groups["message"] is { Success: true, Length: > 0 } message ? message.Value : null));
                continue;
            }

            if (full.TrimStart().StartsWith("<!--!", StringComparison.Ordinal))
            {
                throw new FormatException($"This is no expectation, so it would check nothing: {full.Trim()}");
            }

            line++;
            text.Append(full);
        }

        return new AnnotatedText(text.ToString(), expectations);
    }

    /// <summary>Compares the expectations one to one with findings, both ways; null when they agree, else what differs.</summary>
    public string? Compare(IEnumerable<Finding> findings)
    {
        var source = SourceText.From(Text);
        var missing = Expectations.ToList();
        var unexpected = new List<Expectation>();
        foreach (var actual in findings.Select(finding => ToExpectation(finding, source)))
        {
            var index = missing.FindIndex(expected => expected.Accepts(actual));
            if (index < 0)
            {
                unexpected.Add(actual);
            }
            else
            {
                missing.RemoveAt(index);
            }
        }

        return missing.Count + unexpected.Count == 0
            ? null
            : string.Concat(missing.Select(static expectation => $"\n  expected but not found: {expectation}"))
                + string.Concat(unexpected.Select(static expectation => $"\n  found but not expected: {expectation}"));
    }

    private static Expectation ToExpectation(Finding finding, SourceText source) => new(
        finding.Rule.Id,
        finding.Severity.ToString().ToLowerInvariant(),
        source.Lines.GetLineFromPosition(Math.Min(finding.Span.Start, source.Length)).LineNumber + 1,
        source.ToString(finding.Span).ReplaceLineEndings("⏎"),
        finding.Message);

    private static IEnumerable<string> SplitLines(string text)
    {
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            yield return text[start..end];
            start = end;
        }
    }

    [GeneratedRegex("""^\s*<!--!\s+(?<rule>FW\d{3})(?:\((?<severity>\w+)\))?\s+"(?<text>.*?)"(?::\s*(?<message>.*?))?\s*-->\s*$""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ExpectationLine();
}
