using FrameworkLsp.Analyzers.Features.Renaming;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features;

/// <summary>In the texts <c>{|new:old|}</c> marks what becomes the new name; everything else stays.</summary>
public sealed class RenameTests
{
    private const string Intake = """
        === artifacts/requirements/intake.md
        # Requirements Intake: Lending

        ## Functional Requirements

        | Req ID | Feature | Priority | Description | Acceptance Notes |
        |---|---|---|---|---|
        | {|new:FR-$$001|} | Loans | Must | x | y |
        | FR-002 | Offers | Must | after {|new:FR-001|} | y |

        """;

    private static RenamePlan Rename(MarkedFiles files, string name) => RenameProvider.Rename(files.File, files.Analysis, files.Cursor, name, CancellationToken.None);

    private static Dictionary<string, string> Apply(MarkedFiles files, RenamePlan plan) => files.Texts.ToDictionary(
        static pair => pair.Key,
        pair => plan.Changes.TryGetValue(pair.Key, out var changes) ? SourceText.From(pair.Value).WithChanges(changes).ToString() : pair.Value,
        StringComparer.Ordinal);

    private static void AssertRenamed(string marked, Func<string, string> renamed, string name)
    {
        var files = MarkedFiles.Parse(marked);
        var expected = files.Texts.ToDictionary(
            static pair => pair.Key,
            pair => SourceText.From(pair.Value).WithChanges(files.Spans.Where(span => span.Path == pair.Key).OrderBy(static span => span.Span.Start).Select(span => new TextChange(span.Span, renamed(pair.Value.Substring(span.Span.Start, span.Span.Length))))).ToString(),
            StringComparer.Ordinal);

        var plan = Rename(files, name);

        Assert.That(plan.Refusal, Is.Null);
        Assert.That(Apply(files, plan), Is.EqualTo(expected));
    }

    private static string? Refusal(string marked, string name)
    {
        var plan = Rename(MarkedFiles.Parse(marked), name);
        Assert.That(plan.Refusal is null || (plan.Changes.IsEmpty && plan.Folder is null), Is.True);
        return plan.Refusal;
    }

    [Test]
    public void A_requirement_is_renamed_in_every_document_of_its_delivery() => AssertRenamed(
        Intake + """
            === artifacts/plans/implementation-plan.md
            # Implementation Plan: Lending

            {|new:FR-001|}, FR-0010, XFR-001, `docs/FR-001.md`, [a](specs/FR-001/a.md), FR-002/{|new:FR-001|}. Sub id {|new:FR-001|}.2.

            ## Requirements Traceability Matrix

            | Req ID | Feature | Mapped to Phase | Mapped to Tasks | Evidence | Status |
            |---|---|---|---|---|---|
            | **{|new:FR-001|}** | Loans | Phase 3 | Task 3.1 ({|new:FR-001|}) | | Pending |

            === other/artifacts/requirements/intake.md
            # Requirements Intake: Clinic

            ## Functional Requirements

            | Req ID | Feature | Priority | Description | Acceptance Notes |
            |---|---|---|---|---|
            | FR-001 | Visits | Must | x | y |
            """,
        static _ => "FR-010",
        "FR-010");

    [Test]
    public void Links_follow_the_heading_of_a_requirement() => AssertRenamed(
        """
        === artifacts/requirements/intake.md
        # Requirements Intake: Lending

        ## Functional Requirements

        ### {|id:FR-$$001|}: Loans

        - **Priority**: Must

        See [above](#{|slug:fr-001-loans|}).

        === artifacts/plans/implementation-plan.md
        # Implementation Plan: Lending

        [loans](../requirements/intake.md#{|slug:fr-001-loans|})
        """,
        static written => written.Replace("FR-001", "FR-010", StringComparison.Ordinal).Replace("fr-001", "fr-010", StringComparison.Ordinal),
        "FR-010");

    [Test]
    public void An_example_keeps_to_its_host() => AssertRenamed(
        """
        === docs/guide.md
        # Implementation Plan: Lending

        - **Maturity Level**: 2

        FR-001 of the host.

        ```markdown
        # Requirements Intake: Shop

        ## Functional Requirements

        | Req ID | Feature | Priority | Description | Acceptance Notes |
        |---|---|---|---|---|
        | {|new:FR-0$$01|} | Cart | Must | x | y |
        ```

        ```markdown
        # Implementation Plan: Shop

        - **Maturity Level**: 2

        Done: {|new:FR-001|}
        ```
        """,
        static _ => "FR-007",
        "FR-007");

    [TestCase("FR-002", "already named in artifacts/requirements/intake.md")]
    [TestCase("LOAN", "no requirement id")]
    [TestCase("FR-010 x", "no requirement id")]
    [TestCase("FR-1", "form")]
    [TestCase("UI-001", "must begin with")]
    [TestCase("", "no requirement id")]
    public void An_id_that_is_taken_or_malformed_is_refused(string name, string reason) => Assert.That(Refusal(Intake, name), Does.Contain(reason));

