using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Rules;

/// <summary>The rules work with another organisation's workflow: other words, levels, modules and names.</summary>
internal sealed class TinyPackRuleTests
{
    [TestCase("FW007", "# Steckbrief: Regal\n\n## Zielstufe\n\n## Zweck\n\n## Anforderungen\n", "Steckbrief: Regal")]
    [TestCase("FW007", "# Steckbrief: Regal\n\n## Zielstufe\n\n## Ziel\n\n## Anforderungen\n\n**Abgrenzung**:\n\n- kein Lack\n", null)]
    [TestCase("FW013", "# Steckbrief: Regal\n\n## Zielstufe\n\n- Reifestufe: 2\n- Zusätze: keine\n", "Zielstufe")]
    [TestCase("FW013", "# Steckbrief: Regal\n\n**Dauer**: 40 min\n\n## Zielstufe\n\n| | |\n|-|-|\n| Stufe | 2 |\n| Zusätze | keine |\n", null)]
    [TestCase("FW014", "# Steckbrief: Regal\n\n## Zielstufe\n\n- Dauer:\n", "Dauer")]
    [TestCase("FW014", "# Steckbrief: Regal\n\n## Zielstufe\n\n- Dauer: keine Angabe\n", null)]
    [TestCase("FW015", "# Steckbrief: Regal\n\n## Anforderungen\n\n| Nr | Merkmal | Rang | Abnahme |\n|-|-|-|-|\n| R1 | <offen> | muss | Probe |\n", "<offen>")]
    [TestCase("FW016", "# Steckbrief: Regal\n\n- **Stand**: Entwurf | Geprüft\n\n## Zielstufe\n", "Entwurf | Geprüft")]
    [TestCase("FW021", "# Steckbrief: Regal\n\n## Anforderungen\n\n- Bretter\n", "Anforderungen")]
    [TestCase("FW021", "# Steckbrief: Regal\n\n## Anforderungen\n\nkeine Angabe\n", null)]
    [TestCase("FW022", "# Steckbrief: Regal\n\n## Anforderungen\n\n| Nr | Merkmal | Abnahme |\n|-|-|-|\n| R1 | Brett | Probe |\n", "| Nr | Merkmal | Abnahme |")]
    [TestCase("FW024", "# Steckbrief: Regal\n\n| a | b |\n|-|-|\n| 1 | 2 | 3 |\n", "3")]
    [TestCase("FW029", "---\ntype: a: b\n---\n# Steckbrief: Regal\n", ": b")]
    [TestCase("FW103", "# Steckbrief: Regal\n\n## Zielstufe\n\n- **Zusätze**: keine\n", "Zielstufe")]
    [TestCase("FW103", "# Steckbrief: Regal\n\n## Zielstufe\n\n- **Reifestufe**: 2 - Muster\n", null)]
    [TestCase("FW104", "# Steckbrief: Regal\n\n## Zielstufe\n\n- **Reifestufe**: 4\n", "4")]
    [TestCase("FW105", "# Steckbrief: Regal\n\n## Zielstufe\n\n- **Reifestufe**: 2\n- **Zusätze**:\n", "Zusätze")]
    [TestCase("FW105", "# Steckbrief: Regal\n\n## Zielstufe\n\n- **Reifestufe**: 2\n- **Zusätze**: keine\n", null)]
    [TestCase("FW201", "# Steckbrief: Regal\n\n## Zielstufe\n\n- **Reifestufe**: 2 - Serie\n", "Serie")]
    [TestCase("FW301", "# Steckbrief: Regal\n\n## Dienste\n\n- `Lager-Dienst`\n- `lager-lauf`\n", "Lager-Dienst")]
    [TestCase("FW304", "# Steckbrief: Regal\n\n## Dienste\n\n- `lager-dienst`: `dienste/{dienst,lauf_plan}`\n", "dienst")]
    [TestCase("FW306", "# Steckbrief: Regal\n\n## Dienste\n\n- `lager-regal-dienst`\n- `versand-paket-lauf` (Grund 1)\n", "lager-regal-dienst")]
    [TestCase("FW204", "# Bauplan: Regal\n\n- **Reifestufe**: 2 - Muster\n\n## Ausstattung der Stufe\n\n### Enthalten\n\n| Merkmal |\n|---|\n| Maßblatt |\n| Prüflehre |\n\n### Ausgelassen\n", "Prüflehre")]
    [TestCase("FW204", "# Bauplan: Regal\n\n- **Reifestufe**: 3 - Serie\n\n## Ausstattung der Stufe\n\n### Enthalten\n\n| Merkmal |\n|---|\n| Prüflehre |\n", null)]
    [TestCase("FW501", "# Steckbrief: Regal\n\n## Anforderungen\n\n| Nr | Merkmal | Rang |\n|---|---|---|\n| A-01 | Trägt 50 kg | Muss |\n| keine Angabe | Faltbar | Kann |\n", "Faltbar")]
    [TestCase("FW503", "# Steckbrief: Regal\n\n## Anforderungen\n\n| Nr | Merkmal | Rang |\n|---|---|---|\n| A-01 | Trägt 50 kg | Muss |\n| A-01 | Faltbar | Kann |\n", "A-01")]
    public void Finding_in_a_document_of_another_workflow(string rule, string text, string? expected)
    {
        var found = TestWorkspace.Lint(text.StartsWith("# Bauplan", StringComparison.Ordinal) ? "werkstatt/bauplan.md" : "werkstatt/steckbrief.md", text, TinyPack.Definition)
            .Where(finding => finding.Rule.Id == rule)
            .Select(finding => text.Substring(finding.Span.Start, finding.Span.Length));
        Assert.That(found, Is.EqualTo(expected is null ? [] : new[] { expected }));
    }

