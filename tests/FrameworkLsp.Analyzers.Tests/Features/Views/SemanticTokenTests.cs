using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Features.Tokens;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features.Views;

public sealed class SemanticTokenTests
{
    private static ImmutableArray<SemanticToken> Tokens(MarkedFiles files, TextSpan? range = null) =>
        SemanticTokenProvider.GetTokens(files.File, files.Analysis.PartsOf(files.CursorPath), range);

    private static void Check(string marked)
    {
        var files = MarkedFiles.Parse(marked);
        var actual = Tokens(files).Select(token => $"{Name(token)} {files.Show(files.CursorPath, token.Span)}");
        Assert.That(actual, Is.EqualTo(files.Spans.OrderBy(static span => span.Span.Start).Select(span => $"{span.Name} {files.Show(span.Path, span.Span)}")));
    }

    private static string Name(SemanticToken token) => token.Traits == TokenTraits.None ? token.Kind.ToString() : $"{token.Kind}+{token.Traits.ToString().Replace(", ", "+", StringComparison.Ordinal)}";

    [Test]
    public void Ids_services_levels_statuses_and_placeholders_are_found() => Check("""
        === artifacts/plans/implementation-plan.md
        # Implementation Plan: Lending$$

        - **Status**: {|Status:In Review|} (by Eva)
        - **Maturity Level**: {|Level:2 - Development|}
        - **Optional Modules**: {|Placeholder:TBD|}

        ## Services

        - `{|Service:finance_lending_api|}`: loans, {|Requirement:FR-001|}

        ```
        FR-001
        ```

        ## Requirements Traceability Matrix

        | Req ID | Feature/Element | Mapped to Phase | Mapped to Tasks | Evidence | Status |
        |---|---|---|---|---|---|
        | {|Requirement:FR-001|} | Loan request | Phase 3 | T-1 | | {|Status:✅ Done|} |
        | {|Requirement+Descoped:FR-002|} | Export | Phase 3 | T-2 | | {|Status+Descoped:⚠️ Descoped|} (Approved by Eva on 2025-10-13) |

        """);

    [Test]
    public void Definitions_are_told_from_references() => Check("""
        === artifacts/requirements/intake.md
        # Requirements Intake: Lending$$

        ## Functional Requirements

        | Req ID | Feature | Priority | Description | Acceptance Notes | Implementation Status |
        |---|---|---|---|---|---|
        | {|Requirement+Definition:FR-001|} | Loans | {|Status:Must|} | after {|Requirement+Descoped:FR-002|} | y | {|Status:Pending|} |
        | {|Requirement+Definition+Descoped:FR-002|} | Export | {|Status:Won't|} | x | y | {|Status:Pending|} |

        """);

    [Test]
    public void Documents_in_fences_are_coloured_too() => Check(
        "=== artifacts/plans/implementation-plan.md\n# Implementation Plan: Lending$$\n\n> ```markdown\n> # Requirements Intake: x\n>\n> ## Target Configuration\n>\n> - **Maturity Level**: {|Level:2|}\n> ```\n");

    [Test]
    public void Other_files_have_no_tokens() => Check("=== notes.md\n# Notes$$\n\nFR-001 finance_lending_api\n");

    [Test]
    public void A_range_gives_the_tokens_that_touch_it()
    {
        var files = MarkedFiles.Parse("=== artifacts/plans/implementation-plan.md\n# Implementation Plan: Lending$$\n\nFR-001 FR-002 FR-003\n");
        var middle = files.Texts[files.CursorPath].IndexOf("R-002", StringComparison.Ordinal);

        Assert.That(Tokens(files, new TextSpan(middle, 1)).Select(token => files.File.Text.ToString(token.Span)), Is.EqualTo(new[] { "FR-002" }));
    }

    [Test]
    public void Tokens_never_overlap_or_leave_their_line()
    {
        foreach (var (path, text) in FrameworkLsp.Testing.RepositoryFiles.In("samples/p2p-lending/artifacts", "tests/corpus/framework").Where(static file => file.Key.EndsWith(".md", StringComparison.Ordinal)))
        {
            var files = MarkedFiles.Parse($"=== {path}\n$$" + text.Replace("$$", "", StringComparison.Ordinal).Replace("{|", "", StringComparison.Ordinal));
            var end = 0;
            foreach (var token in Tokens(files))
            {
                Assert.That(token.Span.Start, Is.GreaterThanOrEqualTo(end), path);
                Assert.That(files.File.Text.ToString(token.Span), Does.Not.Contain('\n').And.Not.Empty, path);
                end = token.Span.End;
            }
        }
    }
}
