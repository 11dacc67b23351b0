namespace FrameworkLsp.Analyzers.Features.Symbols;

/// <summary>Compares a query with names: all its letters must occur in order.</summary>
internal static class FuzzyMatch
{
    // A name that holds the query as it is comes before one that only has its letters.
    private const int Whole = 1000;

    /// <summary>How well a name fits; higher is better, null when it does not. Case and blanks of the query do not matter; an empty query fits all alike.</summary>
    public static int? Score(ReadOnlySpan<char> query, ReadOnlySpan<char> name)
    {
        query = query.Trim();
        if (query.IsEmpty)
        {
            return 0;
        }

        var index = name.IndexOf(query, StringComparison.OrdinalIgnoreCase);
        if (index >= 0)
        {
            var bonus = index == 0 ? 200 : char.IsLetterOrDigit(name[index - 1]) ? 0 : 100;
            return Whole + bonus - Math.Min(99, name.Length - query.Length);
        }

        var (place, gaps, last) = (0, 0, -1);
        foreach (var character in query)
        {
            if (char.IsWhiteSpace(character))
            {
                continue;
            }

            var wanted = char.ToLowerInvariant(character);
            while (place < name.Length && char.ToLowerInvariant(name[place]) != wanted)
            {
                place++;
            }

            if (place == name.Length)
            {
                return null;
            }

            gaps += last < 0 ? place : place - last - 1;
            last = place++;
        }

        return Whole / 2 - Math.Min(Whole / 2, gaps);
    }
}
