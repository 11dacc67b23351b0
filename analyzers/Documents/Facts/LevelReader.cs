using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A place that states the maturity level.</summary>
/// <param name="Value">What it says, as written.</param>
/// <param name="Span">Where the value stands; the field when it has none.</param>
/// <param name="Reading">The value as a level.</param>
/// <param name="Field">The field; null for the threshold row of a verification.</param>
public sealed record LevelCarrier(string Value, TextSpan Span, LevelReading Reading, BoundField? Field)
{
    /// <summary>Whether nothing was answered: the value is empty, a dash, a placeholder or the list of choices.</summary>
    public bool IsOpen { get; init; }
}

/// <summary>Reads a document's maturity level from its carriers: the fields, else the threshold row of a verification (catalogue 1.8, FW103).</summary>
public static class LevelReader
{
    // A dozen rules ask for the level of the same document.
    private static readonly DocumentMemo<LevelCarrier?> Known = new(static document => Carriers(document).FirstOrDefault(static carrier => carrier.Reading.Level is not null));

    /// <summary>The carriers: the fields in the order in which they are preferred, then threshold rows.</summary>
    public static IEnumerable<LevelCarrier> Carriers(BoundDocument document)
    {
        foreach (var field in document.Fields)
        {
            if (field.Definition.Role == FieldRoles.MaturityLevel)
            {
                yield return OfField(document, field);
            }
        }

        foreach (var row in CheckReader.Rows(document))
        {
            if (row.Check?.Slot == SlotIds.CoverageThreshold && InRow(document, row.Row) is var (cell, level))
            {
                yield return new LevelCarrier(cell.Raw, cell.ContentSpan, new LevelReading(level.Number, level, "", null), null);
            }
        }
    }

    /// <summary>The carrier that decides: the first one that gives a level; null when none does.</summary>
    public static LevelCarrier? Find(BoundDocument document) => Known.Of(document);

    /// <summary>The number of the level; null when none can be read.</summary>
    public static int? Level(BoundDocument document) => Find(document)?.Reading.Level?.Number;

    internal static int? Read(BoundDocument document, Action<TextSpan> place)
    {
        if ((Find(document) ?? Carriers(document).FirstOrDefault()) is not { } carrier)
        {
            return null;
        }

        place(carrier.Span);
        return carrier.Reading.Level?.Number;
    }

    private static LevelCarrier OfField(BoundDocument document, BoundField field)
    {
        var value = field.Value;
        var values = document.Definition.Values;
        var span = field.Field.Value.Length > 0 ? field.Field.ValueSpan : field.Field.Span;
        var isOpen = string.IsNullOrWhiteSpace(value) || values.IsDash(value) || values.IsChoiceList(value) || values.Placeholder(value) is not null;
        return new LevelCarrier(value, span, isOpen ? LevelReading.None : document.Definition.Levels.Parse(value), field) { IsOpen = isOpen };
    }

    // "Level 3 requires ≥ 80 %": the first words that read as a level.
    private static (TableCell Cell, MaturityLevel Level)? InRow(BoundDocument document, TableRow row)
    {
        foreach (var cell in row.Cells)
        {
            var text = Words.Fold(cell.Text);
            foreach (var level in document.Definition.Definition.Levels)
            {
                if (level.Aliases.Any(alias => alias.Any(char.IsAsciiDigit) && Words.StartsWithPhrase(text, Words.Fold(alias))))
                {
                    return (cell, level);
                }
            }
        }

        return null;
    }
}
