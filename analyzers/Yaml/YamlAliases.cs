using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace FrameworkLsp.Analyzers.Yaml;

/// <summary>Checks the aliases of a YAML text (<c>*name</c>), which the parser leaves to its callers.</summary>
internal static class YamlAliases
{
    /// <summary>The first alias that names no anchor before it; null when there is none. The text must be valid otherwise.</summary>
    public static AnchorAlias? FirstWithoutAnchor(string text)
    {
        if (!text.Contains('*', StringComparison.Ordinal))
        {
            return null;
        }

        var anchors = new HashSet<string>(StringComparer.Ordinal);
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext())
        {
            switch (parser.Current)
            {
                case AnchorAlias alias when !anchors.Contains(alias.Value.Value):
                    return alias;
                case NodeEvent { Anchor.IsEmpty: false } node:
                    anchors.Add(node.Anchor.Value);
                    break;
            }
        }

        return null;
    }
}
