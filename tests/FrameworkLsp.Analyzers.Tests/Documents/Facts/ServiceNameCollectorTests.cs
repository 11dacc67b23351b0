using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Documents.Facts;

/// <summary>Names come from naming positions only (catalogue 1.11, decisions 24).</summary>
internal sealed class ServiceNameCollectorTests
{
    private const string Path = "artifacts/plans/implementation-plan.md";
    private const string Title = "# Implementation Plan: Parcel Tracker\n\n";

    [TestCase("**Services Needed**:\n\n- ✅ `finance_lending_api`: FastAPI service\n- finance_lending_bot: Aiogram\n- **finance_lending_worker**\n", "finance_lending_api finance_lending_bot finance_lending_worker")]
    [TestCase("**Services Needed**: finance_lending_api, finance_lending_bot\n", "finance_lending_api finance_lending_bot")]
    [TestCase("**Services Needed**:\n\n- `finance-lending-api`\n- finance-lending-bot: Aiogram\n", "finance_lending_api finance_lending_bot")]
    [TestCase("**Services Needed**:\n\n- `FinanceLendingApi`\n", "FinanceLendingApi")]
    [TestCase("**Services Needed**:\n\n- `finance_lending_api` calls `finance_data_postgres_api` and fills `loan_status`\n", "finance_lending_api finance_data_postgres_api")]
    [TestCase("## Services\n\n- `finance_lending_api`\n", "finance_lending_api")]
    [TestCase("## Architecture Mapping\n\n- `finance_lending_api`: FastAPI\n\n**Data Model**:\n\n- `loan_items` (id)\n", "finance_lending_api")]
    [TestCase("## Сервисы\n\n- `finance_lending_api`\n", "finance_lending_api")]
    [TestCase("| Service | Port |\n|---|---|\n| `finance_lending_api` | 8000 |\n| Stripe | 443 |\n", "finance_lending_api")]
    [TestCase("## Services\n\n| Name | Port |\n|---|---|\n| finance_lending_api | 8000 |\n", "finance_lending_api")]
    [TestCase("1. **Task 1.2: Service scaffolding**\n   - Generate 2 services:\n     - `finance_lending_api`\n     - `finance_lending_bot`\n", "finance_lending_api finance_lending_bot")]
    [TestCase("Run `uv run pytest services/finance_lending_api/tests/` in ./services/finance_lending_bot/.\n", "finance_lending_api finance_lending_bot")]
    [TestCase("Create services/{api,bot, finance_lending_worker ,db_postgres}\n", "api bot finance_lending_worker db_postgres")]
    [TestCase("```yaml\nservices:\n  finance_lending_api:\n    image: x\n  postgres:\n    image: postgres:16\nvolumes:\n  lending_files:\n```\n", "finance_lending_api")]
    public void Naming_positions(string text, string expected) => Assert.That(Names(Title + text), Is.EqualTo(expected.Split(' ')));

    [TestCase("The finance_lending_api answers; `finance_lending_bot` asks.\n")]
    [TestCase("**Infrastructure**:\n\n- `reverse_proxy`\n- orders_db\n")]
    [TestCase("## Services\n\n**Infrastructure**:\n\n- reverse_proxy\n")]
    [TestCase("**Services Needed**:\n\n- FastAPI service (Port 8000)\n- Third-party KYC\n- `TelegramBot` class\n- `src/main_app.py`\n- real-time updates\n")]
    [TestCase("| Service | Port |\n|---|---|\n| Real-time feed | 443 |\n| S3-compatible storage | 443 |\n")]
    [TestCase("See docs/atomic/services/asyncio-workers/basic_setup.md and `docs/services/some_thing/`.\n")]
    [TestCase("services/{src,tests}, services/{name}/, services/<service>/src, services/shared/, services/shared_lib/, services/my_module.py\n")]
    [TestCase("```bash\ncd services/finance_lending_api/\n```\n")]
    [TestCase("```yaml\nservices:\n  postgres_exporter:\n    image: x\n  app:\n    image: y\n  celery-beat:\n    image: z\n```\n")]
    public void Other_positions(string text) => Assert.That(Names(Title + text), Is.Empty);

    [TestCase("---\nservices:\n  - finance_lending_api\n  - finance_lending_bot\n---\n\n# Implementation Plan: X\n")]
    [TestCase("---\nservices: [finance_lending_api, finance_lending_bot]\n---\n\n# Implementation Plan: X\n")]
    public void Front_matter(string text) => Assert.That(Names(text), Is.EqualTo(new[] { "finance_lending_api", "finance_lending_bot" }));

    [Test]
    public void A_naming_decision_names_its_result() =>
        Assert.That(Names("# Service Naming Decision: x\n\n- **Result**: `logistics_fleet_tracking_api`\n", "artifacts/plans/service-naming-decision.md"), Is.EqualTo(new[] { "logistics_fleet_tracking_api" }));

    [Test]
    public void Spans_are_the_names_themselves()
    {
        const string text = Title + "**Services Needed**:\n\n- ✅ `finance-lending-api`: see `services/finance_lending_api/`\n";
        var mentions = ServiceNameCollector.Collect(TestWorkspace.Bind(Path, text));
        Assert.That(mentions.Select(mention => (mention.Written, text.Substring(mention.Span.Start, mention.Span.Length))), Is.EqualTo(new[]
        {
            ("finance-lending-api", "finance-lending-api"),
            ("finance_lending_api", "finance_lending_api"),
        }));
    }

    private static IEnumerable<string> Names(string text, string path = Path) =>
        ServiceNameCollector.Collect(TestWorkspace.Bind(path, text)).Select(static mention => mention.Name).Distinct(StringComparer.Ordinal);
}
