using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>FW407: two services on one port of the host.</summary>
public sealed class DuplicateHostPortRule() : DocumentRule(new RuleDescriptor("FW407", "duplicate-host-port", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        if (context.Document.IsTemplate)
        {
            return;
        }

        foreach (var list in Ports(context.Document).GroupBy(static port => (port.List, port.Address)))
        {
            var first = new Dictionary<int, Listed>();
            foreach (var port in list)
            {
                if (first.TryAdd(port.Port.Number, port) || first[port.Port.Number].Service == port.Service)
                {
                    continue;
                }

                var other = first[port.Port.Number];
                var free = HostPorts.Free(context.Document, port.Role);
                context.Report(
                    port.Port.Span,
                    $"Port {port.Port.Number} is used by \"{other.Label}\" and \"{port.Label}\". A port of the host can be given away once, so the second container does not start; port {free} is free.",
                    data: free,
                    related: (other.Port.Span, $"the port of \"{other.Label}\""));
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context) => context.Finding.Data is int free
        ? [new Fix($"Use port {free}", FixSafety.Unsafe, [new TextChange(context.Finding.LocalSpan, free.ToString(CultureInfo.InvariantCulture))]) { IsPreferred = true }]
        : [];

    // A service keeps its port in every table and file it stands in: only within one of them do ports collide.
    private static IEnumerable<Listed> Ports(BoundDocument document)
    {
        foreach (var entry in ServiceEntryReader.Read(document))
        {
            if (entry.Port is { } port)
            {
                yield return new Listed(entry.List, "", Words.Fold(entry.Name.Length > 0 ? entry.Name : entry.Label), entry.Label, entry.Role, port);
            }
        }

        foreach (var service in ComposeReader.Read(document))
        {
            foreach (var port in service.Ports)
            {
                var role = document.Definition.ServiceRoles.Of(ServiceNameParser.Normalize(service.Name), "");
                yield return new Listed(-1 - service.Fence, port.Address, service.Name, service.Name, role, new HostPort(port.Number, port.Span));
            }
        }
    }

    private sealed record Listed(int List, string Address, string Service, string Label, ServiceRole? Role, HostPort Port);
}
