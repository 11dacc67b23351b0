using FrameworkLsp.Analyzers.Features.Symbols;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features;

public sealed class SymbolTests
{
    private const string Text = "$$# Requirements Intake: Lending\n\n## Target Configuration\n\n- **Maturity Level**: 2\n\n## Functional Requirements\n\n| Req ID | Feature | Priority | Description | Acceptance Notes |\n|---|---|---|---|---|\n| FR-001 | Loans | Must | x | y |\n\n## Something Else\n\ntext\n";

    [Test]
    public void Sections_hold_their_fields_and_requirements()
    {
        var root = SymbolProvider.GetSymbols(EditorText.Intake(Text).File).Single();

        Assert.That(Tree(root, 0), Is.EqualTo(string.Join('\n',
            "Document Requirements Intake: Lending (Requirements Intake)",
            " Section Target Configuration",
            "  Field Maturity Level (2)",
            " Section Functional Requirements",
            "  Requirement FR-001 (Loans)",
            " Heading Something Else")));
    }

    [Test]
    public void Phases_and_services_are_symbols_of_their_own()
    {
        var root = SymbolProvider.GetSymbols(EditorText.Plan("$$# Implementation Plan: Lending\n\n## Phase 1: Infrastructure Setup\n\ntext\n\n## Services\n\n- `finance_lending_api`: loans, in `services/finance_lending_bot/`\n").File).Single();

        Assert.That(Tree(root, 0), Is.EqualTo(string.Join('\n',
            "Document Implementation Plan: Lending (Implementation Plan)",
            " Phase Phase 1: Infrastructure Setup",
            " Heading Services",
            "  Service finance_lending_api")));
    }

    [Test]
    public void Without_headings_the_rest_is_a_flat_list() =>
        Assert.That(SymbolProvider.GetSymbols(EditorText.Intake(Text).File, withHeadings: false).Select(static symbol => symbol.Name), Is.EqualTo(new[] { "Maturity Level", "FR-001" }));

    [Test]
    public void Names_stand_inside_their_symbols_and_children_inside_their_parents() => AssertNested(SymbolProvider.GetSymbols(EditorText.Intake(Text).File).Single());

    [Test]
    public void Files_of_other_projects_have_no_symbols() =>
        Assert.That(SymbolProvider.GetSymbols(EditorText.At("notes.md", "$$# Notes\n", new(StringComparer.Ordinal)).File), Is.Empty);

    private static void AssertNested(DocumentSymbolNode node)
    {
        Assert.That(node.Span.Contains(node.NameSpan), Is.True, node.Name);
        foreach (var child in node.Children)
        {
            Assert.That(node.Span.Contains(child.Span), Is.True, child.Name);
            AssertNested(child);
        }
    }

    private static string Tree(DocumentSymbolNode node, int depth) => string.Join('\n', node.Children
        .Select(child => Tree(child, depth + 1))
        .Prepend(new string(' ', depth) + node.Category + " " + node.Name + (node.Detail.Length > 0 ? $" ({node.Detail})" : "")));
}
