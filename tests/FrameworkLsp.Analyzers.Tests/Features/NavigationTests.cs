using FrameworkLsp.Analyzers.Features.Links;
using FrameworkLsp.Analyzers.Features.Navigation;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features;

public sealed class NavigationTests
{
    private const string Plan = """
        # Implementation Plan: Lending

        - **Maturity Level**: 2 - Development Ready

        Loans are {|ref:FR-0$$01|} as the intake says, {|ref:FR-001..FR-003|}
        means three of them, and so does {|ref:FR-001–003|}. FR-0010 is another one, XFR-001 is none.

        ## Requirements Traceability Matrix

        | Req ID | Feature | Mapped to Phase | Mapped to Tasks | Evidence | Status |
        |---|---|---|---|---|---|
        | {|ref:FR-001|} | Loans | Phase 3 | T-1 | | Pending |
        | FR-002, F001/{|ref:FR-001|}, F777/FR-001 | Loans | Phase 3 | T-1 | | Pending |

        ```text
        # implements {|ref:FR-001|}
        ```

        """;

    private const string Intake = """
        ---
        feature_id: F001
        ---
        # Requirements Intake: Lending

        ## Target Configuration

        - **Maturity Level**: 2

        ## Functional Requirements

        | Req ID | Feature | Priority | Description | Acceptance Notes |
        |---|---|---|---|---|
        {|row:| {|def:FR-001|} | Loans | Must | x | y ||}
        | FR-002 | Offers | Must | after {|ref:FR-001|} | y |

        """;

    private const string OtherProject = """

        === other/artifacts/requirements/intake.md
        # Requirements Intake: Clinic

        ## Functional Requirements

        | Req ID | Feature | Priority | Description | Acceptance Notes |
        |---|---|---|---|---|
        | FR-001 | Visits | Must | x | y |

        === other/artifacts/plans/implementation-plan.md
        # Implementation Plan: Clinic

        See FR-001.
        """;

    private static string Lending(string plan, string intake) => $"=== lending/artifacts/plans/implementation-plan.md\n{plan}\n=== lending/artifacts/requirements/intake.md\n{intake}\n{OtherProject}";

    private static Definition? Definition(MarkedFiles files, LinkOptions? options = null) => DefinitionProvider.Find(files.File, files.Analysis, files.Cursor, options ?? LinkOptions.All, CancellationToken.None);

