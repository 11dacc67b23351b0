using FrameworkLsp.Analyzers.Features.Links;
using FrameworkLsp.Testing;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features;

public sealed class DocumentLinkTests
{
    private const string Files = """

        === artifacts/requirements/intake.md
        # Requirements Intake: Lending

        ## Target Configuration

        === services/x_y_api/src/a.py
        a
        b

        === docs/guides/setup.md
        # Setup

        === artifacts/plans/implementation-plan.md
        """;

    private static IEnumerable<string> Links(string plan, LinkOptions? options = null)
    {
        var files = MarkedFiles.Parse(Files + "\n# Implementation Plan: Lending\n\n" + plan + "\n");
        const string Path = "artifacts/plans/implementation-plan.md";
        return DocumentLinkProvider.GetLinks(files.Workspace.Documents[Path].GetBound(), files.Workspace, options ?? LinkOptions.All, CancellationToken.None)
            .Select(link => $"{files.Texts[Path].Substring(link.Span.Start, link.Span.Length)} -> {link.Tooltip}");
    }

    [TestCase("[intake](../requirements/intake.md)", "../requirements/intake.md -> artifacts/requirements/intake.md")]
    [TestCase("[intake](../requirements/intake.md#target-configuration)", "../requirements/intake.md#target-configuration -> artifacts/requirements/intake.md#target-configuration")]
    [TestCase("[root](/docs/guides/setup.md \"title\")", "/docs/guides/setup.md -> docs/guides/setup.md")]
    [TestCase("`services/x_y_api/src/a.py:2`", "services/x_y_api/src/a.py:2 -> services/x_y_api/src/a.py, line 2")]
    [TestCase("`src/a.py`", "src/a.py -> services/x_y_api/src/a.py")]
    [TestCase("`guides/setup.md`", "guides/setup.md -> docs/guides/setup.md")]
    [TestCase("[code](../../services/x_y_api/src/a.py#L2)", "../../services/x_y_api/src/a.py#L2 -> services/x_y_api/src/a.py, line 2")]
    public void A_path_leads_to_its_file(string written, string expected) => Assert.That(Links(written), Is.EqualTo(new[] { expected }));

    [Test]
    public void A_reference_and_its_definition_both_lead_to_the_file() => Assert.That(
        Links("See [the intake][in].\n\n[in]: ../requirements/intake.md"),
        Is.EqualTo(new[] { "[the intake][in] -> artifacts/requirements/intake.md", "../requirements/intake.md -> artifacts/requirements/intake.md" }));

    [TestCase("[gone](gone.md) and `services/gone.py:3`")]
    [TestCase("`services/x_y_api/` is a folder, `services/*/src` a pattern")]
    [TestCase("https://example.com and [there](https://example.com/a.md)")]
    [TestCase("```markdown\n# Requirements Intake: x\n\n## Target Configuration\n\n[a](../requirements/intake.md)\n```")]
    public void What_leads_to_no_file_is_no_link(string text) => Assert.That(Links(text), Is.Empty);

    [Test]
    public void Plain_Markdown_links_may_be_left_to_the_client() => Assert.That(
        Links("[intake](../requirements/intake.md) and `src/a.py`", new LinkOptions(MarkdownLinks: false)),
        Is.EqualTo(new[] { "src/a.py -> services/x_y_api/src/a.py" }));

    [Test]
    public void A_navigation_matrix_leaves_folders_out()
    {
        var files = MarkedFiles.Parse("""
            === docs/workflow.md
            # AI Code Generation Master Workflow

            ## Navigation Matrix

            | Stage | Phase | Required At Level | Documents to Read | AI Generates | Templates/Tools | Success Criteria |
            |---|---|---|---|---|---|---|
            | 1 | Prompt Validation | ALL | `prompt-validation-guide.md`, `atomic/x/*` | note | | ok |

            === docs/guides/prompt-validation-guide.md
            # Guide
            """);

        var links = DocumentLinkProvider.GetLinks(files.Workspace.Documents["docs/workflow.md"].GetBound(), files.Workspace, LinkOptions.All, CancellationToken.None);

        Assert.That(links.Select(static link => link.Path), Is.EqualTo(new[] { "docs/guides/prompt-validation-guide.md" }));
    }

    [Test]
    public void A_heading_is_found_when_the_link_is_followed()
    {
        var files = MarkedFiles.Parse(Files + "\n# Implementation Plan: Lending\n");

        Assert.That(DocumentLinkProvider.LineOf(files.Workspace, "artifacts/requirements/intake.md", "target-configuration", CancellationToken.None), Is.EqualTo(3));
        Assert.That(DocumentLinkProvider.LineOf(files.Workspace, "artifacts/requirements/intake.md", "nothing", CancellationToken.None), Is.Null);
    }

    [Test]
    public void Every_link_of_the_sample_leads_somewhere()
    {
        var workspace = TestWorkspace.Create(RepositoryFiles.In("samples/p2p-lending"));
        var plan = workspace.Documents["samples/p2p-lending/artifacts/plans/implementation-plan.md"].GetBound();

        var links = DocumentLinkProvider.GetLinks(plan, workspace, LinkOptions.All, CancellationToken.None);

        Assert.That(links.Select(static link => link.Tooltip), Does.Contain("samples/p2p-lending/services/finance_lending_api/src/domain/entities/loan.py, line 23").And.Contain("samples/p2p-lending/artifacts/requirements/intake.md"));
        Assert.That(links, Has.All.Matches<DocumentLinkEntry>(link => workspace.Files.Exists(link!.Path)));
    }
}
