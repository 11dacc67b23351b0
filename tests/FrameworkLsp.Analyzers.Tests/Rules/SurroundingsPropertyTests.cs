using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Tests.Rules;

/// <summary>What stands around a document, or in a foreign fence inside it, changes nothing.</summary>
internal sealed class SurroundingsPropertyTests
{
    private const string Noise = "```text\n# Implementation Plan: Noise\n- **Maturity Level**: 9\nFR-999 ✅ services/noise\n```\n\n";
    private const string Host = "docs/guides/ai-code-generation-master-workflow.md";

    // Examples in a workflow are excerpts: these rules ask them for less, or stand in for one that does. FW922 speaks of the file.
    private static readonly string[] AskedLess = ["FW003", "FW007", "FW013", "FW022", "FW101", "FW103", "FW105", "FW210", "FW304", "FW318", "FW501", "FW601", "FW714", "FW922"];

    [TestCaseSource(typeof(PropertyCases), nameof(PropertyCases.All))]
    public void A_fence_of_another_language_changes_nothing_else(IReadOnlyDictionary<string, string> files)
    {
        foreach (var (path, document) in TestWorkspace.Create(files).Documents)
        {
            if (Place(document) is not { } place)
            {
                continue;
            }

            var noisy = new Dictionary<string, string>(files, StringComparer.Ordinal) { [path] = files[path].Insert(place, Noise.ReplaceLineEndings(files[path].Contains('\r', StringComparison.Ordinal) ? "\r\n" : "\n")) };
            var line = document.Text.Lines.GetLineFromPosition(place).LineNumber;
            var added = Noise.Count(static character => character == '\n');
            Assert.That(Lines(noisy, path).Select(finding => finding.Line > line ? finding with { Line = finding.Line - added } : finding), Is.EqualTo(Lines(files, path)), path);
        }
    }

    [TestCaseSource(typeof(PropertyCases), nameof(PropertyCases.Examples))]
    public void A_document_in_a_fence_has_the_same_findings_one_step_softer(IReadOnlyDictionary<string, string> files)
    {
        // Titles are recognised in a fence, folders and front matter belong to files; several files are a delivery.
        Assume.That(files, Has.Count.EqualTo(1));
        var (path, text) = files.First();
        Assume.That(text, Does.Not.StartWith("---"));
        var fence = new string('`', 3 + Longest(text));
        var wrapped = $"# AI Code Generation Master Workflow\n\n## Part 2: 7-Stage Workflow Process\n\n{fence}markdown\n{text.TrimEnd('\n')}\n{fence}\n";
        var host = new Dictionary<string, string>(StringComparer.Ordinal) { [Host] = wrapped };
        var embedded = TestWorkspace.Create(host).Documents[Host].GetBound().Parts[1..];
        Assume.That(embedded, Has.Length.EqualTo(1));
        Assume.That(Character(embedded[0]), Is.EqualTo(Character(TestWorkspace.Create(files).Documents[path].GetBound().Host)));
        var documentRules = RuleCatalog.All.OfType<DocumentRule>().Select(static rule => rule.Descriptor.Id).Except(AskedLess).ToHashSet(StringComparer.Ordinal);
        var inside = Lines(host, Host).Where(finding => finding.Line >= 5 && documentRules.Contains(finding.Rule)).Select(static finding => (finding.Rule, Line: finding.Line - 5, finding.Severity));
        var alone = Lines(files, path).Where(finding => documentRules.Contains(finding.Rule)).Select(static finding => (finding.Rule, finding.Line, Severity: Softer(finding.Severity)));
        Assert.That(inside.Order().ToList(), Is.EqualTo(alone.Order().ToList()));
    }

    // What is decided by the file's name or its front matter, which a document in a fence has not.
    private static (string?, bool?, bool?, DocumentState?) Character(BoundDocument? document) =>
        (document?.Kind.Id, document?.IsTemplate, document?.IsExtended, document?.State);

    private static Severity Softer(Severity severity) => severity > Severity.Hint ? severity - 1 : severity;

    // Before the last section of the second level, which is never inside a list, a fence or a table; a comment may speak of its next line.
    private static int? Place(Document document) => document.GetBound().Host is { } host && document.Text.ToString() == host.Outline.Text
        ? host.Outline.Sections.Where(section => section.Level == 2 && !document.Text.ToString(new TextSpan(0, section.Span.Start)).TrimEnd().EndsWith("-->", StringComparison.Ordinal)).Select(static section => (int?)section.Span.Start).LastOrDefault()
        : null;

    private static int Longest(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var character in text)
        {
            run = character is '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static List<Found> Lines(IReadOnlyDictionary<string, string> files, string path)
    {
        var workspace = TestWorkspace.Create(files);
        var text = workspace.Documents[path].Text;
        return [.. WorkspaceAnalysis.Create(workspace).FindingsOf(path).Select(finding => new Found(
            text.Lines.GetLineFromPosition(Math.Min(finding.Span.Start, text.Length)).LineNumber,
            finding.Rule.Id,
            finding.Severity,
            text.ToString(finding.Span)))];
    }

    private sealed record Found(int Line, string Rule, Severity Severity, string Text)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Line}: {Rule} {Severity} «{Text}»");
    }
}
