using FrameworkLsp.Analyzers.Features.Hints;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features.Views;

public sealed class HintTests
{
    private static readonly HintChoice All = new(true, true, true, true);

    // The text with each hint written where it is shown.
    private static string Shown(string marked, HintChoice? choice = null, TextSpan? range = null)
    {
        var files = MarkedFiles.Parse(marked);
        var text = files.Texts[files.CursorPath];
        var hints = HintProvider.GetHints(files.File, files.Analysis, range ?? new TextSpan(0, text.Length), choice ?? All);
        return hints.Reverse().Aggregate(text, static (shown, hint) => shown.Insert(hint.Offset, $"[{hint.Text}]"));
    }

    [TestCase("3", "3[Pre-Production, coverage ≥ 80 %]")]
    [TestCase("3 - Pre-Production", "3 - Pre-Production[coverage ≥ 80 %]")]
    [TestCase("L1", "L1[PoC, coverage ≥ 60 %]")]
    [TestCase("7", "7")]
    [TestCase("", "")]
    public void A_level_shows_its_name_and_threshold(string value, string expected) =>
        Assert.That(Shown($"=== artifacts/plans/implementation-plan.md\n# Implementation Plan: Lending\n\n- **Maturity Level**: {value}$$\n"), Does.EndWith($"- **Maturity Level**: {expected}\n"));

    [Test]
    public void Modules_that_come_along_are_shown() => Assert.That(
        Shown("=== artifacts/plans/implementation-plan.md\n# Implementation Plan: Lending$$\n\n- **Maturity Level**: 9\n- **Optional Modules**: Workers\n"),
        Does.EndWith("- **Optional Modules**: Workers[+ RabbitMQ]\n"));

    [Test]
    public void A_measured_coverage_shows_what_is_expected_at_the_level_of_the_delivery()
    {
        var shown = Shown("""
            === artifacts/plans/implementation-plan.md
            # Implementation Plan: Lending

            - **Request ID**: L-1
            - **Maturity Level**: 3
            === artifacts/reports/qa-report.md
            # QA Report: Lending$$

            - **Request ID**: L-1
            - **Status**: READY

            ## Executive Summary

            - 287 tests with 82% coverage
            """);

        Assert.That(shown, Does.EndWith("- 287 tests with 82%[of ≥ 80 %] coverage").Or.EndsWith("- 287 tests with 82[of ≥ 80 %]% coverage"));
    }

    private const string Titles = """
        === artifacts/requirements/intake.md
        # Requirements Intake: Lending

        ## Functional Requirements

        | Req ID | Feature | Priority | Description | Acceptance Notes |
        |---|---|---|---|---|
        | FR-001 | Loan request | Must | x | y |
        | FR-002 | A title that is much longer than what fits beside an id | Must | x | y |
        === artifacts/plans/implementation-plan.md
        # Implementation Plan: Lending$$

        - Task for FR-001, again FR-001 and FR-009
        - FR-001: the loan request
        - `FR-002`

        ```
        FR-001
        ```

        | Req ID | Feature/Element | Mapped to Phase | Mapped to Tasks | Evidence | Status |
        |---|---|---|---|---|---|
        | FR-001 | Loan request | Phase 3 | T-1 | | Pending |

        """;

    [Test]
    public void Ids_show_their_titles_unless_the_line_does()
    {
        Assert.That(Shown(Titles), Does.Contain("- Task for FR-001[Loan request], again FR-001 and FR-009\n- FR-001: the loan request\n- `FR-002[A title that is much longer than what fi…]`\n\n```\nFR-001\n```")
            .And.Contain("| FR-001 | Loan request | Phase 3"));
    }

    [Test]
    public void Each_kind_can_be_switched_off_and_only_the_range_counts()
    {
        var plan = MarkedFiles.Parse(Titles).Texts["artifacts/plans/implementation-plan.md"];

        Assert.That(Shown(Titles, default(HintChoice)), Is.EqualTo(plan));
        Assert.That(Shown(Titles, range: new TextSpan(0, 10)), Is.EqualTo(plan));
        Assert.That(Shown("=== a.md\n# Notes$$\n\n- **Maturity Level**: 3\n"), Does.Not.Contain("["));
        Assert.That(Shown("=== artifacts/requirements/intake.md\n# Requirements Intake: Lending$$\n\n## Functional Requirements\n\nFR-001\n"), Does.Not.Contain("["));
    }

    [Test]
    public void Examples_in_fences_have_hints_of_their_own() => Assert.That(
        Shown("=== artifacts/plans/implementation-plan.md\n# Implementation Plan: Lending$$\n\n```markdown\n# Requirements Intake: x\n\n## Target Configuration\n\n- **Maturity Level**: 2\n```\n"),
        Does.Contain("- **Maturity Level**: 2[Development"));
}
