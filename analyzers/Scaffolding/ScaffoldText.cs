using System.Globalization;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>
/// Fills the texts of a pack with what a new document knows. A text holds names in braces: <c>{project}</c>, <c>{request-id}</c>, <c>{level}</c>,
/// <c>{threshold}</c>, <c>{modules}</c>, <c>{module-count}</c>, <c>{features}</c> (the ones the level is known by), <c>{services}</c>,
/// <c>{service-count}</c>, <c>{requirements}</c>, <c>{done}</c>, <c>{descoped}</c>, <c>{outstanding}</c>, <c>{phases}</c>, <c>{average}</c>,
/// <c>{tests}</c>, <c>{coverage}</c>, <c>{reports}</c>, <c>{approach}</c>, <c>{integrations}</c>, <c>{auto-included}</c>, <c>{command:CHECK}</c>, <c>{link:KIND}</c>,
/// <c>{field:ROLE}</c>. A line with a name that is not known here is left out.
/// </summary>
internal sealed class ScaffoldText
{
    private readonly ScaffoldRequest _request;

    public ScaffoldText(FrameworkDefinition definition, ScaffoldRequest request)
    {
        Definition = definition;
        _request = request;
        Level = request.Facts.Level is { } number ? definition.Level(number) : null;
    }

    public FrameworkDefinition Definition { get; }

    public ScaffoldRequest Request => _request;

    public ScaffoldContent Content => _request.Content;

    public MaturityLevel? Level { get; }

    /// <summary>The statuses of the requirements, for counting.</summary>
    private int Done => Content.Requirements.Count(static requirement => requirement.Status == StatusClasses.Pass);

    private int Descoped => Content.Requirements.Count(static requirement => requirement.Status == StatusClasses.Descoped || requirement.Priority == StatusClasses.Wont);

    public bool Holds(Condition condition) => condition.Holds(_request.Facts.Level, _request.Facts.Modules?.Items ?? []);

    /// <summary>The lines of a text with all names filled in; lines with an unknown name are left out.</summary>
    public string Fill(string text) =>
        text.Contains('{', StringComparison.Ordinal) ? string.Join('\n', text.Split('\n').Select(FillLine).OfType<string>()) : text;

    /// <summary>A Markdown link from the new document to a path of the workspace.</summary>
    public string Link(string path) => $"[{Name(path)}]({RelativePath.From(PathResolver.Folder(_request.Path), path)})";

    // The last part, with its slash for a folder.
    private static string Name(string path) => path[(path.TrimEnd('/').LastIndexOf('/') + 1)..];

    /// <summary>A number of any size, as documents write it.</summary>
    public static string Number(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    public string Modules()
    {
        if (_request.Facts.Modules is not { } modules)
        {
            return "";
        }

        return modules.Count == 0
            ? Definition.Modules.NoneWords.FirstOrDefault("")
            : string.Join(", ", Definition.Modules.Items.Where(module => modules.Items.Contains(module.Id)).Select(static module => module.Name));
    }

    private string? FillLine(string line)
    {
        var start = line.IndexOf('{', StringComparison.Ordinal);
        while (start >= 0)
        {
            var end = line.IndexOf('}', start);
            if (end < 0)
            {
                return line;
            }

            if (Value(line[(start + 1)..end]) is not { Length: > 0 } value)
            {
                return null;
            }

            line = line[..start] + value + line[(end + 1)..];
            start = line.IndexOf('{', start + value.Length);
        }

        return line;
    }

    private string? Value(string name) => name switch
    {
        "project" => _request.Facts.Project,
        "request-id" => _request.Facts.RequestId,
        "level" => Level?.Display,
        "threshold" => Level is null ? null : Number(Level.CoverageThreshold),
        "modules" => Modules(),
        "module-count" => _request.Facts.Modules is { } modules ? Number(modules.Count) : null,
        "features" => Level is null ? null : string.Join(", ", Definition.Features.Where(feature => feature.IsHeadline && feature.MinLevel <= Level.Number).Select(static feature => feature.Name)),
        "auto-included" => _request.Facts.Modules is { } declared ? ModuleSelection.Complete(Definition, declared.Items.Where(id => !IsNeeded(id, declared.Items))).Describe() : null,
        "services" => string.Join(", ", Content.Services.Select(static service => $"`{service}`")),
        "service-count" => Content.Services.IsEmpty ? null : Number(Content.Services.Length),
        "requirements" => Content.Requirements.IsEmpty ? null : Number(Content.Requirements.Length),
        "done" => Content.Requirements.IsEmpty ? null : Number(Done),
        "done-percent" => Content.Requirements.IsEmpty ? null : Number(Math.Floor(100.0 * Done / Content.Requirements.Length)),
        "descoped" => Content.Requirements.IsEmpty ? null : Number(Descoped),
        "outstanding" => Content.Requirements.IsEmpty ? null : Number(Content.Requirements.Length - Done - Descoped),
        "phases" => Number(Outline.Phases.Count(static phase => phase.Tasks.Any(static task => task.Requirement is not null))),
        "average" => Average(),
        "tests" => Content.Tests is { } tests ? Number(tests.Total) : null,
        "coverage" => Content.Coverage is { } coverage ? Number(Math.Floor(coverage)) : null,
        "reports" => string.Join(", ", Content.Reports.Select(Link)),
        "approach" => Definition.Architecture.Approach,
        "integrations" => string.Join(", ", Content.Sections.Values.SelectMany(static section => section.Rows).Select(static row => row.GetValueOrDefault("system", "")).Where(static text => text.Length > 0)),
        _ when Argument(name, "command:") is { } check => Definition.Checks.FirstOrDefault(other => other.Id == check)?.Command,
        _ when Argument(name, "link:") is { } kind => string.Join(", ", Content.Documents.Where(document => document.Kind == kind).Select(document => Link(document.Path))),
        _ when Argument(name, "field:") is { } role => Content.Fields.GetValueOrDefault(role),
        _ when Argument(name, "count:") is { } prefix => Content.Requirements.IsEmpty ? null : Number(Content.Requirements.Count(requirement => requirement.Id.StartsWith(prefix, StringComparison.Ordinal))),
        _ => null,
    };

    /// <summary>The plan that the facts demand.</summary>
    public PlanOutline Outline => field ??= new PlanOutline(this);

    private bool IsNeeded(string id, System.Collections.Immutable.ImmutableArray<string> declared) =>
        Definition.Modules.Items.Any(module => declared.Contains(module.Id) && module.Id != id && (module.Requires.Contains(id) || module.AutoIncludes.Contains(id)));

    private string? Average()
    {
        var phases = Outline.Phases.Select(static phase => phase.Tasks.Count(static task => task.Requirement is not null)).Where(static count => count > 0).ToList();
        return phases.Count == 0 ? null : ((double)phases.Sum() / phases.Count).ToString("0.#", CultureInfo.InvariantCulture);
    }

    private static string? Argument(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : null;
}
