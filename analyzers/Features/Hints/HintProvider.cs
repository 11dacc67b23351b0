using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Hints;

/// <summary>Shows what numbers and ids of a document stand for.</summary>
public static class HintProvider
{
    /// <summary>The hints in a range of a file's source text, in order; empty for a file that is no framework document.</summary>
    /// <param name="file">The file.</param>
    /// <param name="analysis">The analysis of the workspace, for what other documents say.</param>
    /// <param name="range">The range.</param>
    /// <param name="choice">Which hints are wanted.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<Hint> GetHints(BoundFile file, WorkspaceAnalysis analysis, TextSpan range, HintChoice choice, CancellationToken cancellationToken = default)
    {
        var hints = new List<Hint>();
        var facts = analysis.PartsOf(file.Path);
        foreach (var document in file.Parts.Where(document => !document.IsTemplate && !document.IsReference && document.Part < facts.Length))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var documents = DeliveryScope.OfRequirements(document, analysis);
            hints.AddRange([
                .. choice.Levels ? Levels(document) : [],
                .. choice.Modules ? Modules(document) : [],
                .. choice.Thresholds ? Thresholds(document, facts[document.Part], documents) : [],
                .. choice.Titles ? TitleHints.In(document, documents, range, cancellationToken) : []]);
        }

        return [.. hints.Where(hint => range.Start <= hint.Offset && hint.Offset <= range.End).OrderBy(static hint => hint.Offset).DistinctBy(static hint => (hint.Offset, hint.Text))];
    }

    private static IEnumerable<Hint> Levels(BoundDocument document)
    {
        foreach (var carrier in LevelReader.Carriers(document))
        {
            if (carrier.Reading.Level is { } level && !carrier.Value.Contains('%', StringComparison.Ordinal))
            {
                var threshold = $"coverage ≥ {Percent(level)}";
                var isNamed = carrier.Value.Contains(level.Name, StringComparison.OrdinalIgnoreCase);
                yield return new Hint(End(document, carrier.Span), isNamed ? threshold : $"{level.Name}, {threshold}", $"{level.Display}: {level.Goal}".TrimEnd(' ', ':'));
            }
        }
    }

    private static IEnumerable<Hint> Modules(BoundDocument document)
    {
        if (ModuleReader.Find(document) is { Field.Field: var field, Reading: var reading } && ModuleSelection.Complete(document.Definition.Definition, reading.Modules) is { Added.IsEmpty: false } selection)
        {
            var span = field.Value.Length > 0 ? field.ValueSpan : field.Span;
            yield return new Hint(End(document, span), "+ " + string.Join(", ", selection.Added.Select(static entry => entry.Needed.Name)), selection.Describe() + ".");
        }
    }

    // A coverage without a level of its own is measured by that of the delivery.
    private static IEnumerable<Hint> Thresholds(BoundDocument document, DocumentPart part, IReadOnlyList<DocumentFacts> documents)
    {
        var definition = document.Definition.Definition;
        var number = part.Facts.Level ?? documents.FirstOrDefault(static facts => facts.Level is not null)?.Level;
        if (number is not { } stated || definition.Level(stated) is not { } level)
        {
            yield break;
        }

        for (var ordinal = 0; ordinal < part.Facts.Coverage.Count; ordinal++)
        {
            yield return new Hint(End(document, part.Locations.Local(FactKey.Coverage(ordinal))), $"of ≥ {Percent(level)}", $"Level {level.Display} asks for a coverage of at least {Percent(level)}.");
        }
    }

    private static int End(BoundDocument document, TextSpan span) => document.ToSource.ToSource(span).End;

    private static string Percent(MaturityLevel level) => level.CoverageThreshold.ToString("0.##", CultureInfo.InvariantCulture) + " %";
}
