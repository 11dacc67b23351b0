using System.Buffers;
using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>FW420: a business service that a compose file connects with a database.</summary>
public sealed class ComposeDatabaseUrlRule() : DocumentRule(new RuleDescriptor("FW420", "compose-database-url", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    // What may stand before an entry on its line: indentation, the prefix of a quote, a list's marker and a quote.
    private static readonly SearchValues<char> Prefixes = SearchValues.Create(" \t->\"'");

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        foreach (var service in ComposeReader.Read(document).Where(service => IsBusiness(document, service)))
        {
            var variables = Variables(document, service).ToList();
            var databases = Databases(document, service).ToList();
            var places = variables.Select(static variable => (variable.NameSpan, variable.Name)).Concat(databases.Select(static dependency => (dependency.NameSpan, dependency.Name))).ToList();
            if (places.Count == 0)
            {
                continue;
            }

            var what = variables.Count > 0
                ? $"\"{service.Name}\" must not receive {string.Join(", ", variables.Select(static variable => variable.Name))}"
                : $"\"{service.Name}\" must not wait for the database {string.Join(", ", databases.Select(static dependency => dependency.Name))}";
            context.Report(
                places[0].NameSpan,
                $"{what}. Business services reach data only through data services; give it the address of the {Role(document, service)?.Name ?? "data service"} instead.",
                data: service,
                related: [.. places.Skip(1).Select(static place => (place.NameSpan, "also here"))]);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var document = context.Bound;
        if (context.Finding.Data is not ComposeService service
            || Role(document, service) is not { } role
            || DataService(document, service, role) is not { } name
            || Edits(context, service, role, name) is not { } edits)
        {
            return [];
        }

        return [new Fix($"Give it the address of {name}", FixSafety.Unsafe, edits) { IsPreferred = true }];
    }

    private static bool IsBusiness(BoundDocument document, ComposeService service)
    {
        var name = ServiceNameParser.Normalize(service.Name);
        var described = ServiceEntryReader.Read(document).FirstOrDefault(entry => entry.Name == name)?.Role;
        return !service.RunsOnce
            && !document.Definition.ServiceNames.IsInfrastructure(service.Name)
            && (described ?? document.Definition.ServiceRoles.Of(name, "")) is { Kind: ServiceRoleKind.Business };
    }

    private static IEnumerable<ComposeVariable> Variables(BoundDocument document, ComposeService service)
    {
        var forbidden = document.Definition.Definition.Architecture.ForbiddenVariables;
        return service.Variables.Where(variable => !variable.Value.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && (forbidden.Contains(variable.Name) || Scheme(document, variable.Value) is not null));
    }

    // "postgresql+asyncpg://", whatever the variable is called.
    private static InfrastructureItem? Scheme(BoundDocument document, string value)
    {
        var end = value.IndexOf("://", StringComparison.Ordinal);
        return end <= 0 ? null : document.Definition.ServiceRoles.Engine(value[..end]);
    }

    private static IEnumerable<ComposeDependency> Databases(BoundDocument document, ComposeService service)
    {
        var containers = ComposeReader.Read(document).Where(other => other.Fence == service.Fence).ToList();
        return service.DependsOn.Where(dependency => document.Definition.ServiceRoles.DatabaseOf(dependency.Name, containers.Find(other => other.Name == dependency.Name)?.Image ?? "") is not null);
    }

    // The role that stands before the database in question: told by the address, by the variable's name or by the container, else the first.
    private static ServiceRole? Role(BoundDocument document, ComposeService service)
    {
        var roles = document.Definition.ServiceRoles;
        var containers = ComposeReader.Read(document).Where(other => other.Fence == service.Fence).ToList();
        var engine = Variables(document, service).Select(variable => Scheme(document, variable.Value) ?? roles.Engine(variable.Name)).FirstOrDefault(static found => found is not null)
            ?? Databases(document, service).Select(dependency => roles.DatabaseOf(dependency.Name, containers.Find(other => other.Name == dependency.Name)?.Image ?? "")).FirstOrDefault()
            ?? roles.Databases.FirstOrDefault();
        return engine is null ? null : roles.DataRole(engine);
    }

    private static string? DataService(BoundDocument document, ComposeService service, ServiceRole role)
    {
        var roles = document.Definition.ServiceRoles;
        return ComposeReader.Read(document).Where(other => other.Fence == service.Fence).Select(static other => other.Name)
            .Concat(ServiceNameCollector.Collect(document).Select(static mention => mention.Written))
            .FirstOrDefault(name => roles.Of(ServiceNameParser.Normalize(name), "") == role)
            ?? ServiceProposal.DataServiceBeside(document.Definition, service.Name, role);
    }

    // Null when a change would need more than lines and words.
    private static ImmutableArray<TextChange>? Edits(FixContext context, ComposeService service, ServiceRole role, string name)
    {
        var document = context.Bound;
        var engine = document.Definition.Definition.Naming.ProviderTokens.FirstOrDefault(token => role.Engine!.StartsWith(token, StringComparison.Ordinal), role.Engine!);
        if (context.Parameter("variable") is not [var variableForm, ..] || context.Parameter("url") is not [var urlForm, ..])
        {
            return null;
        }

        var variable = variableForm.Replace("{engine}", engine.ToUpperInvariant(), StringComparison.Ordinal);
        var url = urlForm.Replace("{service}", name, StringComparison.Ordinal);
        var edits = ImmutableArray.CreateBuilder<TextChange>();
        var isGiven = service.Variables.Any(other => other.Name == variable);
        foreach (var forbidden in Variables(document, service))
        {
            if (!isGiven)
            {
                edits.Add(new TextChange(forbidden.Span, variable + forbidden.Joint + url));
                isGiven = true;
            }
            else if (Removal(document.Outline.Text, forbidden.Span) is { } removed)
            {
                edits.Add(new TextChange(removed, ""));
            }
            else
            {
                return null;
            }
        }

        var waits = service.DependsOn.Any(dependency => dependency.Name == name);
        foreach (var database in Databases(document, service))
        {
            if (!waits)
            {
                edits.Add(new TextChange(database.NameSpan, name));
                waits = true;
            }
            else if (Removal(document.Outline.Text, database.NameSpan) is { } removed)
            {
                edits.Add(new TextChange(removed, ""));
            }
            else
            {
                return null;
            }
        }

        return edits.ToImmutable();
    }

    // The line of an entry that has one to itself, or an entry of a list in brackets with one of its commas.
    private static TextSpan? Removal(string text, TextSpan span)
    {
        var start = InsertionPoint.LineStart(text, span.Start);
        var end = InsertionPoint.LineEnd(text, span.End);
        if (text.AsSpan(start, span.Start - start).IndexOfAnyExcept(Prefixes) < 0 && text.AsSpan(span.End, end - span.End).IndexOfAnyExcept(" \t\"'") < 0)
        {
            var next = end < text.Length && text[end] == '\r' ? end + 1 : end;
            return TextSpan.FromBounds(start, Math.Min(text.Length, next + 1));
        }

        var before = TextScan.TrimEnd(text, start, span.Start);
        if (before > start && text[before - 1] == ',')
        {
            return TextSpan.FromBounds(before - 1, span.End);
        }

        return span.End < end && text[span.End] == ',' ? TextSpan.FromBounds(span.Start, TextScan.SkipBlanks(text, span.End + 1, end)) : null;
    }
}
