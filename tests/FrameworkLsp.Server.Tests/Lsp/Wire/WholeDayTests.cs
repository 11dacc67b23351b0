using System.Globalization;
using FrameworkLsp.Testing;

using NUnit.Framework;
using Snapshooter.NUnit;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>A whole day in an editor: from a business idea in three sentences to a QA report that the linter has nothing against.</summary>
[Category("Wire")]
internal sealed class WholeDayTests
{
    private const string Idea = "# Parcel Tracker\n\nSmall shops lose parcels between the depot and the door, and their customers call all day.\nShops register parcels, couriers update their state from a Telegram bot, and customers see where a parcel is.\nIt is shown to investors after a trial with 500 customers.\n";

    private static readonly (string Id, string File)[] Built =
    [
        ("FR-001", "services/parcel_tracker_api/src/register.py"),
        ("FR-002", "services/parcel_tracker_bot/src/state.py"),
        ("FR-003", "services/parcel_tracker_api/src/show.py"),
        ("UI-001", "services/parcel_tracker_api/src/page.py"),
    ];

    private static readonly (string Check, string Evidence)[] Checked =
    [
        ("Python version", "Python 3.12.4"),
        ("UV installed", "uv 0.4.1"),
        ("Environment configured", "`.env`"),
        ("Linting", "0 errors"),
        ("Formatting", "no drift"),
        ("Type checking", "0 type errors"),
        ("Security scan", "0 high severity"),
        ("Unit tests", "41 passed, 0 failed"),
        ("Coverage artefacts", "`coverage.xml`"),
        ("Requirements traceability", "4/4 requirements"),
        ("UX/UI element coverage", "1/1 elements"),
        ("Feature completeness", "0 matches"),
        ("Project structure", "as planned"),
        ("Shared components usage", "as planned"),
        ("Naming conventions", "three parts"),
        ("Documentation", "README, API documentation"),
        ("Maturity features", "structured logging, health endpoints"),
        ("QA report", "follows"),
        ("Deliverables summary", "follows"),
        ("Outstanding issues", "none"),
    ];

