using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Verification;

/// <summary>FW601: a verification without the row of a check that the workflow demands.</summary>
public sealed class MandatoryCheckMissingRule() : DocumentRule(new RuleDescriptor("FW601", "mandatory-check-missing", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        // A form in which no result was filled in yet verifies nothing, whatever rows it has.
        if (document.HasElision || document.IsTemplate || CheckReader.Rows(document).All(static row => string.IsNullOrWhiteSpace(row.Result?.Text)))
        {
            return;
        }

        foreach (var group in Missing(document).GroupBy(static check => check.SectionRole))
        {
            if (document.Section(group.Key) is { } section)
            {
                foreach (var check in group)
                {
                    context.Report(section.Section.TitleSpan, Message([check]), SeverityOf(document, check), data: check.Id);
                }

                continue;
            }

            // With the whole section gone there is one thing to do, so there is one finding.
            context.Report(document.TitleAnchor, Message([.. group]), group.Max(check => SeverityOf(document, check)), data: group.Key);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var document = context.Bound;
        if (context.Finding.Data is not string id)
        {
            return [];
        }

        var missing = Missing(document);
        if (missing.Find(check => check.Id == id) is { } single)
        {
            return CheckInsertion.Row(document, single) is { } edit
                ? [new Fix($"Insert the row \"{single.Name}\"", FixSafety.Unsafe, [edit]) { IsPreferred = true }]
                : [];
        }

        var checks = missing.Where(check => check.SectionRole == id).ToList();
        return CheckInsertion.Section(document, id, checks) is { } section
            ? [new Fix($"Insert the section \"{document.Kind.Section(id)!.Name}\" with its checks", FixSafety.Unsafe, [section]) { IsPreferred = true }]
            : [];
    }

    private static List<VerificationCheck> Missing(BoundDocument document)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in CheckReader.Rows(document))
        {
            present.Add(row.Check?.Id ?? "");
            present.UnionWith(document.Definition.Checks.RunBy(row.Table.Text(row.Row, ColumnRoles.Command)).Select(static check => check.Id));
        }

        var modules = document.Field(FieldRoles.Modules) is { } field ? document.Definition.Modules.Parse(field.Field).Modules : [];
        var level = LevelReader.Level(document);
        var missing = document.Definition.Definition.Checks
            .Where(check => !present.Contains(check.Id) && IsDemanded(document, check) && check.When.Holds(level, modules))
            .ToList();
        if (missing.Count > 0)
        {
            var listed = Listed(document).ToHashSet();
            missing.RemoveAll(listed.Contains);
        }

        return missing;
    }

    // "- [x] Python version: 3.12.6": a check in a list has its result, though not its row.
    private static IEnumerable<VerificationCheck> Listed(BoundDocument document)
    {
        var roles = document.Definition.Definition.Checks.Select(static check => check.SectionRole).ToHashSet(StringComparer.Ordinal);
        var sections = document.Sections.Where(section => roles.Contains(section.Definition.Role)).Select(static section => section.Section.Span).ToList();
        var checks = document.Definition.Checks;
        foreach (var item in document.Outline.ListItems.Where(item => item.IsChecked != false && sections.Exists(span => span.Contains(item.Span))))
        {
            var plain = PlainText.Of(item.Raw);
            var end = plain.AsSpan().IndexOfAny(":(–—");
            var name = HeadingKey.Normalize(end > 0 ? plain[..end] : plain);
            var tellsResult = item.IsChecked == true || end > 0 || document.Definition.Status(VocabularyIds.CheckResult).Classify(item.Raw) is not null;
            if (name.Length > 0 && tellsResult && checks.Find(name, "") is { } check && checks.IsNamed(check, name))
            {
                yield return check;
            }
        }
    }

    // A checklist in the plain form with a section of the extended one has that section's checks.
    private static bool IsDemanded(BoundDocument document, VerificationCheck check) => check.Presence switch
    {
        Presence.Required => true,
        Presence.Extended => document.IsExtended || document.Section(check.SectionRole) is { Definition.Presence: Presence.Extended },
        _ => false,
    };

    // Examples leave out what the text does not speak of (contradiction C-09): one step milder before the engine's own step.
    private static Severity SeverityOf(BoundDocument document, VerificationCheck check)
    {
        var severity = SeverityName.Parse(check.SeverityAt(LevelReader.Level(document)));
        return document.IsEmbedded && severity > Severity.Warning ? Severity.Warning : severity;
    }

    private static string Message(ImmutableArray<VerificationCheck> checks)
    {
        var names = string.Join(", ", checks.Select(static check => check.Command.Length == 0 ? $"\"{check.Name}\"" : $"\"{check.Name}\" ({check.Command})"));
        return checks.Length == 1
            ? $"Check {names} is missing. A verification holds every check of the workflow; run it and add its row."
            : $"Checks {names} are missing. A verification holds every check of the workflow; run them and add their rows.";
    }
}
