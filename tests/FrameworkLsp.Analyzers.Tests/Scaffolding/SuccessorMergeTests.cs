using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding.Succession;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Scaffolding;

/// <summary>A document that is there takes over what is new; what people wrote stays.</summary>
internal sealed class SuccessorMergeTests
{
    private const string Intake = "artifacts/requirements/intake.md";
    private const string Plan = "artifacts/plans/implementation-plan.md";
    private const string Checklist = "artifacts/reports/verification-checklist.md";
    private const string Report = "artifacts/reports/qa-report.md";
    private const string Statements = "| FR-008 | Loan statements | Should | Borrowers download a statement | One page per loan | Pending |";

    [Test]
    public void What_people_wrote_is_not_touched()
    {
        var files = NextDocumentsTests.Sample();
        foreach (var path in new[] { Intake, Plan, Checklist, Report })
        {
            Assert.That(Edit(files, path).IsEmpty, path);
        }
    }

    [Test]
    public void What_the_tool_wrote_is_up_to_date([Values("\n", "\r\n")] string lineEnd)
    {
        var files = Written(lineEnd);
        foreach (var path in new[] { Intake, Plan, Checklist, Report })
        {
            Assert.That(Edit(files, path).Changes, Is.Empty, path);
        }
    }

    [Test]
    public void A_new_requirement_arrives_as_row_and_task([Values("\n", "\r\n")] string lineEnd)
    {
        var files = Written(lineEnd);
        files[Plan] = files[Plan].Replace("docker services healthy", "my own words", StringComparison.Ordinal).Replace("Task 3.5: Loan request (FR-002)", "Task 3.5: Loan request with limits (FR-002)", StringComparison.Ordinal);
        files[Intake] = WithStatements(files[Intake], lineEnd);
        var before = files[Plan];
        Apply(files, Intake);
        var added = files[Plan].Split(lineEnd).Except(before.Split(lineEnd)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(added, Has.One.StartsWith("| FR-008 | Loan statements            | Phase 3         | Task 3.11 "));
            Assert.That(added, Has.One.EqualTo("11. **Task 3.11: Loan statements (FR-008)**"));
            Assert.That(files[Plan], Does.Contain("my own words").And.Contain("Loan request with limits").And.Contain("- **Total Requirements**: 14"));
            Assert.That(files[Plan].Replace("\r\n", "", StringComparison.Ordinal).Contains('\n', StringComparison.Ordinal), Is.EqualTo(lineEnd == "\n"), "line ends stay");
            Assert.That(NextDocumentsTests.Errors(files), Is.Empty);
            Assert.That(Edit(files, Intake).IsEmpty, "once is enough");
        });
    }

    [Test]
    public void A_new_requirement_gets_a_task_number_that_nobody_uses()
    {
        var files = NextDocumentsTests.Sample();
        files[Intake] = WithStatements(files[Intake], "\n");
        Apply(files, Intake);
        Assert.Multiple(() =>
        {
            Assert.That(files[Plan], Does.Contain("\n5. **Task 3.5: Loan statements (FR-008)**\n"));
            Assert.That(files[Plan].Split('\n').Single(static line => line.StartsWith("| FR-008", StringComparison.Ordinal)), Does.Contain("| Phase 3         | Task 3.5        |"));

            // The checklist was written before, so that it is right to say that its numbers are of old.
            Assert.That(NextDocumentsTests.Errors(files).Where(static error => !error.StartsWith(Checklist, StringComparison.Ordinal)), Is.Empty);
        });
    }

    [Test]
    public void A_result_that_was_measured_arrives_until_somebody_writes_another_one()
    {
        var files = Written("\n", keepCoverage: false);
        Assert.That(files[Checklist], Does.Not.Contain("82%"));
        files["coverage.xml"] = NextDocumentsTests.Sample()["coverage.xml"];
        Apply(files, Plan);
        Assert.That(files[Checklist], Does.Contain("✅ 82%").And.Contain("82% ≥ 80%"));
        files[Checklist] = files[Checklist].Replace("✅ 82%", "✅ 81.9%", StringComparison.Ordinal);
        Apply(files, Plan);
        Assert.That(files[Checklist], Does.Contain("✅ 81.9%"));
    }

    [Test]
    public void Another_level_and_other_modules_arrive()
    {
        var files = Written("\n");
        files[Intake] = files[Intake].Replace("3 - Pre-Production", "4 - Production", StringComparison.Ordinal).Replace("Workers, Bot, MongoDB, RabbitMQ, Redis", "Workers, RabbitMQ, Redis", StringComparison.Ordinal).Replace("~15-28 minutes (base 15 min + 5 modules)", "~30-38 minutes (base 30 min + 3 modules)", StringComparison.Ordinal);
        Apply(files, Intake);
        Assert.Multiple(() =>
        {
            Assert.That(files[Plan], Does.Contain("- **Maturity Level**: 4 - Production").And.Contain("- **Optional Modules**: Workers, RabbitMQ, Redis"));
            Assert.That(files[Plan], Does.Contain("(sub-stage 4.7)").And.Not.Contain("## Phase 5").And.Not.Contain("### Skipped Features").And.Contain("coverage is at least 85%"));
            Assert.That(NextDocumentsTests.Errors(files).Where(static error => error.StartsWith(Plan, StringComparison.Ordinal)), Is.Empty);
            Assert.That(Edit(files, Intake).IsEmpty);
        });
    }

    [Test]
    public void A_delivery_is_raised_as_a_whole()
    {
        var files = Written("\n");
        var plan = DeliveryChange.Raise(Analysis(files), Plan, 4, TestWorkspace.Today);
        Apply(files, plan.Edit);
        Assert.Multiple(() =>
        {
            Assert.That(plan.Required, Has.One.Contains("85%").And.One.Contains("Feature OAuth/JWT").And.One.Contains("Sub-stage 4.7: CI/CD"));
            Assert.That(plan.Edit.Changes.Keys, Is.SupersetOf(new[] { Intake, Plan, Checklist, Report }));
            Assert.That(new[] { Intake, Plan, Checklist, Report }.Select(path => Analysis(files).PartsOf(path)[0].Facts.Level), Is.All.EqualTo(4));
            Assert.That(files[Checklist], Does.Contain("4 - Production requires >= 85 %"));
            Assert.That(DeliveryChange.Raise(Analysis(files), Plan, 4, TestWorkspace.Today).Refusal, Does.Contain("already"));
        });
    }

    public static IEnumerable<int> Levels => EmbeddedPacks.Default.Levels.Select(static level => level.Number).Skip(1);

    [TestCaseSource(nameof(Levels))]
    public void Raising_the_sample_leaves_no_contradiction_of_levels(int level)
    {
        var files = NextDocumentsTests.Sample();
        var plan = DeliveryChange.Raise(Analysis(files), Intake, level, TestWorkspace.Today);
        if (plan.Refusal is not null)
        {
            Assert.That(level, Is.LessThanOrEqualTo(3));
            return;
        }

        Apply(files, plan.Edit);
        Assert.That(NextDocumentsTests.Errors(files).Where(static error => error.Contains("FW801", StringComparison.Ordinal) || error.Contains("FW20", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void A_module_comes_with_its_dependencies_and_phase()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [Intake] = "# Requirements Intake: Loan Desk\n\n- **Status**: Approved\n\n## Target Configuration\n\n- **Maturity Level**: 2 - Development\n- **Optional Modules**: none\n- **Estimated Generation Time**: ~10 minutes\n",
        };
        files[Plan] = NextDocuments.After(Analysis(files), Intake, TestWorkspace.Today).Documents[0].Text;
        var change = DeliveryChange.AddModules(Analysis(files), Plan, ["workers"], TestWorkspace.Today);
        Apply(files, change.Edit);
        Assert.Multiple(() =>
        {
            Assert.That(change.Required, Has.One.EqualTo("Module RabbitMQ").And.One.EqualTo("Phase 4: Background Workers"));
            Assert.That(files[Intake], Does.Contain("- **Optional Modules**: Workers, RabbitMQ\n").And.Contain("~10-15 minutes (base 10 min + 2 modules)"));
            Assert.That(files[Plan].IndexOf("## Phase 4: Background Workers", StringComparison.Ordinal), Is.GreaterThan(files[Plan].IndexOf("## Phase 3", StringComparison.Ordinal)).And.LessThan(files[Plan].IndexOf("## Phase 6", StringComparison.Ordinal)));
            Assert.That(DeliveryChange.AddModules(Analysis(files), Plan, ["workers"], TestWorkspace.Today).Refusal, Is.Not.Null);
        });
    }

    private static string WithStatements(string intake, string lineEnd)
    {
        var lines = intake.Split(lineEnd).ToList();
        lines.Insert(lines.FindIndex(static line => line.StartsWith("| FR-007", StringComparison.Ordinal)) + 1, Statements);
        return string.Join(lineEnd, lines)
            .Replace("**Total Functional (FR-*)**: 7", "**Total Functional (FR-*)**: 8", StringComparison.Ordinal)
            .Replace("**Grand Total**: 13", "**Grand Total**: 14", StringComparison.Ordinal);
    }

    // The sample's intake with everything that follows as the tool writes it.
    private static Dictionary<string, string> Written(string lineEnd, bool keepCoverage = true)
    {
        var files = NextDocumentsTests.Sample();
        foreach (var later in new[] { Plan, Checklist, Report, "docs/reference/deliverables-catalog.md" }.Concat(keepCoverage ? [] : ["coverage.xml"]))
        {
            files.Remove(later);
        }

        files[Intake] = files[Intake].ReplaceLineEndings(lineEnd);
        foreach (var path in new[] { Intake, Plan, Checklist, Report })
        {
            foreach (var document in NextDocuments.After(Analysis(files), path, TestWorkspace.Today).Documents)
            {
                files[document.Path] = document.Text.ReplaceLineEndings(lineEnd);
            }
        }

        return files;
    }

    private static WorkspaceAnalysis Analysis(Dictionary<string, string> files) => WorkspaceAnalysis.Create(TestWorkspace.Create(files));

    private static DeliveryEdit Edit(Dictionary<string, string> files, string path)
    {
        var analysis = Analysis(files);
        return DeliveryEdit.Of(analysis.Workspace, NextDocuments.After(analysis, path, TestWorkspace.Today));
    }

    private static void Apply(Dictionary<string, string> files, string path) => Apply(files, Edit(files, path));

    private static void Apply(Dictionary<string, string> files, DeliveryEdit edit)
    {
        var workspace = TestWorkspace.Create(files);
        foreach (var path in edit.Changes.Keys.Concat(edit.NewDocuments.Keys))
        {
            files[path] = edit.TextOf(workspace, path)!.ToString();
        }
    }
}
