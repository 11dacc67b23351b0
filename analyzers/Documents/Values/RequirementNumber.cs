using System.Globalization;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>A requirement id as a number of a series, so that the next one can be given.</summary>
/// <param name="Stem">Everything before the digits, in upper case: <c>FR-</c>, <c>REQ-F-</c>.</param>
/// <param name="Number">The number.</param>
/// <param name="Width">How many digits it has.</param>
public readonly record struct RequirementNumber(string Stem, int Number, int Width)
{
    /// <summary>Takes an id apart; a sub id counts as its parent. Null for an id that does not end in a number.</summary>
    public static RequirementNumber? Parse(string id)
    {
        var dot = id.IndexOf('.', StringComparison.Ordinal);
        var whole = dot < 0 ? id : id[..dot];
        var start = whole.Length;
        while (start > 0 && char.IsAsciiDigit(whole[start - 1]))
        {
            start--;
        }

        return start == 0 || whole.Length - start is 0 or > 6
            ? null
            : new RequirementNumber(whole[..start].ToUpperInvariant(), int.Parse(whole.AsSpan(start), CultureInfo.InvariantCulture), whole.Length - start);
    }

    /// <summary>The series of a prefix, before its first id.</summary>
    public static RequirementNumber Start(string prefix, RequirementIdMatcher ids)
    {
        var series = new RequirementNumber(prefix + "-", 0, 1);
        while (series.Width < 6 && !ids.IsCanonical(series.With(1)))
        {
            series = series with { Width = series.Width + 1 };
        }

        return ids.IsCanonical(series.With(1)) ? series : series with { Width = 1 };
    }

    /// <summary>The id of the series with another number.</summary>
    public string With(int number) => Stem + number.ToString(CultureInfo.InvariantCulture).PadLeft(Width, '0');

    /// <summary>The first number of the series above all used ids; numbers of removed requirements are not given again.</summary>
    public int NextFree(IEnumerable<string> used)
    {
        var highest = 0;
        foreach (var id in used)
        {
            if (Parse(id) is { } other && other.Stem == Stem)
            {
                highest = Math.Max(highest, other.Number);
            }
        }

        return highest + 1;
    }
}