    private static string Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Test]
    public async Task From_an_idea_to_a_report_without_findings()
    {
        using var folder = new Wire.TemporaryFolder();
        await using var editor = await ScriptedEditor.StartAsync(folder);
        await editor.OpenAsync("idea.md");
        await editor.TypeAsync(Idea);
        await editor.ActAsync("Create the Prompt Validation", "refactor.nextDocument");

        await Fill(editor, "Business context", "shops lose parcels and answer calls all day; half as many calls after a trial with 500 customers");
        await Fill(editor, "Functional requirements", "\n  - Register a parcel\n  - Update the state of a parcel from Telegram\n  - Show where a parcel is");
        await Fill(editor, "Non-functional constraints", "300 ms at the 95th percentile, HTTPS only");
        await Choose(editor, "Target Maturity Level", "2 - Development");
        await Choose(editor, "Optional Modules", "Bot");
        await Fill(editor, "Dependencies & integrations", "Telegram");
        await Fill(editor, "Scope boundaries", "parcels within one city; no payments");
        await Fill(editor, "Expected deliverables", "services, tests, documentation");
        await Fill(editor, "Acceptance criteria", "every Must requirement is shown to the shops");
        editor.Go("# Prompt");
        await editor.ActAsync("Create the Requirements Intake");

        await Fill(editor, "Request ID", "REQ-PARCEL-01");
        await Fill(editor, "Requester / Stakeholders", "Ana Ruiz (product owner)");
        await Fill(editor, "Target Users", "shops, couriers, customers");
        await Fill(editor, "Success Metrics", "half as many calls after the trial");
        await FillCell(editor, "| FR-001", 5, "the parcel has a number");
        await FillCell(editor, "| FR-002", 5, "a state is shown within ten seconds");
        await FillCell(editor, "| FR-003", 5, "the last state and its time");
        await FillCell(editor, "| UI-001", 2, "Parcel page");
        await FillCell(editor, "| UI-001", 3, null, "Must");
        await FillCell(editor, "| UI-001", 4, "State and history of a parcel");
        await FillCell(editor, "| UI-001", 5, "readable on a phone");
        await Fill(editor, "Security", "HTTPS only, no personal data in logs");
        await FillCell(editor, "| Telegram", 2, "asynchronous");
        await FillCell(editor, "| Telegram", 3, "HTTPS (Bot API)");
        await Fill(editor, "Primary data sources", "shops and couriers");
        await Fill(editor, "Expected data volume / growth", "2,000 parcels a month");
        await Fill(editor, "Data retention or compliance rules", "one year");
        await Fill(editor, "Mapping to data services", "`parcel_data_postgres_api`");
        await Fill(editor, "Configuration / infrastructure artefacts", "Docker Compose, `.env.example`");
        await Fill(editor, "Documentation", "README, API documentation");
        await Fill(editor, "Deployment / release expectations", "one server of the client");
        editor.Go("- **Total UI/UX (UI-*)**: ");
        await editor.ActAsync("Write 1");
        editor.Go("- **Grand Total**: ");
        await editor.ActAsync("Write 4");
        await Choose(editor, "Status", "Approved", "Draft");
        editor.Go("# Requirements");
        await editor.ActAsync("Create the Implementation Plan");

        await Fill(editor, "Prepared By (Agent)", "planning agent");
        await Fill(editor, "Reviewed / Approved By", "Ana Ruiz");
        editor.Go("## Risks & Mitigations");
        await FillCell(editor, "|      |", 1, "Telegram is down");
        await FillCell(editor, "| Telegram is down", 2, "states are late");
        await FillCell(editor, "| Telegram is down", 3, "low");
        await FillCell(editor, "| Telegram is down", 4, "states are kept and sent later");
        await FillCell(editor, "| Telegram is down", 5, "Ana Ruiz");
        await Fill(editor, "Agent signature & date", $"planning agent, {Today}");
        await Fill(editor, "Reviewer signature & date", $"Ana Ruiz, {Today}");
        await Fill(editor, "Requester confirmation", $"Ana Ruiz, {Today}");
        await Choose(editor, "Status", "Approved", "Draft");

        // What is built meanwhile: code, tests and what they measured.
        foreach (var (id, file) in Built)
        {
            await editor.BuildAsync(file, "# built\n");
            await FillCell(editor, $"| {id}", 5, $"`{file}:1`");
            await FillCell(editor, $"| {id}", 6, null, "✅ Done", "Pending");
        }

        await editor.BuildAsync("coverage.xml", "<coverage line-rate=\"0.82\" lines-covered=\"820\" lines-valid=\"1000\"/>");
        await editor.BuildAsync("junit.xml", "<testsuites tests=\"41\" failures=\"0\" errors=\"0\"><testsuite name=\"all\" tests=\"41\"/></testsuites>");
        editor.Go("# Implementation");
        await editor.ActAsync("Create the Verification Checklist");
        foreach (var (check, evidence) in Checked)
        {
            if (editor.HasPending("| " + check))
            {
                await FillCell(editor, "| " + check, 4, null, "✅ PASS", "⏳ PENDING");
                await FillCell(editor, "| " + check, 5, evidence);
            }
        }

        await Choose(editor, "Status", "✅ PASSED", "DRAFT");
        editor.Go("# Verification");
        await editor.ActAsync("Create the QA Report");

        await Fill(editor, "Prepared By (Agent)", "reporting agent");
        await Fill(editor, "Reviewed By", "Ana Ruiz");
        await Fill(editor, "Outstanding Issues", "none");
        await Choose(editor, "Recommendation", "APPROVED for production deployment", "PENDING");
        await Choose(editor, "Status", "✅ READY FOR DEPLOYMENT", "DRAFT");
        await Fill(editor, "Agent signature & date", $"reporting agent, {Today}");
        await Fill(editor, "Reviewer signature & date", $"Ana Ruiz, {Today}");
        await Fill(editor, "Requester acknowledgement", $"Ana Ruiz, {Today}");

        editor.SaveAll();
        var result = await CliProcess.RunAsync(folder.FullPath, "lint", "--format", "concise");
        Assert.That(result.Output + result.Error, Does.Contain("5 documents").And.Contain("No findings"));
        Assert.That(result.ExitCode, Is.Zero);
        Snapshot.Match(editor.Recording.Replace(Today, "TODAY", StringComparison.Ordinal), "whole-day");
    }

    private static async Task Fill(ScriptedEditor editor, string field, string value)
    {
        editor.Go($"- **{field}**:");
        await editor.TypeAsync(value[0] == '\n' ? value : " " + value);
    }

    private static async Task Choose(ScriptedEditor editor, string field, string label, string? instead = null)
    {
        editor.Go($"- **{field}**:");
        await (instead is null ? editor.TypeAsync(" ") : editor.DeleteAsync(" " + instead, " "));
        await editor.CompleteAsync(label);
    }

    // The cells of a row are counted from one; a label is taken from the completion.
    private static async Task FillCell(ScriptedEditor editor, string row, int cell, string? text, string? label = null, string? instead = null)
    {
        editor.GoToCell(row, cell);
        if (text is not null)
        {
            await editor.TypeAsync(text);
        }

        if (label is not null)
        {
            if (instead is not null)
            {
                await editor.DeleteAsync(instead, "");
            }

            await editor.CompleteAsync(label);
        }
    }
}
