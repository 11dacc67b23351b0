using FrameworkLsp.Analyzers.Markdown;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Markdown;

public sealed class HeadingKeyTests
{
    [TestCase("Risks & Mitigations", "risks and mitigations")]
    [TestCase("Risks&Mitigations", "risks and mitigations")]
    [TestCase("Risks &amp; Mitigations", "risks and mitigations")]
    [TestCase("📋 Requirements", "requirements")]
    [TestCase("⚠️ Risks", "risks")]
    [TestCase("1️⃣ First Step", "first step")]
    [TestCase("1. Scope", "scope")]
    [TestCase("1) Scope", "scope")]
    [TestCase("2.3 Data Model", "data model")]
    [TestCase("2.3. Data Model", "data model")]
    [TestCase("§ 4. Data", "data")]
    [TestCase("§4.2 Data", "data")]
    [TestCase("IV. Approach", "approach")]
    [TestCase("Part 1: AI Reading Order", "ai reading order")]
    [TestCase("PART II — Details", "details")]
    [TestCase("Section 3. Details", "details")]
    [TestCase("Раздел 2: Объём работ", "объем работ")]
    [TestCase("Part 5", "part 5")]
    [TestCase("Part of the plan", "part of the plan")]
    [TestCase("Phase 1: Infrastructure", "phase 1: infrastructure")]
    [TestCase("4 maturity levels", "4 maturity levels")]
    [TestCase("Maturity Level (see levels.md)", "maturity level")]
    [TestCase("Maturity Level (a (b)) (c):", "maturity level")]
    [TestCase("Status:", "status")]
    [TestCase("Статус：", "статус")]
    [TestCase("**Bold** `code` [link](a/b.md) _it_", "bold code link it")]
    [TestCase("## Heading ##", "heading")]
    [TestCase("Written in C#", "written in c#")]
    [TestCase("  Many \t  spaces\r\nhere ", "many spaces here")]
    [TestCase("Всё Ещё", "все еще")]
    [TestCase("(optional)", "(optional)")]
    [TestCase(".env file", ".env file")]
    [TestCase("feature_id", "feature_id")]
    [TestCase("snake_case_name", "snake_case_name")]
    [TestCase("✅", "✅")]
    [TestCase("#", "#")]
    [TestCase("1.", "1.")]
    [TestCase("", "")]
    [TestCase("Done ✅", "done")]
    [TestCase("📋 1. **Part 2: Scope** (draft):", "scope")]
    public void Normalises(string text, string key) => Assert.That(HeadingKey.Normalize(text), Is.EqualTo(key));

    [TestCase("📋 1. **Part 2: Scope** (draft):")]
    [TestCase("Risks & Mitigations")]
    [TestCase("Раздел 2: Объём работ")]
    [TestCase("2.3 Data Model (x)")]
    public void IsItsOwnKey(string text)
    {
        var key = HeadingKey.Normalize(text);
        Assert.That(HeadingKey.Normalize(key), Is.EqualTo(key));
    }
}
