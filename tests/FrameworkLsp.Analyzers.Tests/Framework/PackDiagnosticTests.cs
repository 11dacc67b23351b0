using FrameworkLsp.Analyzers.Framework;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Framework;

/// <summary>Each way a pack can be wrong is one diagnostic at exactly the offending node, and the message says what is allowed.</summary>
public sealed class PackDiagnosticTests
{
    private static readonly TestCaseData<string, string>[] Cases =
    [
        new("name: x\n⟦nme⟧: y", "Unknown key \"nme\"; allowed: id, name, kind_order,"),
        new("name: x\nlevels:\n  - {number: 1, name: A, ⟦cverage⟧: 3}", "Unknown key \"cverage\"; allowed: base_minutes, number,"),
        new("name: ⟦[a]⟧", "\"name\" must be a single value."),
        new("⟦name⟧:", "\"name\" has no value"),
        new("name: x\nstages: ⟦yes⟧", "\"stages\" must be a list"),
        new("name: x\nstages: [⟦yes⟧]", "This must be a mapping"),
        new("name: x\nmodules: ⟦[a]⟧", "This must be a mapping"),
        new("name: x\ndash_values: [⟦{a: b}⟧]", "must be a single value"),
        new("name: x\ndates: {months: {⟦13⟧: [undecimber]}}", "\"13\" is no month"),
        new("name: x\nkinds:\n  - {⟦name⟧: A}", "The key \"id\" is missing."),
        new("name: x\nvariants:\n  - ⟦{}⟧", "The key \"id\" is missing."),
        new("name: x\nlevels: [{number: ⟦one⟧, name: A}]", "\"one\" is not a whole number."),
        new("name: x\nlevels: [{number: 1, name: A, coverage_threshold: ⟦much⟧}]", "\"much\" is not a number."),
        new("name: x\nvariants: [{id: a, extended: ⟦yes⟧}]", "\"yes\" is not allowed here; choose one of: true, false."),
        new("name: x\nkinds: [{id: a, name: A, sections: [{role: r, name: R, presence: ⟦must⟧}]}]", "choose one of: required, extended, conditional, optional."),
        new("name: x\nkinds: [{id: a, name: A, header_fields: [{role: r, name: R, value: ⟦txt⟧}]}]", "\"txt\" is not allowed here; choose one of: text, level,"),
        new("name: x\nkinds: [{id: a, name: A, roles: [⟦reads⟧]}]", "\"reads\" is no role of a kind; choose from: validates-prompt,"),
        new("name: x\nchecks: [{id: a, name: A, severity: ⟦fatal⟧}]", "choose one of: error, warning, info, hint."),
        new("name: x\nchecks: [{id: a, name: A, slot: ⟦time⟧}]", "choose one of: coverage, coverage-threshold, tests, requirements."),
        new("name: x\nkinds: [{id: a, name: A, title_patterns: [⟦'('⟧]}]", "Not a valid regular expression"),
        new("name: x\nnaming: {syntax: ⟦'[z-a]'⟧}", "Not a valid regular expression"),
        new("name: x\nkinds: [{id: a, name: A}, {id: ⟦a⟧, name: B}]", "The document kind \"a\" is already defined."),
        new("name: x\nlevels: [{number: 1, name: A}, {number: ⟦1⟧, name: B}]", "The level 1 is already defined."),
        new("name: x\nkinds: [{id: a, name: A, sections: [{role: r, name: R}, {role: ⟦r⟧, name: S}]}]", "The role \"r\" is already used here."),
        new("name: x\nkinds: [{id: a, name: A, sections: [{role: r, name: R, subsections: [{role: ⟦r⟧, name: S}]}]}]", "The role \"r\" is already used here."),
        new("name: x\nkinds: [{id: a, name: A, sections: [{role: r, name: R, subsections: [{role: s, name: S, ⟦subsections⟧: []}]}]}]", "Unknown key \"subsections\""),
        new("name: x\nkinds: [{id: a, name: A, predecessor: ⟦b⟧}]", "There is no document kind \"b\"; known: a."),
        new("name: x\nrules: {FW003: {kinds: [⟦intke⟧]}}", "There is no document kind \"intke\"; the pack has none."),
        new("name: x\nmodules: {items: [{id: a, name: A, requires: [⟦b⟧]}]}", "There is no module \"b\"; known: a."),
        new("name: x\nfeatures: [{id: a, name: A, min_level: ⟦3⟧}]", "There is no level \"3\""),
        new("name: x\nphases: [{number: 1, name: A, when: {module: ⟦b⟧}}]", "There is no module \"b\""),
        new("name: x\nphases: [{number: 1, name: A, when: {⟦level⟧: 2}}]", "Unknown key \"level\"; allowed: min_level, module."),
        new("name: x\nchecks: [{id: a, name: A, section: ⟦s⟧}]", "There is no section role \"s\""),
        new("name: x\nchecks: [{id: a, name: A, severity_by_level: {⟦7⟧: info}}]", "There is no level \"7\""),
        new("name: x\nkinds: [{id: a, name: A, sections: [{role: r, name: R, tables: [⟦checks⟧]}]}]", "The kind has no table \"checks\"; it has: "),
        new("name: x\nreference_roots: [⟦docs⟧]", "A folder ends in a slash: \"docs/\"."),
        new("name: x\nvocabularies: {priority: [{class: must, words: [⟦MUST⟧]}]}", "write \"must\""),
        new("name: x\nvocabularies: {⟦priority⟧: [{class: must}, {class: must}]}", "The class \"must\" is listed twice."),
        new("name: x\nkinds: [{id: a, name: A, sections: [{role: r, name: R, ⟦presence⟧: conditional}]}]", "needs a \"when\""),
        new("name: x\nnaming: {type_synonyms: {svc: ⟦apy⟧}}", "There is no service type \"apy\""),
        new("name: x\nname⟦⟧ y", "Not valid YAML"),
        new("name: x\nlevels: ⟦&a⟧ []", "anchors and aliases are not supported"),
        new("name: x\n⟦name⟧: y", "The key \"name\" is already set above."),
    ];

