namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>Writes a workspace path as a link from a folder.</summary>
public static class RelativePath
{
    /// <summary>The path relative to a folder.</summary>
    /// <param name="folder">The folder, relative to the root, with a closing slash; empty for the root.</param>
    /// <param name="path">The target, relative to the root.</param>
    public static string From(string folder, string path)
    {
        var from = folder.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var to = path.Split('/');
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && from[common] == to[common])
        {
            common++;
        }

        return string.Join('/', Enumerable.Repeat("..", from.Length - common).Concat(to[common..]));
    }
}
