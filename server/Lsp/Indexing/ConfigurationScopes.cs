using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Host;

namespace FrameworkLsp.Server.Lsp.Indexing;

/// <summary>Which documents the configurations of a workspace leave out.</summary>
internal static class ConfigurationScopes
{
    /// <summary>Whether a document is left out.</summary>
    public static bool LeavesOut(ConfigurationSet configurations, string path)
    {
        FileScope? scope = null;
        foreach (var configuration in configurations.Scopes.Reverse())
        {
            if (configuration.Covers(path))
            {
                scope = new FileScope(scope, configuration.Folder, configuration.Configuration);
            }
        }

        return scope?.LeavesOut(path) == true;
    }
}
