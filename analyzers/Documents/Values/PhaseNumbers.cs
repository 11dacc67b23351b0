using System.Globalization;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>Reads which phases a cell names by number: "Phase 3", "3", "Stage 4.3", "Phases 2-4", "2, 3".</summary>
public static class PhaseNumbers
{
    private const int HighestNumber = 99;

    /// <summary>The numbers in order, sub-stages with their dot, ranges written out; empty when the cell holds anything else, dates and ids for example.</summary>
    public static IReadOnlyList<string> In(string cell)
    {
        var numbers = new List<string>();
        foreach (var piece in cell.Split([' ', ',', ';', '/', '&', '+', '*', '`'], StringSplitOptions.RemoveEmptyEntries))
        {
            var token = piece.TrimStart('#').TrimEnd(':', '.', ')');
            if (!token.Any(char.IsAsciiDigit))
            {
                continue;
            }

            var ends = token.Split('-', '–', '—');
            if (ends.Length > 2 || !ends.All(IsNumber))
            {
                return [];
            }

            if (ends.Length == 2 && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last - first is >= 0 and <= HighestNumber)
            {
                numbers.AddRange(Enumerable.Range(first, last - first + 1).Select(static number => number.ToString(CultureInfo.InvariantCulture)));
            }
            else
            {
                numbers.AddRange(ends);
            }
        }

        return numbers;
    }

    private static bool IsNumber(string text)
    {
        var parts = text.Split('.');
        return parts.Length <= 2 && Array.TrueForAll(parts, static part => part.Length is 1 or 2 && part.All(char.IsAsciiDigit));
    }
}
