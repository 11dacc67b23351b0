using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Scaffolding;

internal sealed class SectionSkeletonTests
{
    public static IEnumerable<DocumentKind> Kinds => EmbeddedPacks.Default.Kinds.Concat(TinyPack.Definition.Kinds).Where(static kind => kind.Sections.Any(static section => section.Presence == Presence.Required));

    [Test]
    public void A_section_shows_what_is_demanded_of_it()
    {
        var kind = TinyPack.Definition.Kind("steckbrief")!;
        Assert.Multiple(() =>
        {
            Assert.That(SectionSkeleton.Section(kind.Section("target-configuration")!, 3, isExtended: false), Is.EqualTo("### Zielstufe\n\n- **Reifestufe**:\n- **Zusätze**:\n- **Dauer**:\n"));
            Assert.That(SectionSkeleton.Section(kind.Section("zweck")!, 2, isExtended: false), Is.EqualTo("## Zweck\n"));
            Assert.That(SectionSkeleton.Section(kind.Section("kenndaten")!, 2, isExtended: true), Is.EqualTo("## Kenndaten\n\n- **Auftrag**:\n"));
            Assert.That(SectionSkeleton.Section(kind.Section("architecture-mapping")!, 2, isExtended: false), Is.EqualTo("## Dienste\n\n- **Dienste**:\n"));
        });
    }

    [TestCaseSource(nameof(Kinds))]
    public void The_sections_of_a_kind_lack_nothing(DocumentKind kind)
    {
        var definition = TinyPack.Definition.Kinds.Contains(kind) ? TinyPack.Definition : EmbeddedPacks.Default;
        var text = $"# {kind.Name}: Shelf\n\n" + string.Join('\n', kind.Sections
            .Where(static section => section.Presence == Presence.Required)
            .Select(section => section.HeadingTemplate.Length > 0
                ? SectionSkeleton.Phases(section, 2, isExtended: false, definition.Phases)
                : SectionSkeleton.Section(section, 2, isExtended: false)));
        var path = kind.CanonicalPath.EndsWith('/') ? kind.CanonicalPath + "0001-shelf.md" : kind.CanonicalPath;
        var document = TestWorkspace.Create(new Dictionary<string, string>(StringComparer.Ordinal) { [path] = text }, definition).Documents[path].GetBound().Host!;
        Assert.Multiple(() =>
        {
            Assert.That(document.Kind, Is.EqualTo(kind));
            Assert.That(MissingSections.In(document).Where(static missing => missing.Demand == Demand.Required), Is.Empty);
            Assert.That(MissingFields.In(document).Where(static missing => missing.Section is not null && missing.Demand == Demand.Required), Is.Empty);
            Assert.That(MissingTables.In(document), Is.Empty);
            Assert.That(MissingColumns.In(document), Is.Empty);
        });
    }
}
