using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Documents.Demands;

internal sealed class NamedPartsTests
{
    [Test]
    public void A_list_under_a_heading_of_ones_own_is_in_every_section_around_it()
    {
        var plan = TestWorkspace.Bind(
            "artifacts/plans/implementation-plan.md",
            "# Implementation Plan: Ferry\n\n## Maturity Level Features\n\n### Included\n\n#### On the quay\n\n- Docker Compose\n");

        var parts = NamedParts.Of(plan);

        Assert.That(plan.Sections.Select(static section => section.Definition.Role), Is.EqualTo(new[] { SectionRoles.MaturityFeatures, SectionRoles.Included }));
        Assert.That(plan.Sections.Select(parts.HoldsLooseList), Is.All.True);
        Assert.That(plan.Sections.Select(parts.HoldsItems), Is.All.True);
    }
}
