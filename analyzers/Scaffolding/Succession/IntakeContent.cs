using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>Turns the answers to a prompt into the content of the document that defines the requirements.</summary>
internal static class IntakeContent
{
    /// <summary>The content.</summary>
    public static ScaffoldContent Of(FrameworkDefinition definition, BoundDocument validation, DocumentKind kind, ScaffoldFacts facts, PromptAnswers answers)
    {
        var fields = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var sections = ImmutableDictionary.CreateBuilder<string, CarriedSection>(StringComparer.Ordinal);
        var requirements = ImmutableArray<CarriedRequirement>.Empty;
        foreach (var input in definition.PromptInputs)
        {
            if (input.SectionRole is not { } role || kind.Section(role) is not { } section || !answers.Answers.TryGetValue(input.Id, out var answer))
            {
                continue;
            }

            if (section.Tables.Any(static table => table.Role == TableRoles.Requirements))
            {
                requirements = Requirements(definition, role, answer);
            }
            else if (section.Tables is [{ Columns: [var first, ..] }, ..])
            {
                sections[role] = new CarriedSection("", [.. Parts(answer).Select(part => ImmutableDictionary<string, string>.Empty.SetItem(first.Role, part))]);
            }
            else if (section.Fields.FirstOrDefault(static field => !field.From.IsEmpty) is { } field)
            {
                AddFields(definition, section, field, answer, fields);
            }
            else
            {
                sections[role] = new CarriedSection(answer, []);
            }
        }

        var modules = facts.Modules?.Items ?? [];
        var services = ServiceProposal.For(definition, facts.Project, modules);
        if (!services.IsEmpty)
        {
            fields[FieldRoles.Services] = ServiceProposal.Describe(services);
        }

        var infrastructure = definition.Architecture.Infrastructure.Where(item => item.Version.Length > 0 && (item.Module is null || modules.Contains(item.Module))).Select(static item => $"{item.Name} {item.Version}");
        fields[FieldRoles.Infrastructure] = string.Join(", ", infrastructure);
        return new ScaffoldContent
        {
            Fields = fields.ToImmutable(),
            Sections = sections.ToImmutable(),
            Requirements = requirements,
            Services = [.. services.Select(static service => service.Name)],
            Documents = [new CarriedDocument(validation.Kind.Id, validation.Path, validation.Outline.Title?.Title ?? "")],
            Answers = answers.Answers,
        };
    }

    // Of two lists the second one takes what is negated: "no mobile apps" is out of scope.
    private static void AddFields(FrameworkDefinition definition, SectionDefinition section, FieldDefinition field, string answer, ImmutableDictionary<string, string>.Builder fields)
    {
        if (field.ValueKind != ValueKinds.List)
        {
            fields[field.From[0]] = string.Join("; ", answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Plain));
            return;
        }

        var excluded = section.Fields.FirstOrDefault(other => other != field && other.ValueKind == ValueKinds.List && !other.From.IsEmpty);
        var parts = Parts(answer).ToLookup(part => excluded is not null && definition.NegativeScope.Words.Any(word => Words.StartsWithPhrase(Words.Fold(part), Words.Fold(word))));
        fields[field.From[0]] = string.Join('\n', parts[false]);
        if (excluded is not null && parts[true].Any())
        {
            fields[excluded.From[0]] = string.Join('\n', parts[true]);
        }
    }

    // Each feature that was named is a requirement; what it means exactly is written by people.
    private static ImmutableArray<CarriedRequirement> Requirements(FrameworkDefinition definition, string role, string answer)
    {
        var prefix = definition.RequirementIds.Prefixes.FirstOrDefault(candidate => candidate.SectionRole == role)?.Id ?? "";
        var start = RequirementNumber.Start(prefix, new RequirementIdMatcher(definition.RequirementIds));
        var must = definition.Vocabulary(VocabularyIds.Priority).Classes.Select(static entry => entry.Id).FirstOrDefault(static id => id is not (StatusClasses.Wont or StatusClasses.Could));
        return
        [
            .. Parts(answer).Select((part, index) => new CarriedRequirement(
                start.With(index + 1),
                Title(part),
                must,
                StatusClasses.Pending,
                ImmutableDictionary<string, string>.Empty.SetItem(ColumnRoles.Description, part))),
        ];
    }

    // One per line or item; a single line is a list with semicolons or commas.
    private static IEnumerable<string> Parts(string answer)
    {
        var lines = answer.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Plain).Where(static line => line.Length > 0).ToList();
        if (lines.Count != 1)
        {
            return lines;
        }

        var separator = lines[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        return lines[0].Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static string Plain(string line) => line.TrimStart('-', '*', '+', '•', ' ').TrimEnd(' ', '.', ';');

    private static string Title(string part)
    {
        var plain = part.Trim();
        return plain.Length == 0 ? plain : char.ToUpper(plain[0], CultureInfo.InvariantCulture) + plain[1..];
    }
}
