using System.Text;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Tests.Features;

/// <summary>
/// Several files in one text: a line <c>=== path</c> starts each. <c>$$</c> is the cursor, <c>{|name:text|}</c> a named span; both are taken
/// out before anything is read.
/// </summary>
internal sealed record MarkedFiles(IReadOnlyDictionary<string, string> Texts, string CursorPath, int Cursor, IReadOnlyList<(string Name, string Path, TextSpan Span)> Spans)
{
    public Workspace Workspace { get; private init; } = null!;

    public WorkspaceAnalysis Analysis { get; private init; } = null!;

    public BoundFile File => Workspace.Documents[CursorPath].GetBound();

    public static MarkedFiles Parse(string marked, FrameworkDefinition? definition = null)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var spans = new List<(string, string, TextSpan)>();
        var (cursorPath, cursor) = ("", 0);
        foreach (var part in ("\n" + marked.ReplaceLineEndings("\n")).Split("\n=== ", StringSplitOptions.RemoveEmptyEntries))
        {
            var lineEnd = part.IndexOf('\n', StringComparison.Ordinal);
            var path = part[..lineEnd].Trim();
            texts[path] = Unmark(part[(lineEnd + 1)..], (name, span) => spans.Add((name, path, span)), offset => (cursorPath, cursor) = (path, offset));
        }

        var workspace = TestWorkspace.Create(texts, definition);
        return new MarkedFiles(texts, cursorPath, cursor, spans) { Workspace = workspace, Analysis = WorkspaceAnalysis.Create(workspace) };
    }

    /// <summary>The spans of a name as <see cref="Show"/> writes them.</summary>
    public IEnumerable<string> Marked(string name) => Spans.Where(span => span.Name == name).Select(span => Show(span.Path, span.Span)).Order(StringComparer.Ordinal);

    /// <summary>A span for comparing: path, offset and text.</summary>
    public string Show(string path, TextSpan span) => $"{path}@{span.Start}: {(span.End <= Texts[path].Length ? Texts[path].Substring(span.Start, span.Length) : "?")}";

    private static string Unmark(string text, Action<string, TextSpan> span, Action<int> cursor)
    {
        var result = new StringBuilder();
        var open = new Stack<(string Name, int Start)>();
        for (var index = 0; index < text.Length;)
        {
            if (text.AsSpan(index).StartsWith("$$"))
            {
                cursor(result.Length);
                index += 2;
            }
            else if (text.AsSpan(index).StartsWith("{|"))
            {
                var colon = text.IndexOf(':', index);
                open.Push((text[(index + 2)..colon], result.Length));
                index = colon + 1;
            }
            else if (open.Count > 0 && text.AsSpan(index).StartsWith("|}"))
            {
                var (name, start) = open.Pop();
                span(name, TextSpan.FromBounds(start, result.Length));
                index += 2;
            }
            else
            {
                result.Append(text[index++]);
            }
        }

        return result.ToString();
    }
}
