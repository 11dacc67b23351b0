using FrameworkLsp.Analyzers.Features.Folding;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Features.Views;

public sealed class FoldingTests
{
    private static void Check(string marked)
    {
        var files = MarkedFiles.Parse(marked);
        var actual = FoldingProvider.GetFolds(files.File).Select(fold => $"{fold.Kind} {files.Show(files.CursorPath, fold.Span)}");
        Assert.That(actual, Is.EquivalentTo(files.Spans.Select(span => $"{span.Name} {files.Show(span.Path, span.Span)}")));
    }

    [Test]
    public void Sections_tables_fences_lists_front_matter_and_comments_fold() => Check("""
        === artifacts/plans/implementation-plan.md
        {|FrontMatter:---
        type: plan
        ---|}

        {|Section:# Implementation Plan: Lending$$

        - **Maturity Level**: 2

        {|Comment:<!--
        later
        -->|}

        {|Section:## Work

        {|List:- first
          - nested|}
        - second

        {|Table:| a | b |
        |---|---|
        | 1 | 2 ||}

        {|Section:### Code

        {|Fence:```bash
        make
        ```|}|}|}|}

        """);

    [Test]
    public void Documents_in_fences_fold_inside_them() => Check(
        "=== artifacts/plans/implementation-plan.md\n{|Section:# Implementation Plan: Lending$$\n\n{|Fence:```markdown\n{|Section:# Requirements Intake: x\n\n{|Section:## Target Configuration\n\n- **Maturity Level**: 2|}|}\n```|}|}\n");

    [TestCase("=== notes.md\n# Notes$$\n\ntext\n")]
    [TestCase("=== artifacts/plans/implementation-plan.md\n# Implementation Plan: Lending$$\n")]
    public void Other_files_and_single_lines_do_not_fold(string marked) => Check(marked);

    [Test]
    public void The_first_line_stays()
    {
        var files = MarkedFiles.Parse("=== artifacts/plans/implementation-plan.md\n# Implementation Plan: Lending$$\n\n- **Maturity Level**: 2\n");

        Assert.That(FoldingProvider.GetFolds(files.File).Single().HeadEnd, Is.EqualTo("# Implementation Plan: Lending".Length));
    }
}