    [TestCaseSource(nameof(Cases))]
    public void Problem_is_reported_at_its_node(string marked, string message)
    {
        var (text, span) = Marked.Parse(marked);

        var diagnostics = PackReader.Read("x", [new PackFile("pack.yaml", text)]).Diagnostics;

        Assert.That(diagnostics.Select(item => item.Message), Has.Some.Contains(message));
        var diagnostic = diagnostics.First(item => item.Message.Contains(message, StringComparison.Ordinal));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(diagnostic.File, Is.EqualTo("pack.yaml"));
            if (!message.StartsWith("Not valid", StringComparison.Ordinal) || !span.IsEmpty)
            {
                Assert.That(text.Substring(diagnostic.Span.Start, diagnostic.Span.Length), Is.EqualTo(text.Substring(span.Start, span.Length)));
                Assert.That(diagnostic.Span, Is.EqualTo(span));
            }

            Assert.That(diagnostics, Has.Length.EqualTo(1), () => string.Join('\n', diagnostics));
        }
    }

    [Test]
    public void A_pack_without_files_lacks_its_name() =>
        Assert.That(PackReader.Read("x", []).Diagnostics.Single().Message, Does.Contain("The pack has no name"));

    [Test]
    public void A_concern_stands_once_but_lists_are_joined()
    {
        var result = PackReader.Read(
            "x",
            [
                new PackFile("b.yaml", "name: y\nlevels: [{number: 2, name: B}]"),
                new PackFile("a.yaml", "name: x\nlevels: [{number: 1, name: A}]"),
            ]);

        Assert.That(result.Definition.Levels.Select(level => level.Name), Is.EqualTo(["A", "B"]));
        Assert.That(result.Definition.Name, Is.EqualTo("x"));
        Assert.That(result.Diagnostics.Single(), Is.EqualTo(new PackDiagnostic("b.yaml", new(0, 4), "\"name\" is already given in another file of the pack.")));
    }

    [Test]
    public void References_reach_across_files_in_any_order()
    {
        var result = PackReader.Read(
            "x",
            [
                new PackFile("a.yaml", "name: x\nrules: {FW003: {kinds: [intake], parameters: {words: [a, b]}}}"),
                new PackFile("b.yaml", "kinds: [{id: intake, name: Intake}]"),
            ]);

        Assert.That(result.Diagnostics, Is.Empty);
        Assert.That(result.Definition.Rules["FW003"].Parameters["words"], Is.EqualTo(["a", "b"]));
    }

    [Test]
    public void What_could_be_read_is_kept()
    {
        var result = PackReader.Read("x", [new PackFile("a.yaml", "name: x\nlevels: [{number: 1, name: A}, 7]"), new PackFile("b.yaml", "phases: [")]);

        Assert.That(result.Diagnostics, Has.Length.EqualTo(2));
        Assert.That(result.Definition.Levels.Single().Name, Is.EqualTo("A"));
    }
}
