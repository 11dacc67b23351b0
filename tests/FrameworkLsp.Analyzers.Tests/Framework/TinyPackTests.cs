using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Testing;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Framework;

public sealed class TinyPackTests
{
    [Test]
    public void ReadsWithoutDiagnostics() =>
        Assert.That(TinyPack.Result.Diagnostics.Select(item => $"{item.File}({item.Span}): {item.Message}"), Is.Empty);

    [Test]
    public void Is_read_into_every_part_of_the_definition()
    {
        var definition = TinyPack.Definition;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(definition.Id, Is.EqualTo("tiny"));
            Assert.That(definition.Kinds.Select(kind => kind.Id), Is.EqualTo(["steckbrief", "bauplan", "pruefbericht"]));
            Assert.That(definition.Kind("bauplan")!.Predecessor, Is.EqualTo("steckbrief"));
            Assert.That(definition.Levels.Select(level => (level.Number, level.CoverageThreshold, level.BaseMinutes, level.UpperBaseMinutes)), Is.EqualTo([(1, 50.0, 20.0, 25.0), (2, 70, 40, 50), (3, 90, 90, 120)]));
            Assert.That(definition.Module("lack")!.Requires, Is.EqualTo(["trockner"]));
            Assert.That(definition.Phases.Single(phase => phase.Number == 3).When, Is.EqualTo(new Condition(null, "lack")));
            Assert.That(definition.Naming.DefaultParts, Is.EqualTo(2));
            Assert.That(definition.Naming.Contexts.Single(context => context.Id == "altlager").State, Is.EqualTo(ContextState.Deprecated));
            Assert.That(definition.Checks.Single(check => check.Id == "mindestwert").SeverityByLevel[1], Is.EqualTo("info"));
            Assert.That(definition.Kind("pruefbericht")!.Section("messung")!.Tables.Single().Columns.Single(column => column.Role == ColumnRoles.Result).IsKey);
        }
    }

    [TestCase(VocabularyIds.OverallResult, "Nicht bestanden", StatusClasses.Fail)]
    [TestCase(VocabularyIds.OverallResult, "bestanden", StatusClasses.Pass)]
    [TestCase(VocabularyIds.Recommendation, "Nicht freigeben!", StatusClasses.Fail)]
    [TestCase(VocabularyIds.Priority, "Muss", "must")]
    public void Its_words_are_its_own(string vocabulary, string value, string expected) =>
        Assert.That(new CompiledDefinition(TinyPack.Definition).Status(vocabulary).Classify(value), Is.EqualTo(expected));
}
