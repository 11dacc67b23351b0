using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Testing;

/// <summary>Builds workspaces from texts and says what the linter finds in them.</summary>
public static class TestWorkspace
{
    private const int MostFixes = 100;

    /// <summary>The date that fixes use in tests.</summary>
    public static DateOnly Today { get; } = new(2025, 10, 1);

    /// <summary>A workspace of the given files; Markdown files are documents, every file can be linked to.</summary>
    public static Workspace Create(IReadOnlyDictionary<string, string> files, FrameworkDefinition? definition = null, LintConfiguration? configuration = null)
    {
        definition ??= EmbeddedPacks.Default;
        var configurations = ConfigurationSet.Create(definition, configuration is null ? [] : [KeyValuePair.Create("", configuration)]);
        return Workspace.Create(definition, configurations, new InMemoryFiles(files))
            .WithDocuments(files
                .Where(static file => file.Key.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
                .Select(static file => KeyValuePair.Create(file.Key, SourceText.From(file.Value))));
    }

    /// <summary>A document that stands alone, bound to the definition. Fails when it is not recognised.</summary>
    public static BoundDocument Bind(string path, string text, FrameworkDefinition? definition = null) =>
        Create(new Dictionary<string, string>(StringComparer.Ordinal) { [path] = text }, definition).Documents[path].GetBound().Host
            ?? throw new InvalidOperationException($"{path} is no framework document.");

    /// <summary>The findings of one document that stands alone.</summary>
    public static IReadOnlyList<Finding> Lint(string path, string text, FrameworkDefinition? definition = null) =>
        WorkspaceAnalysis.Create(Create(new Dictionary<string, string>(StringComparer.Ordinal) { [path] = text }, definition)).FindingsOf(path);

    /// <summary>
    /// The files after applying the first fix of every selected finding, one after the other until none has a fix any more. Fails when that
    /// does not come to an end.
    /// </summary>
    public static IReadOnlyDictionary<string, string> FixAll(IReadOnlyDictionary<string, string> files, Func<Finding, bool> select, FrameworkDefinition? definition = null)
    {
        var current = new Dictionary<string, string>(files, StringComparer.Ordinal);
        for (var count = 0; count < MostFixes; count++)
        {
            if (!FixOnce(current, select, definition))
            {
                return current;
            }
        }

        throw new InvalidOperationException($"The fixes do not settle: after {MostFixes} of them there is still one to apply.");
    }

    private static bool FixOnce(Dictionary<string, string> files, Func<Finding, bool> select, FrameworkDefinition? definition)
    {
        var workspace = Create(files, definition);
        var analysis = WorkspaceAnalysis.Create(workspace);
        foreach (var (path, document) in workspace.Documents.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            foreach (var finding in analysis.FindingsOf(path).Where(select))
            {
                if (FixProvider.GetFixes(workspace, document, finding, Today) is [var fix, ..])
                {
                    Apply(files, path, fix);
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Applies a fix to files.</summary>
    public static void Apply(Dictionary<string, string> files, string path, Fix fix)
    {
        files[path] = SourceText.From(files[path]).WithChanges(fix.Changes).ToString();
        foreach (var (other, changes) in fix.OtherDocuments)
        {
            files[other] = SourceText.From(files[other]).WithChanges(changes).ToString();
        }

        foreach (var (created, text) in fix.NewDocuments)
        {
            files.Add(created, text);
        }
    }
}
