using CsCheck;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Tests.Rules;

/// <summary>A document that is being typed ends anywhere.</summary>
internal sealed class TruncationPropertyTests
{
    // All cuts of a text this long take a few milliseconds; longer ones are sampled.
    private const int Short = 120;
    private const int Cuts = 8;

    [TestCaseSource(typeof(PropertyCases), nameof(PropertyCases.All))]
    public void A_text_cut_off_anywhere_is_linted_and_fixed_without_a_failure(IReadOnlyDictionary<string, string> files)
    {
        var (path, text) = files.Where(static file => file.Key.EndsWith(".md", StringComparison.Ordinal)).MaxBy(static file => file.Value.Length);
        if (text.Length <= Short)
        {
            Assert.That(Enumerable.Range(0, text.Length + 1).Where(length => !IsFine(files, path, length)), Is.Empty);
        }
        else
        {
            Gen.Int[0, text.Length].Sample(length => IsFine(files, path, length), iter: Cuts, threads: 1);
        }
    }

    private static bool IsFine(IReadOnlyDictionary<string, string> files, string path, int length)
    {
        var workspace = TestWorkspace.Create(new Dictionary<string, string>(files, StringComparer.Ordinal) { [path] = files[path][..length] });
        var analysis = WorkspaceAnalysis.Create(workspace);
        var document = workspace.Documents[path];
        return analysis.FindingsOf(path).All(finding =>
            finding.Rule != EngineRules.RuleFailure
            && finding.Span.End <= length
            && FixProvider.GetFixes(workspace, document, finding, TestWorkspace.Today).All(fix => CanApply(fix, document.Text)));
    }

    private static bool CanApply(Fix fix, SourceText text) =>
        fix.Changes.All(change => change.Span.End <= text.Length)
        && fix.Changes.Zip(fix.Changes.Skip(1)).All(static pair => pair.First.Span.End <= pair.Second.Span.Start);
}
