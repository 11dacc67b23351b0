using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Tests.Documents.Values;

internal sealed class ArtefactMatcherTests
{
    private static readonly ArtefactMatcher Matcher = new(EmbeddedPacks.Default.Features);

    [TestCase("nginx/nginx.conf", "nginx_gateway")]
    [TestCase("./shop/nginx/nginx.conf", "nginx_gateway")]
    [TestCase("infrastructure/nginx/nginx.conf", "nginx_gateway")]
    [TestCase(".github/workflows/ci.yml", "automated_pipelines")]
    [TestCase("infrastructure/elk/logstash.yml", "elk_stack")]
    [TestCase("/infrastructure/elk/docker-compose.yml", "docker_compose")]
    [TestCase("shop/infrastructure/grafana/", "grafana_dashboards")]
    public void A_path_tells_the_feature_that_brings_it(string path, string expected) => Assert.That(Matcher.Find(path)?.Id, Is.EqualTo(expected));

    [TestCase("nginx.conf")]
    [TestCase("my-nginx/nginx.conf")]
    [TestCase("infrastructure/elks/x.yml")]
    [TestCase("see nginx/nginx.conf")]
    [TestCase("Dockerfile")]
    [TestCase("")]
    public void Other_texts_tell_none(string path) => Assert.That(Matcher.Find(path), Is.Null);
}
