using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Testing;

/// <summary>A fixture: a folder of real files that is linted as a workspace.</summary>
/// <param name="Name">The folder below the fixtures' root, for test names.</param>
/// <param name="Rule">The rule whose findings are compared; null for all rules.</param>
/// <param name="Files">Annotated files by path; only Markdown files carry expectations.</param>
/// <param name="Fixed">Files after the fixes, by path, for files with a <c>x.fixed.md</c> beside <c>x.md</c>.</param>
public sealed record RuleFixture(string Name, RuleDescriptor? Rule, IReadOnlyDictionary<string, AnnotatedText> Files, IReadOnlyDictionary<string, string> Fixed)
{
    /// <summary>The texts without expectation lines, by path.</summary>
    public Dictionary<string, string> Texts() => Files.ToDictionary(static file => file.Key, static file => file.Value.Text, StringComparer.Ordinal);

    /// <summary>Whether a finding is one that the fixture is about.</summary>
    public bool IsAbout(Finding finding) => Rule is null || finding.Rule == Rule;

    public override string ToString() => Name;
}

/// <summary>
/// Reads fixtures: <c>FW013/name/...</c> is a workspace in which the findings of that rule are compared, <c>all/name/...</c> one in which
/// all findings are.
/// </summary>
public static class RuleFixtures
{
    private const string FixedEnding = ".fixed.md";

    /// <summary>The fixtures below a folder, in order.</summary>
    public static IEnumerable<RuleFixture> In(string root) =>
        from rule in Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal)
        from workspace in Directory.EnumerateDirectories(rule).Order(StringComparer.Ordinal)
        select Read(workspace, RuleOf(Path.GetFileName(rule)));

    private static RuleDescriptor? RuleOf(string folder) => folder == "all"
        ? null
        : RuleCatalog.Find(folder) ?? throw new InvalidOperationException($"The fixture folder {folder} is named after no rule.");

    private static RuleFixture Read(string folder, RuleDescriptor? rule)
    {
        var files = new Dictionary<string, AnnotatedText>(StringComparer.Ordinal);
        var mended = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(folder, file).Replace('\\', '/');
            var text = File.ReadAllText(file);
            if (path.EndsWith(FixedEnding, StringComparison.Ordinal))
            {
                mended.Add(path[..^FixedEnding.Length] + ".md", text);
            }
            else
            {
                files.Add(path, path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? AnnotatedText.Parse(text) : new AnnotatedText(text, []));
            }
        }

        return new RuleFixture($"{rule?.Id ?? "all"}/{Path.GetFileName(folder)}", rule, files, mended);
    }
}
