using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads a document's maturity level from its carriers: the field, else the threshold row of a verification (catalogue 1.8, FW103).</summary>
internal static class LevelReader
{
    public static int? Read(BoundDocument document, Action<TextSpan> place)
    {
        if (document.Field(FieldRoles.MaturityLevel) is { } field)
        {
            place(field.Field.Value.Length > 0 ? field.Field.ValueSpan : field.Field.Span);
            return document.Definition.Values.IsChoiceList(field.Value) ? null : document.Definition.Levels.Parse(field.Value).Level?.Number;
        }

        foreach (var row in CheckReader.Rows(document))
        {
            if (row.Check?.Slot != SlotIds.CoverageThreshold)
            {
                continue;
            }

            foreach (var cell in row.Row.Cells)
            {
                if (LevelIn(document, cell) is { } level)
                {
                    place(cell.ContentSpan);
                    return level;
                }
            }
        }

        return null;
    }

    // "Level 3 requires ≥ 80 %": the first words that read as a level.
    private static int? LevelIn(BoundDocument document, TableCell cell)
    {
        foreach (var level in document.Definition.Definition.Levels)
        {
            if (level.Aliases.Any(alias => alias.Any(char.IsAsciiDigit) && Values.Words.StartsWithPhrase(Values.Words.Fold(cell.Text), Values.Words.Fold(alias))))
            {
                return level.Number;
            }
        }

        return null;
    }
}
