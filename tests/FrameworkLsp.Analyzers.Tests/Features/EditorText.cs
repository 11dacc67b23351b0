using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Features;

/// <summary>A document with a cursor, written <c>$$</c>, among others of the same workspace.</summary>
internal sealed record EditorText(BoundFile File, WorkspaceAnalysis Analysis, int Cursor, string Text)
{
    public const string PlanPath = "artifacts/plans/implementation-plan.md";
    public const string IntakePath = "artifacts/requirements/intake.md";

    public static EditorText Plan(string marked, FrameworkDefinition? definition = null) => At(PlanPath, marked, new(StringComparer.Ordinal), definition);

    public static EditorText Intake(string marked) => At(IntakePath, marked, new(StringComparer.Ordinal));

    public static EditorText At(string path, string marked, Dictionary<string, string> others, FrameworkDefinition? definition = null)
    {
        var cursor = marked.IndexOf("$$", StringComparison.Ordinal);
        var text = marked.Remove(cursor, 2);
        others[path] = text;
        var workspace = TestWorkspace.Create(others, definition);
        return new EditorText(workspace.Documents[path].GetBound(), WorkspaceAnalysis.Create(workspace), cursor, text);
    }
}
