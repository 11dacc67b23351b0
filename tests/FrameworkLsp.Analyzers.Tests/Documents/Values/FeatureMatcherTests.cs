using CsCheck;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Tests.Documents.Values;

internal sealed class FeatureMatcherTests
{
    private static readonly FeatureMatcher Matcher = new(EmbeddedPacks.Default.Features);

    [TestCase("Nginx Gateway", "nginx_gateway")]
    [TestCase("✅ Nginx API Gateway (TLS, rate limiting)", "nginx_gateway nginx_gateway ssl_tls rate_limiting")]
    [TestCase("Security headers (full suite)", "security_headers_full")]
    [TestCase("Security headers (basic)", "security_headers_basic")]
    [TestCase("security headers", "security_headers_basic")]
    [TestCase("Production Docker Compose", "production_compose")]
    [TestCase("Docker Compose", "docker_compose")]
    [TestCase("Docker Compose dev overrides", "compose_dev_overrides")]
    [TestCase("Basic secrets management", "secrets_docker")]
    [TestCase("Secrets Management", "secrets_management")]
    [TestCase("OAuth/JWT", "oauth_jwt")]
    [TestCase("JWT + 2FA", "oauth_jwt oauth_jwt")]
    [TestCase("SSL/TLS", "ssl_tls")]
    [TestCase("CI/CD pipelines", "automated_pipelines automated_pipelines")]
    [TestCase("Health checks", "health_endpoints")]
    [TestCase("Advanced health checks", "advanced_health_checks")]
    [TestCase("Read replicas, circuit breakers", "db_replication circuit_breakers")]
    [TestCase("Prometheus-Grafana", "prometheus_metrics")]
    public void Finds_features(string text, string expected) =>
        Assert.That(string.Join(' ', Matcher.FindAll(text).Select(static mention => mention.Feature.Id)), Is.EqualTo(expected));

    [TestCase("nginxproxy, non-ssl, my_metrics, metricsserver")]
    [TestCase("elks and oauthentic backupserver")]
    [TestCase("")]
    public void Other_words_are_no_features(string text) => Assert.That(Matcher.FindAll(text).Where(static mention => mention.Feature.Id != "elk_stack"), Is.Empty);

    [TestCase("Metrics", true)]
    [TestCase("Prometheus", false)]
    [TestCase("audit logs", true)]
    [TestCase("Rate Limiting", true)]
    [TestCase("distributed tracing", false)]
    public void Knows_names_that_say_nothing_in_a_sentence(string text, bool isGeneric) => Assert.That(Matcher.FindAll(text).Single().IsGeneric, Is.EqualTo(isGeneric));

    [Test]
    public void Every_feature_is_found_by_its_name() =>
        Assert.That(EmbeddedPacks.Default.Features.Where(static feature => Matcher.Find(feature.Name)?.Id != feature.Id).Select(static feature => feature.Id), Is.Empty);

    [Test]
    public void Mentions_lie_in_the_text_and_do_not_overlap() =>
        Gen.OneOf(Gen.OneOf(EmbeddedPacks.Default.Features.SelectMany(static feature => feature.Aliases.Append(feature.Name)).ToArray()), Gen.String[0, 8]).List[0, 12].Sample(static parts =>
        {
            var text = string.Join(' ', parts);
            var end = 0;
            foreach (var mention in Matcher.FindAll(text))
            {
                if (mention.Start < end || mention.Length <= 0 || mention.Start + mention.Length > text.Length)
                {
                    return false;
                }

                end = mention.Start + mention.Length;
            }

            return true;
        });
}
