using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>The ports of the host that a document gives away, and those that are free.</summary>
internal static class HostPorts
{
    /// <summary>The usual port of a role when it is free in the document, else the next one behind the ports of all roles.</summary>
    /// <param name="document">The document.</param>
    /// <param name="role">The role; null when nothing tells.</param>
    public static int Free(BoundDocument document, ServiceRole? role)
    {
        var taken = ServiceEntryReader.Read(document).Select(static entry => entry.Port?.Number)
            .Concat(ComposeReader.Read(document).SelectMany(static service => service.Ports).Select(static port => (int?)port.Number))
            .OfType<int>()
            .ToHashSet();
        if (role?.Port is { } usual && !taken.Contains(usual))
        {
            return usual;
        }

        var services = document.Definition.Definition.Architecture.Roles.Where(static other => other.Kind != ServiceRoleKind.Infrastructure);
        var free = 1 + services.Max(static other => other.Port ?? 0);
        while (taken.Contains(free))
        {
            free++;
        }

        return free;
    }
}
