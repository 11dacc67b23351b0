using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>Collects what the documents of a delivery, and the reports beside them, give to a new one.</summary>
internal static class DeliveryContent
{
    /// <summary>Collects.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="documents">The documents of the delivery that come before the new one, in the order of the workflow.</param>
    /// <param name="others">Documents beside them that the new one may refer to.</param>
    /// <param name="kind">The kind of the new document.</param>
    /// <param name="path">Its path.</param>
    /// <param name="facts">What it shares with the delivery.</param>
    public static ScaffoldContent Of(Workspace workspace, IReadOnlyList<BoundDocument> documents, IEnumerable<BoundDocument> others, DocumentKind kind, string path, ScaffoldFacts facts)
    {
        var definition = workspace.Definition;
        var requirements = new RequirementCarrier(path);
        var fields = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var sections = ImmutableDictionary.CreateBuilder<string, CarriedSection>(StringComparer.Ordinal);
        var checks = ImmutableDictionary.CreateBuilder<string, CarriedCheck>(StringComparer.Ordinal);
        var services = new List<string>();
        foreach (var document in documents)
        {
            requirements.Add(document);
            AddFields(document, path, fields);
            AddSections(document, path, sections);
            AddChecks(document, path, checks);
            services.AddRange(ServiceNameCollector.Collect(document).Select(static mention => mention.Name).Where(name => !services.Contains(name)).Distinct(StringComparer.Ordinal));
        }

        if (services.Count == 0 && facts.Modules is { } modules)
        {
            services.AddRange(ServiceProposal.For(definition, facts.Project, modules.Items).Select(static service => service.Name));
        }

        var root = PathResolver.DeliveryRoot(definition, path) ?? "";
        var own = documents.Concat(others).Select(static document => new CarriedDocument(document.Kind.Id, document.Path, document.Outline.Title?.Title ?? "")).DistinctBy(static document => document.Path).ToImmutableArray();
        var measured = new DeliveryMeasurement(workspace, documents, path, services);
        return new ScaffoldContent
        {
            Fields = fields.ToImmutable(),
            Sections = sections.ToImmutable(),
            Requirements = requirements.Requirements,
            Services = [.. services.Distinct(StringComparer.Ordinal)],
            Checks = checks.ToImmutable(),
            Coverage = kind.HasRole(KindRoles.Verifies) || kind.HasRole(KindRoles.Reports) ? measured.Coverage : null,
            Tests = kind.HasRole(KindRoles.Verifies) || kind.HasRole(KindRoles.Reports) ? measured.Tests : null,
            Reports = measured.Reports,
            Documents = own,
            Deliverables = Deliverables(workspace, own, kind, path, root),
        };
    }

    private static void AddFields(BoundDocument document, string path, ImmutableDictionary<string, string>.Builder fields)
    {
        var values = document.Definition.Values;
        foreach (var field in document.Fields)
        {
            // What stands in a part that repeats is about that part.
            if (document.Owners[Math.Max(0, field.Field.Section)] is { Definition.HeadingTemplate.Length: > 0 })
            {
                continue;
            }

            var value = CarriedText.Value(document, field.Field);
            if (value.Length > 0 && values.Placeholder(value) is null && !values.IsChoiceList(value) && !values.IsDash(value))
            {
                fields[field.Definition.Role] = CarriedText.Rebased(value, document.Path, path);
            }
        }
    }

    private static void AddSections(BoundDocument document, string path, ImmutableDictionary<string, CarriedSection>.Builder sections)
    {
        foreach (var section in document.Sections.Where(static section => section.Definition.HeadingTemplate.Length == 0))
        {
            var rows = document.Tables
                .Where(table => table.Owner is not null && ReferenceEquals(table.Owner.Section, section.Section))
                .SelectMany(table => table.Table.Rows.Select(row => table.Columns.Keys
                    .Where(role => table.Cell(row, role)?.Raw.Trim().Length > 0)
                    .ToImmutableDictionary(static role => role, role => CarriedText.Rebased(table.Cell(row, role)!.Raw.Trim(), document.Path, path), StringComparer.Ordinal)))
                .Where(static row => row.Count > 0)
                .ToImmutableArray();
            var body = CarriedText.Rebased(CarriedText.Body(document, section.Section), document.Path, path);
            if (rows.Length > 0 || body.Length > 0)
            {
                sections[section.Definition.Role] = new CarriedSection(rows.Length > 0 ? "" : body, rows);
            }
        }
    }

    private static void AddChecks(BoundDocument document, string path, ImmutableDictionary<string, CarriedCheck>.Builder checks)
    {
        var results = document.Definition.Status(VocabularyIds.CheckResult);
        foreach (var row in document.Kind.HasRole(KindRoles.Verifies) ? CheckReader.Rows(document) : [])
        {
            if (row is { Check: { } check, IsNamed: true } && row.Result is { } result && result.Raw.Trim().Length > 0)
            {
                var evidence = row.Table.Cell(row.Row, ColumnRoles.Evidence)?.Raw.Trim() ?? "";
                checks[check.Id] = new CarriedCheck(result.Raw.Trim(), results.Classify(result.Raw), CarriedText.Rebased(evidence, document.Path, path));
            }
        }
    }

    // Where each deliverable is: a document of the delivery, or a place that exists.
    private static ImmutableDictionary<string, ImmutableArray<string>> Deliverables(Workspace workspace, ImmutableArray<CarriedDocument> documents, DocumentKind kind, string path, string root)
    {
        var found = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var deliverable in workspace.Definition.Deliverables)
        {
            var paths = deliverable.Kind is { } id
                ? [.. documents.Where(document => document.Kind == id).Select(static document => document.Path).Concat(id == kind.Id ? [path] : [])]
                : deliverable.Paths.Select(static pattern => Fixed(pattern)).Where(place => place.Length > 0 && workspace.Files.Exists((root + place).TrimEnd('/'))).Select(place => root + place).ToImmutableArray();
            if (!paths.IsEmpty)
            {
                found[deliverable.Id] = paths;
            }
        }

        return found.ToImmutable();
    }

    // The part of a glob before its first star.
    private static string Fixed(string pattern)
    {
        var star = pattern.IndexOf('*', StringComparison.Ordinal);
        return (star < 0 ? pattern : pattern[..(pattern.LastIndexOf('/', star) + 1)]).TrimStart('/');
    }
}