    [TestCase("FW601", "- **Reifestufe**: 3\n\n## Messungen\n\n| Prüfung | Befund | Beleg |\n|---|---|---|\n| Sichtprüfung | bestanden | Foto |\n| Mindestwert | bestanden | – |\n", "Messungen")]
    [TestCase("FW610", "- **Reifestufe**: 3\n- **Ergebnis**: bestanden\n\n## Messungen\n\n| Prüfung | Befund | Beleg |\n|---|---|---|\n| Abdeckung | 88 % | – |\n", "88 %")]
    [TestCase("FW610", "- **Reifestufe**: 2\n- **Ergebnis**: bestanden\n\n## Messungen\n\n| Prüfung | Befund | Beleg |\n|---|---|---|\n| Abdeckung | 88 % | – |\n", null)]
    [TestCase("FW614", "## Messungen\n\n| Prüfung | Befund | Beleg |\n|---|---|---|\n| Abdeckung | 88 % | – |\n\n- Abdeckung: 86,5 %\n", "86,5 %")]
    [TestCase("FW614", "## Messungen\n\n| Prüfung | Befund | Beleg |\n|---|---|---|\n| Abdeckung | 88 % | – |\n\n- Abdeckung: 87,5 %\n", null)]
    [TestCase("FW615", "- Abdeckung: 86,5 %\n", "86,5 %")]
    [TestCase("FW702", "- **Empfehlung**: freigeben\n\n## Messungen\n\n| Prüfung | Befund | Beleg |\n|---|---|---|\n| Sichtprüfung | nicht bestanden | Foto |\n", "nicht bestanden")]
    [TestCase("FW702", "- **Empfehlung**: freigeben\n\n## Messungen\n\n| Prüfung | Befund | Beleg |\n|---|---|---|\n| Sichtprüfung | bestanden | Foto |\n", null)]
    public void Finding_in_a_report_of_another_workflow(string rule, string body, string? expected)
    {
        const string Path = "halle/werkstatt/pruefbericht.md";
        var text = "# Prüfbericht: Regal\n\n" + body;
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { [Path] = text, ["halle/abdeckung.xml"] = "<coverage line-rate=\"0.9\" lines-valid=\"10\"/>" };
        var found = WorkspaceAnalysis.Create(TestWorkspace.Create(files, TinyPack.Definition)).FindingsOf(Path)
            .Where(finding => finding.Rule.Id == rule)
            .Select(finding => text.Substring(finding.Span.Start, finding.Span.Length));
        Assert.That(found, Is.EqualTo(expected is null ? [] : new[] { expected }));
    }

    [Test]
    public void A_requirement_of_another_workflow_is_mapped()
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["werkstatt/steckbrief.md"] = "# Steckbrief: Regal\n\n## Anforderungen\n\n| Nr | Merkmal | Rang |\n|---|---|---|\n| A-01 | Trägt 50 kg | Muss |\n| A-02 | Faltbar | Kann |\n",
            ["werkstatt/bauplan.md"] = "# Bauplan: Regal\n\n## Zuordnung\n\n| Nr | Abschnitt | Schritt | Stand |\n|---|---|---|---|\n| A-01 | Abschnitt 2 | 2.1 | offen |\n\n## Abschnitt 2: Fertigen\n",
        };
        var mended = TestWorkspace.FixAll(files, static finding => finding.Rule.Id == "FW511", TinyPack.Definition);
        Assert.That(mended["werkstatt/bauplan.md"], Does.Contain("| A-02 | Abschnitt 2 |         | offen |"));
    }
}
