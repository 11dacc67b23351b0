using FrameworkLsp.Analyzers.Features.Completion;
using FrameworkLsp.Analyzers.Framework;
using NUnit.Framework;
using static FrameworkLsp.Analyzers.Tests.Features.Completions;

namespace FrameworkLsp.Analyzers.Tests.Features;

public sealed class ServiceNameCompletionTests
{
    private const string Header = "# Implementation Plan: Lending\n\n- **Maturity Level**: 2 - Development Ready\n\n## Services\n\n- `finance_lending_api`: loans\n";

    private static NamingConvention Naming => EmbeddedPacks.Default.Naming;

    private static string[] Services(string typed) =>
        [.. Complete(EditorText.Plan(Header + typed)).Where(static candidate => candidate.Kind == CandidateKind.Service).Select(static candidate => candidate.Text)];

    [Test]
    public void In_a_list_of_services_the_names_of_the_delivery_come_first_and_then_the_contexts()
    {
        var services = Services("- $$");

        Assert.That(services[0], Is.EqualTo("finance_lending_api"));
        Assert.That(services, Does.Contain("logistics_").And.Contain("user_management_").And.Not.Contain("log_"), "what is deprecated is not offered");
    }

    [TestCase("- logistics_$$", "logistics_fleet_", "logistics_finance_")]
    [TestCase("- `logistics_fl$$`", "logistics_fleet_", "finance_")]
    [TestCase("- logistics_delivery_$$", "logistics_delivery_worker", "logistics_delivery_fleet_")]
    [TestCase("- logistics_fleet_$$", "logistics_fleet_tracking_", "logistics_fleet_delivery_")]
    [TestCase("- logistics_fleet_tracking_$$", "logistics_fleet_tracking_api", "logistics_fleet_tracking_management_")]
    [TestCase("- user_management_$$", "user_management_auth_", "user_management_fleet_")]
    [TestCase("- user_$$", "user_management_", "finance_")]
    public void Each_part_comes_after_the_one_before(string typed, string expected, string unexpected) =>
        Assert.That(Services(typed), Does.Contain(expected).And.Not.Contain(unexpected));

    [Test]
    public void A_domain_that_is_ambiguous_offers_functions_that_say_something() =>
        Assert.That(Services("- logistics_fleet_$$"), Has.None.Contains("management"));

    [Test]
    public void A_column_of_services_is_a_place_for_names_in_any_table()
    {
        Assert.That(Services("\n| Service | Port |\n|---|---|\n| finance_$$ | 80 |\n"), Does.Contain("finance_lending_api"));
        Assert.That(Services("\n| Service | Port |\n|---|---|\n| x | $$ |\n"), Is.Empty);
    }

    [Test]
    public void Hyphens_stay_hyphens() => Assert.That(Services("- logistics-fleet-$$"), Does.Contain("logistics-fleet-tracking-").And.Contain("logistics-fleet-api"));

    [TestCase("- `logistics_parcel_$$` - Aiogram, answers customers", new[] { "bot" })]
    [TestCase("- `logistics_parcel_$$` - FastAPI", new[] { "api", "gateway", "webhook" })]
    public void Types_fit_the_technology_of_the_line(string typed, string[] types) => Assert.That(
        Services(typed).Select(static name => name.Split('_')[^1]).Where(static part => Naming.Types.Any(type => type.Id == part)),
        Is.EqualTo(types));

    [Test]
    public void A_registry_of_the_project_is_asked_as_well()
    {
        const string Registry = "# Context Registry\n\n## Active Contexts\n\n| Context | Full Name | Description | Domain Examples | Services Using It | Owner/Team |\n|---|---|---|---|---|---|\n| parcels | Parcels | x | y | parcels_status_api | z |\n";
        var editor = EditorText.At(EditorText.PlanPath, Header + "- $$", new(StringComparer.Ordinal) { ["docs/atomic/architecture/context-registry.md"] = Registry });

        Assert.That(Labels(editor), Does.Contain("parcels_status_api"));
    }

    [TestCase("The finance_$$ answers", true)]
    [TestCase("The finance$$ answers", false)]
    [TestCase("some_$$thing else", false)]
    public void In_running_text_a_context_must_be_begun(string text, bool isOffered) =>
        Assert.That(Complete(EditorText.Plan(Header + "\n## Summary\n\n" + text)).Any(static candidate => candidate.Kind == CandidateKind.Service), Is.EqualTo(isOffered));

    [Test]
    public void In_the_middle_of_a_word_the_whole_word_is_replaced()
    {
        var editor = EditorText.Plan(Header + "- `finance_len$$xyz`: loans");

        var candidate = Complete(editor).Single(static candidate => candidate.Text == "finance_lending_api");

        Assert.That(editor.Text.Substring(candidate.Replaced.Start, candidate.Replaced.Length), Is.EqualTo("finance_lenxyz"));
        Assert.That(candidate.MayKeepRest, Is.True);
    }

    [TestCase("`logistics_fleet_tracking_api` is called so for Rea$$", true, false)]
    [TestCase("`logistics_fleet_tracking_api` is called so for Reason 3$$", true, false)]
    [TestCase("For some rea$$", false, false)]
    [TestCase("For some rea$$", true, true)]
    public void Reasons_are_offered_for_longer_names(string text, bool isOffered, bool isAsked)
    {
        var labels = Complete(EditorText.Plan(Header + "\n## Summary\n\n" + text), isAsked).Select(static candidate => candidate.Label);

        Assert.That(labels, isOffered ? Is.EqualTo(Naming.Reasons.Select(Naming.Cite)) : Is.Empty);
    }
}
