using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>FW403: a database in use that no data service stands before.</summary>
public sealed class DataServiceMissingRule() : DocumentRule(new RuleDescriptor("FW403", "data-service-missing", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        // Where nothing lists services none is missing, and what adds a feature to a project uses the data services that are there.
        var document = context.Document;
        var entries = ServiceEntryReader.Read(document);
        if (document.IsTemplate || document.HasElision || (entries.Count == 0 && ServiceNameCollector.Collect(document).Count == 0) || ProjectReader.FeatureId(document, static _ => { }).Length > 0)
        {
            return;
        }

        var roles = context.Definition.ServiceRoles;
        foreach (var engine in roles.Databases)
        {
            if (roles.DataRole(engine) is { } role && DatabaseUse.First(document, engine) is { } use && !IsPlanned(document, engine))
            {
                context.Report(
                    use,
                    $"{engine.Name} is used, but no {role.Name} is planned. Business services reach data only through data services, so nobody could reach this database; add the service, or leave the database out.",
                    data: engine.Id);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var document = context.Bound;
        var roles = document.Definition.ServiceRoles;
        if (roles.Databases.FirstOrDefault(item => item.Id == context.Finding.Data as string) is not { } engine
            || roles.DataRole(engine) is not { } role
            || ServiceEntryReader.Read(document) is not [.., { } last])
        {
            return [];
        }

        return [new Fix($"Add a {role.Name}", FixSafety.Unsafe, Insertion(document, last, role)) { IsPreferred = true }];
    }

    private static bool IsPlanned(BoundDocument document, InfrastructureItem engine)
    {
        var roles = document.Definition.ServiceRoles;
        bool IsFor(ServiceRole? role) => role is { Kind: ServiceRoleKind.Data } && role.Engine == engine.Id;

        // "Data service" alone may stand before any database.
        return ServiceEntryReader.Read(document).Any(entry => IsFor(entry.Role) || (entry.Role is null or { Kind: ServiceRoleKind.Data } && roles.Engine(entry.Description) is null && roles.SpeaksOfDataService(entry.Description)))
            || ServiceNameCollector.Collect(document).Any(mention => IsFor(roles.Of(mention.Name, "")))
            || ComposeReader.Read(document).Any(service => IsFor(roles.Of(ServiceNameParser.Normalize(service.Name), "")))
            || (roles.DataRole(engine) is { } role && ClaimScope.Of(document).ClaimsAny(role.Keywords))
            || document.Outline.InlineCodes.Any(code => roles.IsDataServiceFor(engine, code.Content))
            || document.Outline.ListItems.Any(item => document.Owners[item.Section]?.Definition.Role == SectionRoles.Phases && roles.SpeaksOfDataService(item.Text) && (roles.Engine(item.Text) ?? engine) == engine);
    }

    // Behind the last service, written as that one is.
    private static ImmutableArray<TextChange> Insertion(BoundDocument document, ServiceEntry last, ServiceRole role)
    {
        var port = HostPorts.Free(document, role);
        var name = last.Name.Length > 0 ? ServiceProposal.DataServiceBeside(document.Definition, last.Name, role) : null;
        if (last is { Table: { } table, Row: { } row })
        {
            return [Row(document, table, row, last, name ?? role.Name, role, port)];
        }

        var text = (name is null ? role.Name : $"`{name}`: {role.Name}") + string.Create(CultureInfo.InvariantCulture, $" (Port {port})");
        return last.Item is { } item ? ListItemWriter.Behind(document.Outline, item, text) : [new TextChange(new TextSpan(last.Span.End, 0), ", " + text)];
    }

    private static TextChange Row(BoundDocument document, MarkdownTable table, TableRow row, ServiceEntry last, string name, ServiceRole role, int port)
    {
        var cells = new Dictionary<int, string>();
        for (var column = 0; column < row.Cells.Length; column++)
        {
            var cell = row.Cells[column];
            if (cell.ContentSpan.Contains(last.LabelSpan.Start))
            {
                cells[column] = cell.Raw.Contains('`', StringComparison.Ordinal) ? $"`{name}`" : name;
            }
            else if (cell.ContentSpan.Contains(last.Port?.Span.Start ?? -1))
            {
                cells[column] = port.ToString(CultureInfo.InvariantCulture);
            }
            else if (!cells.ContainsValue(role.Name))
            {
                cells[column] = role.Name;
            }
        }

        return new TableRowWriter(document.Outline, table).Append([cells]);
    }
}