    [TestCase("FR-001..FR-003")]
    [TestCase("FR-001–003")]
    [TestCase("FR-000 - FR-005")]
    public void A_range_over_the_id_is_refused(string range) => Assert.That(
        Refusal(Intake + $"=== artifacts/plans/implementation-plan.md\n# Implementation Plan: Lending\n\nDone: {range}\n", "FR-010"),
        Does.Contain("range").And.Contain("artifacts/plans/implementation-plan.md, line 3"));

    [Test]
    public void The_same_id_changes_nothing() => Assert.That(Rename(MarkedFiles.Parse(Intake), "FR-001"), Is.EqualTo(new RenamePlan()));

    private const string Services = """
        === artifacts/requirements/intake.md
        # Requirements Intake: Lending

        ## Architecture Mapping

        **Services Needed**:

        - `{|new:finance_lend$$ing_api|}`: loans
        - `p2p_finance_lending_api`: another
        - `finance_lending_bot`: a bot

        === artifacts/plans/implementation-plan.md
        # Implementation Plan: Lending

        The {|new:finance_lending_api|} at {|new:finance-lending-api|}.example.com (`{|new:FINANCE_LENDING_API|}`), code in `services/{|new:finance_lending_api|}/src/a.py`
        and [notes](../../docs/finance_lending_api.md); finance_lending_api_old and test_finance_lending_api stay.

        ```yaml
        services:
          {|new:finance_lending_api|}:
            build: services/{|new:finance_lending_api|}
        ```

        === docs/finance_lending_api.md
        # Notes

        === services/finance_lending_api/src/a.py
        a
        """;

    [Test]
    public void A_service_is_renamed_in_the_form_of_each_layer() => AssertRenamed(
        Services,
        static written => written.Contains('-', StringComparison.Ordinal) ? "finance-credit-api" : char.IsUpper(written[0]) ? "FINANCE_CREDIT_API" : "finance_credit_api",
        "finance_credit_api");

    [Test]
    public void The_folder_of_the_service_moves_along() => Assert.That(
        Rename(MarkedFiles.Parse(Services), "finance_credit_api").Folder,
        Is.EqualTo(new MovedPath("services/finance_lending_api", "services/finance_credit_api")));

    [TestCase("finance_lending_bot", "already named in artifacts/requirements/intake.md, line 9")]
    [TestCase("FinanceApi", "no service name")]
    [TestCase("finance api", "no service name")]
    [TestCase("api", "no service name")]
    [TestCase("finance_credit_thing", "lacks a type")]
    [TestCase("redis_cache", "container")]
    [TestCase("finance_a_b_c_d_api", "FW305")]
    public void A_name_that_is_taken_or_malformed_is_refused(string name, string reason) => Assert.That(Refusal(Services, name), Does.Contain(reason));

    [Test]
    public void A_folder_of_the_new_name_is_in_the_way() =>
        Assert.That(Refusal(Services + "\n=== services/finance_credit_api/main.py\nb\n", "finance_credit_api"), Does.Contain("exists already"));

    [Test]
    public void A_heading_of_ones_own_takes_its_links_along() => AssertRenamed(
        """
        === artifacts/plans/implementation-plan.md
        # Implementation Plan: Lending

        See [below](#{|slug:open-points|}) and [again](#risks).

        ## {|title:Open Po$$ints|}

        ## Open Points

        === README.md
        # Readme

        [plan](artifacts/plans/implementation-plan.md#{|slug:open-points|}) and [second](artifacts/plans/implementation-plan.md#{|slug2:open-points-1|})
        """,
        static written => written switch
        {
            "open-points" => "things-to-do",
            "open-points-1" => "open-points",
            _ => "Things to do",
        },
        "Things to do");

    [TestCase("# Implementation Pl$$an: Lending\n", "kind")]
    [TestCase("# Implementation Plan: Lending\n\n## Risks & Miti$$gations\n", "knows by this heading")]
    public void Headings_of_the_workflow_are_refused(string text, string reason)
    {
        var files = MarkedFiles.Parse("=== artifacts/plans/implementation-plan.md\n" + text);

        Assert.That(RenameProvider.Prepare(files.File, files.Cursor)!.Refusal, Does.Contain(reason));
        Assert.That(Rename(files, "Else").Refusal, Does.Contain(reason));
    }

    [Test]
    public void What_can_be_renamed_is_offered_as_written()
    {
        var files = MarkedFiles.Parse("=== artifacts/plans/implementation-plan.md\n# Implementation Plan: Lending\n\nAt finance-lend$$ing-api.\n");

        Assert.That(RenameProvider.Prepare(files.File, files.Cursor), Is.EqualTo(new RenameCandidate(new TextSpan(35, 19), "finance-lending-api", null)));
    }

    [TestCase("plain wo$$rds")]
    [TestCase("see Section 9.$$1")]
    public void Where_nothing_is_named_nothing_can_be_renamed(string text)
    {
        var files = MarkedFiles.Parse($"=== artifacts/plans/implementation-plan.md\n# Implementation Plan: Lending\n\n{text}\n");

        Assert.That(RenameProvider.Prepare(files.File, files.Cursor), Is.Null);
        Assert.That(Rename(files, "x").Refusal, Is.Not.Null);
    }
}
