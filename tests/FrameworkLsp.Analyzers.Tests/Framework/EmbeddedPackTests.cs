using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Framework;

/// <summary>The embedded pack is sound as data.</summary>
public sealed class EmbeddedPackTests
{
    private static FrameworkDefinition Pack => EmbeddedPacks.Default;

    private static IEnumerable<string> Kinds => Pack.Kinds.Select(kind => kind.Id);

    [Test]
    public void Reads_without_diagnostics_under_full_validation()
    {
        var result = PackReader.Read(EmbeddedPacks.DefaultId, EmbeddedPacks.Files(EmbeddedPacks.DefaultId));

        Assert.That(result.Diagnostics.Select(item => $"{item.File}({item.Span}): {item.Message}"), Is.Empty);
    }

    [Test]
    public void Reading_without_validation_gives_the_same_definition()
    {
        var validated = PackReader.Read(EmbeddedPacks.DefaultId, EmbeddedPacks.Files(EmbeddedPacks.DefaultId)).Definition;

        // Records with arrays compare by reference, so the printed parts are compared.
        Assert.That(Pack.Kinds.Select(kind => kind.Id), Is.EqualTo(validated.Kinds.Select(kind => kind.Id)));
        Assert.That(Pack.Rules.Keys, Is.EquivalentTo(validated.Rules.Keys));
        Assert.That(Pack.Features.Select(feature => (feature.Id, feature.MinLevel)), Is.EqualTo(validated.Features.Select(feature => (feature.Id, feature.MinLevel))));
    }

    [Test]
    public void An_unknown_pack_has_no_files() => Assert.That(EmbeddedPacks.Files("nothing"), Is.Empty);

    [TestCaseSource(nameof(Kinds))]
    public void Titles_are_matched_normalised(string id)
    {
        var kind = Pack.Kind(id)!;
        // What HeadingKey never leaves in a heading can never match.
        var patterns = kind.TitlePatterns.Concat(kind.EmbeddedHeadingPatterns).Concat(kind.AllSections().Select(section => section.HeadingPattern ?? ""));

        Assert.That(patterns.Where(pattern => pattern.Contains('ё', StringComparison.OrdinalIgnoreCase) || pattern.Contains('&', StringComparison.Ordinal)), Is.Empty);
        Assert.That(kind.TitlePatterns, Is.Not.Empty);
    }

    [TestCaseSource(nameof(Kinds))]
    public void The_name_of_a_kind_is_a_title_of_it(string id) =>
        Assert.That(Pack.Kind(id)!.TitlePatterns.Any(pattern => TextPattern.Get(pattern).Fits(HeadingKey.Normalize(Pack.Kind(id)!.Name))));

    [TestCaseSource(nameof(Kinds))]
    public void No_two_sections_have_the_same_name(string id)
    {
        var kind = Pack.Kind(id)!;
        var names = kind.Sections.SelectMany(section => section.Aliases.Append(section.Name).Select(HeadingKey.Normalize).Distinct());

        Assert.That(names, Is.Unique);
    }

    [TestCaseSource(nameof(Kinds))]
    public void No_two_columns_of_a_table_have_the_same_name(string id)
    {
        var kind = Pack.Kind(id)!;
        var tables = kind.Tables.Concat(kind.AllSections().SelectMany(section => section.Tables));

        Assert.That(
            tables.Where(table => table.Columns.SelectMany(column => column.Aliases.Append(column.Name).Select(HeadingKey.Normalize).Distinct()).GroupBy(key => key).Any(group => group.Count() > 1)).Select(table => table.Name),
            Is.Empty);
    }

    [TestCaseSource(nameof(Kinds))]
    public void Generic_names_are_no_own_names(string id)
    {
        var kind = Pack.Kind(id)!;
        foreach (var section in kind.AllSections())
        {
            Assert.That(section.GenericNames.Select(HeadingKey.Normalize).Intersect(section.Aliases.Append(section.Name).Select(HeadingKey.Normalize)), Is.Empty, section.Name);
        }
    }

    [TestCaseSource(nameof(Kinds))]
    public void What_is_demanded_says_why(string id) =>
        Assert.That(Pack.Kind(id)!.AllSections().Where(section => section.Presence is Presence.Required or Presence.Extended && section.Purpose.Length == 0).Select(section => section.Name), Is.Empty);

    [TestCaseSource(nameof(Kinds))]
    public void Its_canonical_path_is_its_own(string id)
    {
        var kind = Pack.Kind(id)!;
        if (kind.CanonicalPath.Length == 0)
        {
            Assert.That(kind.HasRole(KindRoles.Delivers), Is.False);
            return;
        }

        var path = kind.CanonicalPath.EndsWith('/') ? kind.CanonicalPath + "x.md" : kind.CanonicalPath;
        Assert.That(
            kind.FilePatterns.Any(pattern => TextPattern.Get(pattern).Fits(path)) || kind.Folders.Concat(kind.GenericFolders).Any(folder => ("/" + path).Contains("/" + folder, StringComparison.Ordinal)),
            path);
    }

    [Test]
    public void The_engine_finds_the_roles_it_asks_for()
    {
        var roles = Pack.Kinds.SelectMany(kind => kind.Roles).ToHashSet();

        Assert.That(KindRoles.All.Except(roles), Is.Empty);
        foreach (var id in new[] { VocabularyIds.Requirement, VocabularyIds.CheckResult, VocabularyIds.OverallResult, VocabularyIds.ReportStatus, VocabularyIds.Recommendation, VocabularyIds.DocumentState, VocabularyIds.DecisionStatus, VocabularyIds.Priority })
        {
            Assert.That(Pack.Vocabulary(id).Classes, Is.Not.Empty, id);
        }

        Assert.That(Pack.Checks.Select(check => check.Slot), Is.SupersetOf(new[] { SlotIds.Coverage, SlotIds.CoverageThreshold, SlotIds.Tests }));
    }

    [Test]
    public void No_word_of_a_vocabulary_is_in_two_classes()
    {
        foreach (var (id, vocabulary) in Pack.Vocabularies)
        {
            Assert.That(vocabulary.Classes.SelectMany(entry => entry.Words), Is.Unique, id);
            Assert.That(vocabulary.Classes.SelectMany(entry => entry.Emoji), Is.Unique, id);
        }
    }
}
