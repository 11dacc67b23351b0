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
