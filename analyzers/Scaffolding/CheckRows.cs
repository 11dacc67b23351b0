using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>The rows of checks in a verification, and their summary in a report, with the results that are known.</summary>
internal static class CheckRows
{
    /// <summary>A row for each check that a section demands.</summary>
    public static List<ImmutableDictionary<string, string>> Of(ScaffoldText text, SectionDefinition? section) =>
    [
        .. text.Definition.Checks
            .Where(check => check.SectionRole == section?.Role && IsDemanded(text, check))
            .Select(check => Row(text, check)),
    ];

    /// <summary>A row for each part of the verification: the worst result of its checks, and where they are.</summary>
    public static List<ImmutableDictionary<string, string>> Summary(ScaffoldText text)
    {
        var rows = new List<ImmutableDictionary<string, string>>();
        if (text.Definition.Kinds.FirstOrDefault(static kind => kind.HasRole(KindRoles.Verifies)) is not { } verification || verification == text.Request.Kind)
        {
            return rows;
        }

        var source = text.Content.Documents.LastOrDefault(document => document.Kind == verification.Id);
        foreach (var section in verification.Sections)
        {
            var checks = text.Definition.Checks.Where(check => check.SectionRole == section.Role && IsDemanded(text, check)).ToList();
            if (checks.Count > 0)
            {
                rows.Add(ImmutableDictionary<string, string>.Empty
                    .SetItem(ColumnRoles.Check, section.Name)
                    .SetItem(ColumnRoles.Result, text.Definition.Vocabulary(VocabularyIds.CheckResult).Canonical(Worst(text, checks)))
                    .SetItem(ColumnRoles.Evidence, source is null ? "" : text.Link(source.Path))
                    .SetItem(ColumnRoles.Notes, string.Join(", ", checks.Select(check => Evidence(text, check)).Where(static evidence => evidence.Length is > 0 and <= 40).Distinct(StringComparer.Ordinal).Take(3))));
            }
        }

        return rows;
    }

    private static bool IsDemanded(ScaffoldText text, VerificationCheck check) =>
        text.Holds(check.When) && (check.Presence == Presence.Required || (text.Request.Facts.IsExtended && check.Presence == Presence.Extended));

    private static string Worst(ScaffoldText text, List<VerificationCheck> checks)
    {
        var classes = checks.ConvertAll(check => Known(text, check)?.Class ?? StatusClasses.Pending);
        foreach (var status in new[] { StatusClasses.Fail, StatusClasses.Pending, StatusClasses.InProgress, StatusClasses.Warn })
        {
            if (classes.Contains(status))
            {
                return status;
            }
        }

        return StatusClasses.Pass;
    }

    private static ImmutableDictionary<string, string> Row(ScaffoldText text, VerificationCheck check)
    {
        var known = Known(text, check);
        var expected = text.Fill(CheckInsertion.Expected(check, text.Level));
        var row = ImmutableDictionary<string, string>.Empty
            .SetItem(ColumnRoles.Check, check.Name)
            .SetItem(ColumnRoles.Command, check.Command.Length > 0 ? $"`{check.Command}`" : expected)
            .SetItem(ColumnRoles.Expected, expected)
            .SetItem(ColumnRoles.Result, known?.Result ?? text.Definition.Vocabulary(VocabularyIds.CheckResult).Canonical(StatusClasses.Pending))
            .SetItem(ColumnRoles.Evidence, known?.Evidence ?? "");

        // Where the table says what is expected, a check without a command leaves its cell to the one who runs it.
        return check.Command.Length > 0 || !text.Request.Facts.IsExtended ? row : row.SetItem(ColumnRoles.Command, expected);
    }

    private static string Evidence(ScaffoldText text, VerificationCheck check) => Known(text, check) is { Class: StatusClasses.Pass } known ? known.Evidence : "";

    private static CarriedCheck? Known(ScaffoldText text, VerificationCheck check)
    {
        if (text.Content.Checks.TryGetValue(check.Id, out var carried) && carried.Class is not null and not StatusClasses.Pending)
        {
            return carried;
        }

        return check.Slot is null ? null : Measured(text, check.Slot);
    }

    private static CarriedCheck? Measured(ScaffoldText text, string slot)
    {
        var phrases = text.Definition.Phrases;
        if (slot == SlotIds.Tests && text.Content.Tests is { } tests)
        {
            // Without them the report, which tells how many tests there are, would tell more than were counted here.
            var skipped = tests.Skipped > 0 ? phrases.Fill(ScaffoldPhrases.TestsSkipped, ("skipped", ScaffoldText.Number(tests.Skipped))) : "";
            return Verdict(text, tests.Failed == 0, null, phrases.Fill(ScaffoldPhrases.TestsEvidence, ("passed", ScaffoldText.Number(tests.Passed)), ("failed", ScaffoldText.Number(tests.Failed))) + skipped);
        }

        if (text.Content.Coverage is not { } measured || text.Level is not { } level)
        {
            return null;
        }

        // Cut off, so that the document never claims more than was measured.
        var coverage = Math.Floor(measured);
        var isMet = measured >= level.CoverageThreshold;
        return slot switch
        {
            SlotIds.Coverage => Verdict(text, isMet, ScaffoldText.Number(coverage) + "%", phrases.Fill(ScaffoldPhrases.CoverageEvidence, ("report", string.Join(", ", text.Content.Reports.Take(1).Select(text.Link))))),
            SlotIds.CoverageThreshold => Verdict(text, isMet, null, phrases.Fill(
                ScaffoldPhrases.ThresholdEvidence,
                ("coverage", ScaffoldText.Number(coverage)),
                ("threshold", ScaffoldText.Number(level.CoverageThreshold)),
                ("sign", isMet ? "≥" : "<"))),
            _ => null,
        };
    }

    // "✅ 82%": the mark of the verdict and the number.
    private static CarriedCheck Verdict(ScaffoldText text, bool isMet, string? number, string evidence)
    {
        var result = isMet ? StatusClasses.Pass : StatusClasses.Fail;
        var word = text.Definition.Vocabulary(VocabularyIds.CheckResult).Canonical(result);
        var mark = word.IndexOf(' ', StringComparison.Ordinal) is var blank and > 0 ? word[..blank] : word;
        return new CarriedCheck(number is null ? word : $"{mark} {number}", result, evidence);
    }
}
