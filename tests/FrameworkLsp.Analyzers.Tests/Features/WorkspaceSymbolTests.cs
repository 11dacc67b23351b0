using FrameworkLsp.Analyzers.Features.Symbols;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features;

public sealed class WorkspaceSymbolTests
{
    private static readonly MarkedFiles Files = MarkedFiles.Parse("""
        === artifacts/requirements/intake.md
        # {|doc:Requirements Intake: Lending|}

        ## {|section:Functional Requirements|}

        | Req ID | Feature | Priority | Description | Acceptance Notes |
        |---|---|---|---|---|
        | {|req:FR-001|} | Loan request | Must | x | y |
        | FR-002 | Marketplace | Must | x | y |

        ## Architecture Mapping

        **Services Needed**:

        - `{|service:finance_lending_api|}`: loans

        === artifacts/plans/implementation-plan.md
        # Implementation Plan: Lending

        - **Maturity Level**: 2

        ## {|phase:Phase 1: Infrastructure Setup|}

        ## {|heading:Notes of the Author|}

        === notes.md
        # FR-001 in a file of another kind
        """);

    private static List<string> Find(string query, int limit = 50) =>
        [.. WorkspaceSymbolProvider.Find(Files.Analysis, query, limit, CancellationToken.None).Select(static symbol => $"{symbol.Category} {symbol.Name}")];

    [TestCase("FR-001", "Requirement FR-001 Loan request", "req")]
    [TestCase("loanreq", "Requirement FR-001 Loan request", "req")]
    [TestCase("finlendapi", "Service finance_lending_api", "service")]
    [TestCase("infra", "Phase Phase 1: Infrastructure Setup", "phase")]
    [TestCase("functional", "Section Functional Requirements", "section")]
    [TestCase("notes of", "Heading Notes of the Author", "heading")]
    [TestCase("intake", "Document Requirements Intake: Lending", "doc")]
    public void The_best_match_comes_first(string query, string expected, string span)
    {
        var first = WorkspaceSymbolProvider.Find(Files.Analysis, query, 50, CancellationToken.None)[0];

        Assert.That($"{first.Category} {first.Name}", Is.EqualTo(expected));
        Assert.That(Files.Show(first.Path, first.Span), Is.EqualTo(Files.Marked(span).Single()));
    }

    [Test]
    public void Other_letters_match_nothing() => Assert.That(Find("zzz"), Is.Empty);

    [Test]
    public void An_empty_query_gives_everything_up_to_the_limit()
    {
        Assert.That(Find(""), Does.Contain("Requirement FR-002 Marketplace").And.Contain("Document Implementation Plan: Lending"));
        Assert.That(Find("", limit: 3), Has.Count.EqualTo(3));
    }

    [Test]
    public void Nothing_comes_twice() => Assert.That(Find(""), Is.Unique);

    [Test]
    public void A_search_that_is_cancelled_stops() =>
        Assert.That(() => WorkspaceSymbolProvider.Find(Files.Analysis, "", 50, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
}
