using CsCheck;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Tests.Documents.Values;

internal sealed class ServiceNameParserTests
{
    private static readonly ServiceNameParser Parser = new(EmbeddedPacks.Default.Naming);

    [TestCase("finance_lending_api", "finance|lending|api", "api")]
    [TestCase("finance-lending-api", "finance|lending|api", "api")]
    [TestCase("logistics_fleet_tracking_api", "logistics|fleet|tracking|api", "api")]
    [TestCase("user_management_auth_api", "user_management|auth|api", "api")]
    [TestCase("healthcare_mental_health_bot", "healthcare|mental_health|bot", "bot")]
    [TestCase("template_data_postgres_api", "template|data_postgres|api", "api")]
    [TestCase("data_postgres_api", "data_postgres|api", "api")]
    [TestCase("ecommerce_gateway", "ecommerce|gateway", "gateway")]
    [TestCase("parcel_tracking", "parcel|tracking", null)]
    [TestCase("bot", "bot", "bot")]
    [TestCase("", "", null)]
    [TestCase("___", "___", null)]
    public void Takes_names_apart(string name, string parts, string? type)
    {
        var parsed = Parser.Parse(name);
        Assert.That((string.Join('|', parsed.Parts), parsed.Type?.Id), Is.EqualTo((parts, type)));
    }

    [TestCase("finance_lending_api", true)]
    [TestCase("finance-lending-api", true)]
    [TestCase("p2p_lending_api", true)]
    [TestCase("FinanceLendingApi", false)]
    [TestCase("Finance_lending_api", false)]
    [TestCase("finance__lending_api", false)]
    [TestCase("finance_lending_api_", false)]
    [TestCase("2nd_lending_api", false)]
    [TestCase("finance.lending_api", false)]
    [TestCase("finance lending api", false)]
    [TestCase("кредит_api", false)]
    public void Knows_well_formed_names(string name, bool isWellFormed) => Assert.That(Parser.IsWellFormed(name), Is.EqualTo(isWellFormed));

    [TestCase("FinanceLendingApi", "finance_lending_api")]
    [TestCase("Logistics_Scan_Worker", "logistics_scan_worker")]
    [TestCase("Finance-Lending-Api", "finance-lending-api")]
    [TestCase("finance__lending_api_", "finance_lending_api")]
    [TestCase("finance.lending api", "finance_lending_api")]
    [TestCase("HTTPRelayApi", "http_relay_api")]
    [TestCase("p2pLendingApi", "p2p_lending_api")]
    [TestCase("finance_lending_api", "finance_lending_api")]
    public void Writes_names_in_the_convention(string written, string expected) => Assert.That(Parser.ToConvention(written), Is.EqualTo(expected));

    [TestCase("postgres", true)]
    [TestCase("Postgres_DB", true)]
    [TestCase("redis-cache", true)]
    [TestCase("orders_db", true)]
    [TestCase("backend_network", true)]
    [TestCase("postgres_exporter", true)]
    [TestCase("elasticsearch_setup_job", true)]
    [TestCase("nginx_gateway", true)]
    [TestCase("finance_data_postgres_api", false)]
    [TestCase("finance_data", false)]
    [TestCase("db_postgres", false)]
    [TestCase("redis_session_api", false)]
    [TestCase("finance_lending_api", false)]
    public void Tells_infrastructure_from_services(string name, bool isInfrastructure) => Assert.That(Parser.IsInfrastructure(name), Is.EqualTo(isInfrastructure));

    [TestCase("(Reason 5: Technical Differentiation)", "5")]
    [TestCase("Reason 1 and Reason 2", "1,2")]
    [TestCase("reason #8, причина 3", "8,3")]
    [TestCase("Reason 12", "12")]
    [TestCase("a good reason, 5 times", "")]
    public void Finds_citations(string text, string numbers) => Assert.That(string.Join(',', Parser.Citations(text).Select(static citation => citation.Number)), Is.EqualTo(numbers));

    [Test]
    public void Names_of_letters_become_well_formed() =>
        Gen.String[Gen.Char['A', 'z'].Where(char.IsAsciiLetter), 1, 30].Sample(static name => Parser.IsWellFormed(Parser.ToConvention(name)));

    [Test]
    public void Writing_twice_changes_nothing() => Gen.String[0, 30].Sample(static name =>
    {
        var once = Parser.ToConvention(name);
        return Parser.ToConvention(once) == once;
    });
}
