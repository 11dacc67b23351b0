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
    public void Finding_in_a_document_of_another_workflow(string rule, string text, string? expected)
    {
        var found = TestWorkspace.Lint(text.StartsWith("# Bauplan", StringComparison.Ordinal) ? "werkstatt/bauplan.md" : "werkstatt/steckbrief.md", text, TinyPack.Definition)
            .Where(finding => finding.Rule.Id == rule)
            .Select(finding => text.Substring(finding.Span.Start, finding.Span.Length));
        Assert.That(found, Is.EqualTo(expected is null ? [] : new[] { expected }));
    }
}
