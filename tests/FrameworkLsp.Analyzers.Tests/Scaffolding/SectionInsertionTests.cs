using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Tests.Scaffolding;

internal sealed class SectionInsertionTests
{
    private const string Purpose = "## Zweck\n";

    [TestCase("# Steckbrief: Regal\n\n## Zielstufe\n\nText\n\n⟦## Zweck\n\n⟧## Anforderungen\n\nText\n", TestName = "Behind the section before it in the template")]
    [TestCase("# Steckbrief: Regal\n\n⟦## Zweck\n\n⟧## Anforderungen\n\nText\n", TestName = "Before the section behind it when none stands before")]
    [TestCase("# Steckbrief: Regal\n⟦\n## Zweck\n⟧", TestName = "At the end when there is neither")]
    [TestCase("# Steckbrief: Regal⟦\n\n## Zweck\n⟧", TestName = "At the end without a line end")]
    [TestCase("# Steckbrief: Regal\n\n## Zielstufe\n⟦\n## Zweck\n\n⟧## Abgrenzung\n", TestName = "With blank lines where there are none")]
    [TestCase("# Steckbrief: Regal\n\n## 1. Rahmen\n\n### Zielstufe\n\nText\n\n⟦### Zweck\n\n⟧### Anforderungen\n\nText\n", TestName = "At the level of its neighbours")]
    [TestCase("# Steckbrief: Regal\n\n## Rahmen\n\n### Mehr\n\n#### Zielstufe\n\n##### Tiefer\n\n⟦### Zweck\n\n⟧## Anforderungen\n", TestName = "Not below the third level")]
    [TestCase("# Steckbrief: Regal\n\n## Abgrenzung\n\nText\n\n## Zielstufe\n\nText\n⟦\n## Zweck\n⟧", TestName = "In a document of another order")]
    [TestCase("# Steckbrief: Regal\n\n## Zielstufe\n\nText\n\n---\n\n⟦## Zweck\n\n---\n\n⟧## Anforderungen\n", TestName = "Rules between sections are kept up")]
    public void A_section_is_inserted_where_the_template_has_it(string marked)
    {
        var (before, after) = Split(marked);
        var document = InsertionText.Bind(before);
        Assert.That(document.With(SectionInsertion.Insert(document, [Missing(document, "zweck")])), Is.EqualTo(after));
    }

    [Test]
    public void Sections_for_one_place_stand_in_the_order_of_the_template()
    {
        var document = InsertionText.Bind("# Steckbrief: Regal\n\n## Zielstufe\n\nText\n");
        Assert.That(
            document.With(SectionInsertion.Insert(document, [Missing(document, "zweck"), Missing(document, "scope")])),
            Is.EqualTo("# Steckbrief: Regal\n\n## Zielstufe\n\nText\n\n## Zweck\n\n## Abgrenzung\n"));
    }

    [Test]
    public void Nothing_is_inserted_into_a_fence_that_is_never_closed()
    {
        var document = InsertionText.Bind("# Steckbrief: Regal\n\n## Zielstufe\n\n```text\noffen\n");
        Assert.That(SectionInsertion.Insert(document, [Missing(document, "zweck")]), Is.Empty);
    }

    [Test]
    public void A_subsection_stands_inside_its_section()
    {
        var document = InsertionText.Bind("# Bauplan: Regal\n\n## Ausstattung der Stufe\n\n### Enthalten\n\n- Kern\n\n## Zuordnung\n", "werkstatt/bauplan.md");
        var missing = MissingSections.In(document).Single(static entry => entry.Section.Role == "skipped");
        Assert.That(
            document.With(SectionInsertion.Insert(document, [missing])),
            Is.EqualTo("# Bauplan: Regal\n\n## Ausstattung der Stufe\n\n### Enthalten\n\n- Kern\n\n### Ausgelassen\n\n| Merkmal | Ab Stufe |\n|---------|----------|\n|         |          |\n\n## Zuordnung\n"));
    }

    [Test]
    public void Phases_are_inserted_as_the_modules_demand()
    {
        var document = InsertionText.Bind("# Bauplan: Regal\n\n- **Reifestufe**: 2\n- **Zusätze**: Lack\n\n## Zuordnung\n", "werkstatt/bauplan.md");
        var missing = MissingSections.In(document).Single(static entry => entry.Section.Role == "phases");
        Assert.That(
            document.With(SectionInsertion.Insert(document, [missing])),
            Does.EndWith("## Zuordnung\n\n## Abschnitt 1: Rüsten\n\n- **Schritte**:\n\n## Abschnitt 2: Fertigen\n\n- **Schritte**:\n\n## Abschnitt 3: Lackieren\n\n- **Schritte**:\n"));
    }

    [TestCase("# Steckbrief: Regal\n")]
    [TestCase("# Steckbrief: Regal\n\nText\n\n> Zitat")]
    [TestCase("# Steckbrief: Regal\n\n- Liste\n  - tiefer")]
    [TestCase("# Steckbrief: Regal\n\n## Kenndaten\n\n- **Auftrag**: 7\n\n| a |\n|---|\n| b |")]
    [TestCase("# Bauplan: Regal\n\n<!-- Kommentar -->")]
    public void Inserted_sections_are_not_missing_any_more(string text)
    {
        var document = InsertionText.Bind(text, "werkstatt/dokument.md");
        var mended = InsertionText.Bind(document.With(SectionInsertion.Insert(document, MissingSections.In(document))), "werkstatt/dokument.md");
        Assert.That(MissingSections.In(document), Is.Not.Empty);
        Assert.That(MissingSections.In(mended), Is.Empty);
    }

    private static MissingSection Missing(Analyzers.Documents.BoundDocument document, string role) => new(document.Kind.Section(role)!, null, Demand.Required);

    private static (string Before, string After) Split(string marked)
    {
        var start = marked.IndexOf('⟦', StringComparison.Ordinal);
        var end = marked.IndexOf('⟧', StringComparison.Ordinal);
        Assert.That(marked[start..end], Does.Contain(Purpose.TrimEnd()));
        return (marked[..start] + marked[(end + 1)..], marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal));
    }
}
