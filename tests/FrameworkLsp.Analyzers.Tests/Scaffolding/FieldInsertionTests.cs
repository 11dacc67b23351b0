using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Tests.Scaffolding;

internal sealed class FieldInsertionTests
{
    // ⟦…⟧ is what is inserted when "Zusätze" is missing in "Zielstufe", whose template has Reifestufe, Zusätze, Dauer.
    [TestCase("- **Reifestufe**: 2⟦\n- **Zusätze**:⟧\n- **Dauer**: 40 min\n", TestName = "Between the fields it belongs between")]
    [TestCase("- **Reifestufe**: 2⟦\n- **Zusätze**:⟧", TestName = "At the end of the text")]
    [TestCase("⟦- **Zusätze**:\n⟧- **Dauer**: 40 min\n", TestName = "Before the first field")]
    [TestCase("* Reifestufe: 2⟦\n* Zusätze:⟧\n* Dauer: 40 min\n", TestName = "Plain items with another marker")]
    [TestCase("-   __Reifestufe:__ 2⟦\n-   __Zusätze:__⟧\n-   __Dauer:__ 40 min\n", TestName = "Underscores, colon inside, wide marker")]
    [TestCase("1. **Reifestufe**: 2⟦\n1. **Zusätze**:⟧\n2. **Dauer**: 40 min\n", TestName = "Numbered items")]
    [TestCase("- [x] **Reifestufe**: 2⟦\n- **Zusätze**:⟧\n- [ ] **Dauer**: 40 min\n", TestName = "A tick is not copied")]
    [TestCase("**Reifestufe**: 2⟦\n**Zusätze**:⟧\n**Dauer**: 40 min\n", TestName = "Lines of a paragraph")]
    [TestCase("**Reifestufe**: 2⟦\n\n**Zusätze**:⟧\n\n**Dauer**: 40 min\n\n", TestName = "Paragraphs of their own")]
    [TestCase("**Reifestufe**: 2,\nweil es reicht⟦\n**Zusätze**:⟧\n**Dauer**: 40 min\n", TestName = "A value of two lines stays whole")]
    [TestCase("**Reifestufe**:\n\n- 2\n- nicht mehr⟦\n\n**Zusätze**:⟧\n\n**Dauer**: 40 min\n", TestName = "A list is the value")]
    [TestCase("> **Reifestufe**: 2⟦\n> **Zusätze**:⟧\n> **Dauer**: 40 min\n", TestName = "In a quote")]
    [TestCase("- **Reifestufe**: 2\n  - siehe oben\n\n  Mehr dazu.⟦\n- **Zusätze**:⟧\n- **Dauer**: 40 min\n", TestName = "Behind all of an item")]
    [TestCase("| Angabe | Wert |\n|--------|------|\n| **Reifestufe** | 2 |⟦\n| **Zusätze** |      |⟧\n| **Dauer** | 40 min |\n", TestName = "A row of a table")]
    [TestCase("| Angabe | Wert |\n|---|---|⟦\n| Zusätze |      |⟧\n| Dauer | 40 min |\n", TestName = "The first row of a table")]
    [TestCase("- **Farbe**: rot⟦\n- **Zusätze**:⟧\n", TestName = "Behind a field that the template does not know")]
    public void A_field_is_written_like_its_neighbours(string body)
    {
        var marked = "# Steckbrief: Regal\n\n## Zielstufe\n\n" + body;
        var (before, after) = Split(marked);
        var document = InsertionText.Bind(before);
        var section = document.Section("target-configuration");
        Assert.That(document.With(FieldInsertion.Insert(document, InsertionText.FieldOf(document, "Zusätze"), section)), Is.EqualTo(after));
    }

    [TestCase("# Steckbrief: Regal\n\n## Zielstufe⟦\n\n- **Zusätze**:⟧", TestName = "Below a heading at the end")]
    [TestCase("# Steckbrief: Regal\n\n## Zielstufe⟦\n\n- **Zusätze**:⟧\n\nWie besprochen.\n", TestName = "Below a heading, before a paragraph")]
    [TestCase("# Steckbrief: Regal\n\n## Zielstufe⟦\n\n- **Zusätze**:\n⟧\nWie besprochen.\n", TestName = "Below a heading without a blank line")]
    [TestCase("# Steckbrief: Regal\n\n## Zielstufe⟦\n\n- **Zusätze**:⟧\n- Stufe zwei\n", TestName = "Below a heading, before a list")]
    [TestCase("# Steckbrief: Regal\n\nZielstufe\n---------⟦\n\n- **Zusätze**:⟧\n\nText\n", TestName = "Below an underlined heading")]
    public void A_first_field_stands_below_the_heading(string marked)
    {
        var (before, after) = Split(marked);
        var document = InsertionText.Bind(before);
        Assert.That(document.With(FieldInsertion.Insert(document, InsertionText.FieldOf(document, "Zusätze"), document.Section("target-configuration"))), Is.EqualTo(after));
    }

    [TestCase("# Prüfbericht: Regal⟦\n\n- **Datum**: 2025-10-01⟧\n\n## Messungen\n")]
    [TestCase("# Prüfbericht: Regal\n\n⟦**Datum**: 2025-10-01\n⟧**Reifestufe**: 2\n\n## Messungen\n")]
    [TestCase("⟦- **Datum**: 2025-10-01\n\n⟧## Messungen\n")]
    [TestCase("---\ntype: pruefbericht\n---\n⟦- **Datum**: 2025-10-01\n\n⟧\n## Messungen\n")]
    public void A_field_of_the_header_stands_below_the_title(string marked)
    {
        var (before, after) = Split(marked);
        var document = InsertionText.Bind(before, "werkstatt/pruefbericht.md");
        Assert.That(document.With(FieldInsertion.Insert(document, InsertionText.FieldOf(document, "Datum"), null, "2025-10-01")), Is.EqualTo(after));
    }

    [Test]
    public void Several_fields_come_in_the_order_of_the_template()
    {
        var document = InsertionText.Bind("# Steckbrief: Regal\n\n## Zielstufe\n\n- **Zusätze**: keine\n");
        var fields = new[] { "Dauer", "Reifestufe" }.Select(name => new NewField(InsertionText.FieldOf(document, name))).ToList();
        Assert.That(
            document.With(FieldInsertion.Insert(document, document.Section("target-configuration"), fields)),
            Is.EqualTo("# Steckbrief: Regal\n\n## Zielstufe\n\n- **Reifestufe**:\n- **Zusätze**: keine\n- **Dauer**:\n"));
    }

    [Test]
    public void An_inserted_field_is_not_missing_any_more()
    {
        var document = InsertionText.Bind("# Steckbrief: Regal\n\n## Zielstufe\n\nText\n");
        while (MissingFields.In(document) is [var missing, ..])
        {
            var before = MissingFields.In(document).Length;
            document = InsertionText.Bind(document.With(FieldInsertion.Insert(document, missing.Field, missing.Section)));
            Assert.That(MissingFields.In(document), Has.Length.EqualTo(before - 1));
        }
    }

    private static (string Before, string After) Split(string marked)
    {
        var start = marked.IndexOf('⟦', StringComparison.Ordinal);
        var end = marked.IndexOf('⟧', StringComparison.Ordinal);
        return (marked[..start] + marked[(end + 1)..], marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal));
    }
}
