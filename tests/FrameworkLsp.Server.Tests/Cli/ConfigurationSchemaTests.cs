using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Cli;
using NJsonSchema;

namespace FrameworkLsp.Server.Tests.Cli;

[TestFixture]
internal sealed class ConfigurationSchemaTests
{
    private const string UpdateVariable = "UPDATE_GENERATED";

    private static string Current => ConfigurationSchema.Of(RuleCatalog.Descriptors, EmbeddedPacks.Default);

    [Test]
    [Category("GeneratedDocs")]
    public async Task The_published_schema_is_current()
    {
        var path = Path.Combine(RepositoryRoot.Path, "server", "Schemas", "framework-lsp.schema.json");
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(UpdateVariable)))
        {
            await File.WriteAllTextAsync(path, Current);
        }

        var published = File.Exists(path) ? (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n") : "";

        Assert.That(published, Is.EqualTo(Current), $"refresh it: {UpdateVariable}=1 dotnet test tests/FrameworkLsp.Server.Tests --filter Category=GeneratedDocs");
    }

    // JSON is YAML, so the same text goes to both.
    [TestCase("{}", true)]
    [TestCase("""{ "extends": "a.yaml", "include": ["a"], "exclude": ["b/**"], "framework_roots": ["c"] }""", true)]
    [TestCase("""{ "rules": { "FW000": "off", "unused-suppression": "hint" } }""", true)]
    [TestCase("""{ "overrides": [{ "files": ["a"], "rules": { "FW000": "error" } }] }""", true)]
    [TestCase("""{ "kinds": [{ "files": "a", "kind": "plan" }, { "files": ["b"], "kind": "none" }], "naming": { "contexts": ["a_b"], "domains": [], "types": ["x1"] } }""", true)]
    [TestCase("""{ "unknown": 1 }""", false)]
    [TestCase("""{ "include": { "a": "b" } }""", false)]
    [TestCase("""{ "rules": { "FW000": "loud" } }""", false)]
    [TestCase("""{ "rules": { "no-such-rule": "off" } }""", false)]
    [TestCase("""{ "overrides": [{ "rules": { "FW000": "error" } }] }""", false)]
    [TestCase("""{ "overrides": [{ "files": ["a"], "more": 1 }] }""", false)]
    [TestCase("""{ "kinds": [{ "files": "a", "kind": "no-such-kind" }] }""", false)]
    [TestCase("""{ "naming": { "types": ["Not-A-Token"] } }""", false)]
    public async Task The_schema_and_the_reader_agree(string configuration, bool isValid)
    {
        var schema = await JsonSchema.FromJsonAsync(Current);

        Assert.That(schema.Validate(configuration), isValid ? Is.Empty : Is.Not.Empty, "schema");
        Assert.That(ConfigurationReader.Read("x.yaml", configuration, EmbeddedPacks.Default).Diagnostics, isValid ? Is.Empty : Is.Not.Empty, "reader");
    }
}
