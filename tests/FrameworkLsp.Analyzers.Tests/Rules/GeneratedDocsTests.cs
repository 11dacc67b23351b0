using System.Text;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Rules;

/// <summary>Generated pages are current; with UPDATE_GENERATED=1 they are written instead.</summary>
[Category("GeneratedDocs")]
internal sealed class GeneratedDocsTests
{
    [Test]
    public void Rule_index_is_current()
    {
        var path = Path.Combine(RepositoryRoot.Path, "docs", "rules.md");
        var expected = RuleIndex();
        if (Environment.GetEnvironmentVariable("UPDATE_GENERATED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }

        var actual = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.That(actual, Is.EqualTo(expected), "docs/rules.md is stale; run `dotnet cake --target=Docs`.");
    }

    private static string RuleIndex()
    {
        var builder = new StringBuilder()
            .Append("# Rules\n\n")
            .Append("Generated from the rules; `dotnet cake --target=Docs` writes it anew. `framework-lsp explain RULE` prints a page.\n\n")
            .Append("| Id | Name | Severity | In drafts | Fix | What it checks |\n")
            .Append("|---|---|---|---|---|---|\n");
        foreach (var rule in RuleCatalog.Descriptors)
        {
            builder.Append($"| [{rule.Id}]({PagePath(rule)}) | `{rule.Name}` | {Lower(rule.Severity)} | {(rule.DraftSeverity is { } draft ? Lower(draft) : "")} | {(rule.Fix == FixSafety.None ? "" : Lower(rule.Fix))} | {RulePage.Of(rule).Summary.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }

        return builder.ToString();
    }

    private static string PagePath(RuleDescriptor rule)
    {
        var name = string.Concat(rule.Name.Split('-').Select(static word => char.ToUpperInvariant(word[0]) + word[1..])) + "Rule.md";
        var file = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "analyzers", "Rules"), name, SearchOption.AllDirectories).Single();
        return "../" + Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/');
    }

    private static string Lower<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