    private static IEnumerable<string> Targets(MarkedFiles files) => (Definition(files)?.Targets ?? []).Select(target => files.Show(target.Path, target.NameSpan)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> References(MarkedFiles files, bool definitions) => ReferenceProvider.Find(files.File, files.Analysis, files.Cursor, CancellationToken.None)
        .Where(occurrence => occurrence.IsDefinition == definitions)
        .Select(occurrence => files.Show(occurrence.Path, occurrence.Span))
        .Order(StringComparer.Ordinal);

    [Test]
    public void A_requirement_leads_to_its_row_in_the_intake()
    {
        var files = MarkedFiles.Parse(Lending(Plan, Intake));

        var target = Definition(files)!.Targets.Single();

        Assert.That(files.Show(target.Path, target.NameSpan), Is.EqualTo(files.Marked("def").Single()));
        Assert.That(files.Show(target.Path, target.Span), Is.EqualTo(files.Marked("row").Single()));
    }

    [Test]
    public void A_requirement_is_referred_to_in_every_document_of_its_delivery_and_in_no_other()
    {
        var files = MarkedFiles.Parse(Lending(Plan, Intake));

        Assert.Multiple(() =>
        {
            Assert.That(References(files, definitions: false), Is.EquivalentTo(files.Marked("ref").Select(static text => text.EndsWith("FR-001..FR-003", StringComparison.Ordinal) || text.EndsWith("FR-001–003", StringComparison.Ordinal) ? text[..(text.IndexOf(": ", StringComparison.Ordinal) + 8)] : text)));
            Assert.That(References(files, definitions: true), Is.EquivalentTo(files.Marked("def")));
        });
    }

    [Test]
    public void An_id_between_the_ends_of_a_range_is_referred_to_by_the_range()
    {
        var files = MarkedFiles.Parse(Lending(Plan.Replace("$$", "", StringComparison.Ordinal), Intake.Replace("| FR-002 |", "| FR-$$002 |", StringComparison.Ordinal)));

        Assert.That(References(files, definitions: false).Select(static text => text[(text.IndexOf(": ", StringComparison.Ordinal) + 2)..]), Is.EquivalentTo(new[] { "FR-001..FR-003", "FR-001–003", "FR-002" }));
    }

    [TestCase("FR-001–0$$03", "003")]
    [TestCase("FR-001..FR-0$$03", "FR-003")]
    public void The_end_of_a_range_is_an_id(string range, string expected)
    {
        var files = MarkedFiles.Parse(Lending($"# Implementation Plan: Lending\n\nSee {range}.\n", Intake));

        Assert.That(References(files, definitions: false).Single(), Does.EndWith(": " + expected));
    }

    [Test]
    public void Examples_of_one_host_keep_to_themselves()
    {
        var files = MarkedFiles.Parse("""
            === docs/guide.md
            # Implementation Plan: Lending

            - **Maturity Level**: 2

            The host speaks of FR-001.

            ```markdown
            # Requirements Intake: Shop

            ## Functional Requirements

            | Req ID | Feature | Priority | Description | Acceptance Notes |
            |---|---|---|---|---|
            | {|def:FR-001|} | Cart | Must | x | y |
            ```

            ```markdown
            # Implementation Plan: Shop

            - **Maturity Level**: 2

            ## Requirements Traceability Matrix

            | Req ID | Feature | Mapped to Phase | Mapped to Tasks | Evidence | Status |
            |---|---|---|---|---|---|
            | {|ref:FR-0$$01|} | Cart | Phase 3 | T-1 | | Pending |
            ```
            """);

        Assert.Multiple(() =>
        {
            Assert.That(Targets(files), Is.EqualTo(files.Marked("def")));
            Assert.That(References(files, definitions: true), Is.EqualTo(files.Marked("def")));
            Assert.That(References(files, definitions: false), Is.EqualTo(files.Marked("ref")));
        });
    }

    [Test]
    public void A_service_is_found_in_every_layer()
    {
        var files = MarkedFiles.Parse("""
            === artifacts/requirements/intake.md
            # Requirements Intake: Lending

            ## Architecture Mapping

            **Services Needed**:

            - `{|def:finance_lending_api|}`: loans
            - `p2p_finance_lending_api`: another one

            === artifacts/plans/implementation-plan.md
            # Implementation Plan: Lending

            Requests go to {|ref:finance_len$$ding_api|}, in the cluster {|ref:finance-lending-api|}.example.com.
            `{|ref:FINANCE_LENDING_API|}` is set from `services/{|ref:finance_lending_api|}/src/main.py:3`, not from finance_lending_api_old.

            ```yaml
            services:
              {|ref:finance_lending_api|}:
                build: services/{|ref:finance_lending_api|}
            ```
            === docs/context-registry.md
            # Context Registry

            ## Active Contexts

            | Context | Full Name | Description | Domain Examples | Services Using It | Owner/Team |
            |---|---|---|---|---|---|
            | finance | Finance | Money | lending | finance_billing_api, {|def:finance_lending_api|} | Accounting |
            """);

        Assert.Multiple(() =>
        {
            Assert.That(Targets(files), Is.EqualTo(files.Marked("def")));
            Assert.That(References(files, definitions: false), Is.EqualTo(files.Marked("ref")));
            Assert.That(References(files, definitions: true), Is.EqualTo(files.Marked("def")));
        });
    }

    [Test]
    public void A_registry_knows_the_projects_around_it_and_no_others()
    {
        var files = MarkedFiles.Parse("""
            === lending/docs/context-registry.md
            # Context Registry

            ## Active Contexts

            | Context | Full Name | Description | Domain Examples | Services Using It | Owner/Team |
            |---|---|---|---|---|---|
            | finance | Finance | Money | lending | finance_lend$$ing_api | Accounting |

            === lending/artifacts/plans/implementation-plan.md
            # Implementation Plan: Lending

            The {|ref:finance_lending_api|} answers.

            === other/artifacts/plans/implementation-plan.md
            # Implementation Plan: Clinic

            The finance_lending_api of another repository.
            """);

        Assert.That(References(files, definitions: false), Is.EqualTo(files.Marked("ref")));
    }

    [TestCase("see Sec$$tion 2.3 for that", "2.3 Scope")]
    [TestCase("as in § 2.$$3", "2.3 Scope")]
    [TestCase("[there](#23-sc$$ope)", "2.3 Scope")]
    [TestCase("[there](../requirements/intake.md#target-config$$uration)", "Target Configuration")]
    public void A_section_is_found_by_number_and_by_anchor(string reference, string heading)
    {
        var files = MarkedFiles.Parse(Lending($"# Implementation Plan: Lending\n\n{reference}\n\n## 2.3 Scope\n\ntext\n", Intake));

        Assert.That(Targets(files).Single(), Does.EndWith(": " + heading));
    }

    [Test]
    public void A_heading_is_referred_to_by_links_of_all_documents()
    {
        var files = MarkedFiles.Parse("""
            === artifacts/plans/implementation-plan.md
            # Implementation Plan: Lending

            See [below](#{|ref:23-scope|}) and {|ref:section 2.3|}.

            ## {|def:2.3 Sc$$ope|}

            === README.md
            # Readme

            [plan](artifacts/plans/implementation-plan.md#{|ref:23-scope|}) and [another](other.md#23-scope)
            """);

        Assert.That(References(files, definitions: false), Is.EqualTo(files.Marked("ref")));
        Assert.That(References(files, definitions: true), Is.EqualTo(files.Marked("def")));
    }

    [TestCase("`services/x_y_api/src/a$$.py:3`", "services/x_y_api/src/a.py", 3)]
    [TestCase("`src/a$$.py`", "services/x_y_api/src/a.py", null)]
    [TestCase("[code](../../services/x_y_api/src/a.py#L$$2)", "services/x_y_api/src/a.py", 2)]
    public void Evidence_leads_to_the_line_of_a_file(string written, string path, int? line)
    {
        var files = MarkedFiles.Parse($"=== artifacts/plans/implementation-plan.md\n# Implementation Plan: Lending\n\n{written}\n\n=== services/x_y_api/src/a.py\na\nb\nc\n");

        var target = Definition(files)!.Targets.Single();

        Assert.That((target.Path, target.Line), Is.EqualTo((path, line)));
    }

    [Test]
    public void A_file_is_referred_to_by_links_and_evidence()
    {
        var files = MarkedFiles.Parse("""
            === artifacts/plans/implementation-plan.md
            # Implementation Plan: Lending

            `{|ref:services/x_y_api/src/a$$.py:3|}` and [again](<{|ref:../../services/x_y_api/src/a.py|}>), not `services/x_y_api/src/b.py`

            === artifacts/reports/qa-report.md
            # QA Report: Lending

            The end is enough: `{|ref:src/a.py|}`.

            === services/x_y_api/src/a.py
            a
            === services/x_y_api/src/b.py
            b
            """);

        Assert.That(References(files, definitions: false), Is.EqualTo(files.Marked("ref")));
    }

    [Test]
    public void Plain_Markdown_links_may_be_left_to_the_client()
    {
        var files = MarkedFiles.Parse(Lending("# Implementation Plan: Lending\n\n[intake](../requirements/inta$$ke.md)\n", Intake));

        Assert.That(Definition(files, new LinkOptions(MarkdownLinks: false)), Is.Null);
        Assert.That(Definition(files)!.Targets.Single().Path, Is.EqualTo("lending/artifacts/requirements/intake.md"));
    }

    [TestCase("no$$thing here")]
    [TestCase("[gone](nowhere$$.md)")]
    [TestCase("see Section 9.$$9")]
    [TestCase("FR-0$$99")]
    public void What_nobody_defines_leads_nowhere(string text) =>
        Assert.That(Definition(MarkedFiles.Parse(Lending($"# Implementation Plan: Lending\n\n{text}\n", Intake))), Is.Null);

    [Test]
    public void Every_place_of_the_sample_can_be_asked()
    {
        var texts = FrameworkLsp.Testing.RepositoryFiles.In("samples/p2p-lending/artifacts");
        var analysis = FrameworkLsp.Analyzers.Workspaces.WorkspaceAnalysis.Create(FrameworkLsp.Testing.TestWorkspace.Create(texts));
        foreach (var (path, document) in analysis.Workspace.Documents)
        {
            var file = document.GetBound();
            for (var offset = 0; offset <= document.Text.Length; offset += 7)
            {
                var definition = DefinitionProvider.Find(file, analysis, offset, LinkOptions.All, CancellationToken.None);
                Assert.That(definition is null || (definition.Origin.Start <= offset && offset <= definition.Origin.End && definition.Targets.Count > 0), Is.True, $"{path}@{offset}");
                var here = ReferenceProvider.FindInDocument(file, analysis, offset, CancellationToken.None);
                Assert.That(here.Count == 0 || here.Any(occurrence => occurrence.Span.Start <= offset && offset <= occurrence.Span.End), Is.True, $"{path}@{offset}");
            }
        }
    }
}
