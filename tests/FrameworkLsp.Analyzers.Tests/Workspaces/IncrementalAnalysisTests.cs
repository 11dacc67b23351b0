using CsCheck;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Tests.Workspaces;

/// <summary>After any sequence of edits the analysis made step by step is the one made at once.</summary>
internal sealed class IncrementalAnalysisTests
{
    private static readonly IReadOnlyDictionary<string, string> Files = RepositoryFiles.In("samples");
    private static readonly string[] Paths = [.. Files.Keys.Where(static path => path.EndsWith(".md", StringComparison.Ordinal))];

    private static readonly Gen<string> Snippet = Gen.OneOf(
        new[]
        {
            "", "\n", "\n\n", "x", "|", "# ", "## ", "- ", "**", "`", "```\n", "```markdown\n# QA Report: P2P Lending Platform\n```\n", "---\n", "<!--", "-->",
            "FR-002", "| FR-009 | New | Must | x | y | Pending |\n", "82%", "71 %", "❌ FAIL", "✅", "4 - Production", "Draft", "[x](../plans/implementation-plan.md)",
            "# Requirements Intake: P2P Lending Pilot\n", "- **Request ID**: PARCEL-7\n", "services/finance_lending_api/", "<!-- framework-lsp-disable-next-line FW801 -->\n", "\t", "\r\n", "🙂",
        }.Select(Gen.Const).ToArray());

    private static readonly Gen<Edit> AnyEdit = Gen.Select(Gen.OneOf(Paths.Select(Gen.Const).ToArray()), Gen.Double[0, 1], Gen.Int[0, 120], Snippet, Gen.Int[0, 19])
        .Select(static (path, place, length, snippet, action) => new Edit(path, place, length, snippet, action));

    [Test]
    public void Step_by_step_is_at_once() => AnyEdit.Array[1, 6].Sample(
        static edits =>
        {
            var workspace = TestWorkspace.Create(Files);
            var analysis = WorkspaceAnalysis.Create(workspace);
            foreach (var edit in edits)
            {
                var before = analysis;
                workspace = edit.Apply(workspace);
                analysis = WorkspaceAnalysis.Create(workspace, before);

                // Documents share what was computed of them, so this only repeats what concerns deliveries.
                Same(analysis, WorkspaceAnalysis.Create(workspace));
                Unchanged(before, analysis);
            }

            Same(analysis, WorkspaceAnalysis.Create(TestWorkspace.Create(Files)
                .WithoutDocuments(Paths)
                .WithDocuments(workspace.Documents.Select(static pair => KeyValuePair.Create(pair.Key, SourceText.From(pair.Value.Text.ToString()))))));
        },
        iter: 60);

    private static void Same(WorkspaceAnalysis left, WorkspaceAnalysis right)
    {
        var (expected, actual) = (DescribedFindings.Of(right), DescribedFindings.Of(left));
        if (expected != actual)
        {
            throw new InvalidOperationException($"Step by step:\n{actual}\n\nAt once:\n{expected}");
        }
    }

    // What the analysis does not call changed has the findings it had.
    private static void Unchanged(WorkspaceAnalysis before, WorkspaceAnalysis after)
    {
        var changed = after.ChangedSince(before);
        foreach (var path in after.Workspace.Documents.Keys.Where(path => !changed.Contains(path)))
        {
            if (DescribedFindings.Of(before, path) != DescribedFindings.Of(after, path))
            {
                throw new InvalidOperationException($"{path} changed unnoticed:\n{DescribedFindings.Of(before, path)}\n\n{DescribedFindings.Of(after, path)}");
            }
        }
    }

    /// <summary>An edit: most replace a piece of a document, some remove it or bring it back.</summary>
    private sealed record Edit(string Path, double Place, int Length, string Text, int Action)
    {
        public Workspace Apply(Workspace workspace)
        {
            if (Action == 0)
            {
                return workspace.WithoutDocuments([Path]);
            }

            if (Action == 1 || !workspace.Documents.TryGetValue(Path, out var document))
            {
                return workspace.WithDocument(Path, SourceText.From(Files[Path]));
            }

            var start = (int)(document.Text.Length * Place);
            var span = TextSpan.FromBounds(start, Math.Min(document.Text.Length, start + Length));
            return workspace.WithDocument(Path, document.Text.WithChanges(new TextChange(span, Text)));
        }
    }
}
