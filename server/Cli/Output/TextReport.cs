using System.Globalization;
using FrameworkLsp.Analyzers.Rules;
using Spectre.Console;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>For people: what is wrong, the line with the range marked, why it matters and how to mend it.</summary>
internal sealed class TextReport(bool isColoured) : ReportWriter
{
    private static readonly Style _faint = new(Color.Grey);
    private static readonly Style _bold = new(decoration: Decoration.Bold);
    private static readonly Style _remedy = new(Color.Green);

    /// <inheritdoc/>
    public override bool ShowsFixes => true;

    /// <inheritdoc/>
    public override void Write(LintReport report, TextWriter output)
    {
        var capabilities = new AnsiCapabilities { Ansi = isColoured, ColorSystem = isColoured ? ColorSystem.Standard : ColorSystem.NoColors };
        var writer = new AnsiWriter(output, capabilities);
        foreach (var (file, finding) in report.Findings)
        {
            Write(file, finding, writer);
        }
    }

    private static void Write(ReportedFile file, ReportedFinding reported, AnsiWriter writer)
    {
        var (finding, rule) = (reported.Finding, reported.Rule);
        var range = file.Lines.RangeOf(finding.Span);
        var style = StyleOf(finding.Severity);
        var number = range.StartLine.ToString(CultureInfo.InvariantCulture);
        var margin = new string(' ', number.Length);

        Text(writer, $"{Names.Of(finding.Severity)}[{rule.Id}]", style);
        Text(writer, $" {rule.Name}: {Printable.Of(finding.Message)}", _bold);
        Line(writer);
        Text(writer, $"{margin}--> ", _faint);
        Text(writer, $"{Printable.Of(file.Path)}:{range.StartLine}:{range.StartColumn}");
        Line(writer);

        var excerpt = SourceExcerpt.Of(file.Lines, range);
        Text(writer, $"{number} | ", _faint);
        Text(writer, excerpt.Line);
        Line(writer);
        Text(writer, $"{margin} | ", _faint);
        Text(writer, new string(' ', excerpt.Indent));
        Text(writer, new string('^', excerpt.Length), style);
        Text(writer, range.EndLine > range.StartLine ? $" to line {range.EndLine}" : "", _faint);
        Line(writer);

        foreach (var place in reported.Related)
        {
            Note(writer, margin, "see", $"{Printable.Of(place.Path)}:{place.Range.StartLine}:{place.Range.StartColumn}: {Printable.Of(place.Message)}", Style.Plain);
        }

        var page = RulePage.Of(rule);
        Note(writer, margin, "why", page.Why, Style.Plain);
        Note(writer, margin, "fix", Remedy(reported, page), _remedy);
        Line(writer);
    }

    /// <summary>The title of the best fix with how to apply it, or what the rule's page says.</summary>
    private static string Remedy(ReportedFinding reported, RulePage page) => reported.Fixes switch
    {
        [] => page.HowToFix,
        [{ Safety: FixSafety.Safe } fix, ..] => $"{Printable.Of(fix.Title)} (--fix)",
        [{ IsPreferred: true } fix, ..] => $"{Printable.Of(fix.Title)} (--fix --unsafe-fixes)",
        [var fix, ..] => Printable.Of(fix.Title),
    };

    private static void Note(AnsiWriter writer, string margin, string label, string text, Style style)
    {
        if (text.Length > 0)
        {
            Text(writer, $"{margin} = {label}: ", _faint);
            Text(writer, text, style);
            Line(writer);
        }
    }

    private static void Text(AnsiWriter writer, string text, Style? style = null)
    {
        if (text.Length > 0)
        {
            writer.Write(text, style ?? Style.Plain, null);
        }
    }

    // The writer's own line end depends on the system; reports do not.
    private static void Line(AnsiWriter writer) => writer.Write("\n");

    private static Style StyleOf(Severity severity) => severity switch
    {
        Severity.Error => new Style(Color.Red, decoration: Decoration.Bold),
        Severity.Warning => new Style(Color.Yellow, decoration: Decoration.Bold),
        Severity.Info => new Style(Color.Blue, decoration: Decoration.Bold),
        _ => new Style(Color.Grey, decoration: Decoration.Bold),
    };
}
