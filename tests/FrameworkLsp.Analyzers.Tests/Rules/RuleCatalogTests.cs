using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Analyzers.Tests.Rules;

internal sealed class RuleCatalogTests
{
    [Test]
    public void Ids_and_names_are_unique_and_well_formed()
    {
        Assert.Multiple(() =>
        {
            Assert.That(RuleCatalog.Descriptors.Select(static rule => rule.Id), Is.Unique.And.All.Match("^FW[0-9]{3}$"));
            Assert.That(RuleCatalog.Descriptors.Select(static rule => rule.Name), Is.Unique.And.All.Match("^[a-z0-9]+(-[a-z0-9]+)*$"));
            Assert.That(RuleCatalog.Descriptors.Select(static rule => rule.Id), Is.Ordered);
        });
    }

    [Test]
    public void Every_rule_is_bound_by_the_pack()
    {
        var bound = EmbeddedPacks.Default.Rules.Keys;
        Assert.That(RuleCatalog.All.Select(static rule => rule.Descriptor.Id), Is.SubsetOf(bound));
    }

    [Test]
    public void A_rule_is_found_by_id_and_by_name_in_any_case()
    {
        Assert.Multiple(() =>
        {
            Assert.That(RuleCatalog.Find("fw003")?.Name, Is.EqualTo("missing-title"));
            Assert.That(RuleCatalog.Find("Missing-Title")?.Id, Is.EqualTo("FW003"));
            Assert.That(RuleCatalog.Find("FW0"), Is.Null);
        });
    }
}
