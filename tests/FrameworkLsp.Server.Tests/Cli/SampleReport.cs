using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Server.Cli.Output;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Tests.Cli;

/// <summary>A report made by hand that has one of everything, so that the forms of output are tested without the rules.</summary>
internal static class SampleReport
{
    private const string Plan = "# План: Лендинг 🚀 demo\n\n**Maturity Level**: 2 - Development\n\tTab and \u001b[31m control\nline\nlast";

    public static LintReport Create()
    {
        var text = SourceText.From(Plan);
        var level = EngineRules.RuleFailure;
        var unused = EngineRules.UnusedSuppression;
        var plan = new ReportedFile(
            "artifacts/plans/plan.md",
            text,
            [
                new ReportedFinding(new Finding(level, Severity.Error, "Поле \"Уровень\" <пусто> & 'так'.", Span(text, "Лендинг 🚀")), [], []),
                new ReportedFinding(
                    new Finding(unused, Severity.Warning, "Two places disagree.", Span(text, "2 - Development")),
                    [
                        new Fix("Change the level", FixSafety.Safe, [new TextChange(Span(text, "2 - Development"), "3 - Pre-Production")]) { IsPreferred = true },
                        new Fix("Remove the line", FixSafety.Unsafe, [new TextChange(Span(text, "**Maturity Level**: 2 - Development\n"), "")]),
                    ],
                    [new ReportedPlace("artifacts/intake.md", new TextRange(9, 3, 9, 8), "says level 3")]),
                new ReportedFinding(new Finding(unused, Severity.Info, "A tab and a control character.", Span(text, "Tab and \u001b[31m")), [], []),
                new ReportedFinding(new Finding(unused, Severity.Hint, "Over two lines.", Span(text, "line\nlast")), [], []),
            ]);
        var outside = new ReportedFile(
            "../other place/ü.md",
            SourceText.From(""),
            [new ReportedFinding(new Finding(level, Severity.Error, "An empty file.", default), [], [])]);
        return new LintReport([outside, plan], Summary, "/work/project");
    }

    public static LintSummary Summary { get; } = new()
    {
        Files = 3,
        DocumentsByKind = [new("Requirements Intake", 1), new("Implementation Plan", 1)],
        Deliveries = 1,
        Requirements = 12,
        BySeverity = new Dictionary<Severity, int> { [Severity.Error] = 2, [Severity.Warning] = 1, [Severity.Info] = 1, [Severity.Hint] = 1 }.ToImmutableDictionary(),
        ByRule = [new(EngineRules.UnusedSuppression, 3), new(EngineRules.RuleFailure, 2)],
        Fixed = 4,
    };

    private static TextSpan Span(SourceText text, string part) => new(text.ToString().IndexOf(part, StringComparison.Ordinal), part.Length);
}
