using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Server.Cli;

namespace FrameworkLsp.Server.Tests.Host;

[TestFixture]
internal sealed class ConfigurationReaderTests
{
    [TestCase("")]
    [TestCase("# only a comment\n")]
    [TestCase("---\n")]
    [TestCase("\uFEFF# a mark\n")]
    public void An_empty_file_decides_nothing(string text)
    {
        var file = Read(text);

        Assert.That(file.Diagnostics, Is.Empty);
        Assert.That(file.Configuration, Is.EqualTo(LintConfiguration.Default));
    }

    [Test]
    public void Reads_every_key()
    {
        var file = Read("""
            extends: ../base.yaml
            include: ["artifacts/**"]
            exclude:
              - archive/**
            rules:
              FW000: off
              Unused-Suppression: hint
            overrides:
              - files: [docs/**]
                rules: { FW998: error }
            kinds:
              - {files: "plans/*.md", kind: plan}
              - {files: ["notes/**", "more/**"], kind: none}
            framework_roots: [docs/framework]
            naming:
              contexts: [lending]
              domains: [credit_scoring]
              types: [gateway]
            """);

        Assert.That(file.Diagnostics, Is.Empty);
        Assert.That(file.Extends, Is.EqualTo("../base.yaml"));
        var configuration = file.Configuration;
        Assert.That(configuration.Include, Is.EqualTo(["artifacts/**"]));
        Assert.That(configuration.Exclude, Is.EqualTo(["archive/**"]));
        Assert.That(configuration.Severities, Is.EquivalentTo(new Dictionary<string, Severity?> { ["FW000"] = null, ["FW999"] = Severity.Hint }));
        Assert.That(configuration.Overrides, Has.Length.EqualTo(1));
        Assert.That(configuration.Overrides[0].Files, Is.EqualTo(["docs/**"]));
        Assert.That(configuration.Overrides[0].Severities["FW998"], Is.EqualTo(Severity.Error));
        Assert.That(configuration.Kinds, Is.EqualTo([new KindAssignment("plans/*.md", "plan"), new KindAssignment("notes/**", null), new KindAssignment("more/**", null)]));
        Assert.That(configuration.FrameworkRoots, Is.EqualTo(["docs/framework"]));
        Assert.That(configuration.Naming.Contexts, Is.EqualTo(["lending"]));
        Assert.That(configuration.Naming.Domains, Is.EqualTo(["credit_scoring"]));
        Assert.That(configuration.Naming.Types, Is.EqualTo(["gateway"]));
    }

    [TestCase("rulez: {}", "rulez", "Unknown key")]
    [TestCase("rules: { FW0000: off }", "FW0000", "did you mean \"FW000\"?")]
    [TestCase("rules: { unused-supression: off }", "unused-supression", "did you mean \"unused-suppression\"?")]
    [TestCase("rules: { FW000: fatal }", "fatal", "choose one of: error, warning, info, hint, off")]
    [TestCase("rules: { FW000: off, rule-failure: off }", "rule-failure", "already set above")]
    [TestCase("rules: [FW000]", null, "mapping")]
    [TestCase("rules:", "rules", "")]
    [TestCase("kinds: [{ files: a.md, kind: plann }]", "plann", "choose one of: prompt-validation")]
    [TestCase("kinds: [{ files: a.md }]", "files", "\"kind\" is missing")]
    [TestCase("kinds: [{ kind: plan }]", "kind", "\"files\" is missing")]
    [TestCase("include: { a: b }", null, "must be a list")]
    [TestCase("include: [/abs]", "/abs", "relative")]
    [TestCase("exclude: [../up]", "../up", "cannot leave the folder")]
    [TestCase("exclude: ['a\\b']", "'a\\b'", "forward slashes")]
    [TestCase("exclude: ['']", "''", "empty path")]
    [TestCase("overrides: [{ rules: { FW000: off } }]", "rules", "\"files\" is missing")]
    [TestCase("naming: { contexts: [Lending-Core] }", "Lending-Core", "cannot be part of a service name")]
    [TestCase("naming: { context: [x] }", "context", "Unknown key")]
    [TestCase("include: [a\n", null, "Not valid YAML")]
    [TestCase("- a\n", "- a", "mapping")]
    public void What_is_wrong_is_reported_with_its_place(string text, string? marked, string message)
    {
        var file = Read(text);

        Assert.That(file.Diagnostics, Has.Length.EqualTo(1));
        Assert.That(file.Diagnostics[0].Message, Does.Contain(message));
        Assert.That(file.Diagnostics[0].File, Is.EqualTo("x.yaml"));
        if (marked is not null && message.Length > 0)
        {
            Assert.That(text.Substring(file.Diagnostics[0].Span.Start, file.Diagnostics[0].Span.Length), Is.EqualTo(marked));
        }
    }

    [Test]
    public void A_single_value_stands_for_a_list_of_one() => Assert.That(Read("include: artifacts/**\n").Configuration.Include, Is.EqualTo(["artifacts/**"]));

    [Test]
    public void What_is_right_is_kept_beside_what_is_wrong()
    {
        var file = Read("rules: { FW000: loud, FW999: off }\nexclude: [../a, b]\n");

        Assert.That(file.Diagnostics, Has.Length.EqualTo(2));
        Assert.That(file.Configuration.Severities.Keys, Is.EqualTo(["FW999"]));
        Assert.That(file.Configuration.Exclude, Is.EqualTo(["b"]));
    }

    [Test]
    public void The_file_that_init_writes_decides_nothing_and_is_right_without_its_signs()
    {
        Assert.That(Read(InitCommand.Text).Configuration, Is.EqualTo(LintConfiguration.Default));

        var uncommented = string.Join('\n', InitCommand.Text.Split('\n').Select(static line => line is ['#', not ' ', ..] or ['#', ' ', ' ', ..] ? line[1..] : line));
        var file = Read(uncommented);

        Assert.That(file.Diagnostics.Where(static diagnostic => !diagnostic.Message.StartsWith("No rule has", StringComparison.Ordinal)), Is.Empty);
        Assert.That(file.Extends, Is.Not.Null);
        Assert.That(file.Configuration.Naming.Types, Is.Not.Empty);
        Assert.That(file.Configuration.Kinds, Is.Not.Empty);
    }

    [Test]
    public void The_example_in_the_README_is_right()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md")).ReplaceLineEndings("\n");
        var configure = readme[readme.IndexOf("\n## Configure\n", StringComparison.Ordinal)..];
        var start = configure.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        var example = configure[start..configure.IndexOf("\n```", start, StringComparison.Ordinal)];

        Assert.That(example, Does.Contain("rules:"));
        Assert.That(Read(example).Diagnostics.Where(static diagnostic => !diagnostic.Message.StartsWith("No rule has", StringComparison.Ordinal)), Is.Empty);
    }

    private static ConfigurationFile Read(string text) => ConfigurationReader.Read("x.yaml", text, EmbeddedPacks.Default);
}
