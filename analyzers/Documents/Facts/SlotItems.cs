using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Finds the list items that state a number of the whole project in one of the canonical phrases (catalogue 1.13).</summary>
internal static class SlotItems
{
    /// <summary>The items with the number that the phrase reads from them.</summary>
    public static IEnumerable<(ListItem Item, NumberToken Number)> Of(BoundDocument document, Func<string, NumberToken?> phrase)
    {
        var found = new List<(ListItem Item, NumberToken Number, bool IsLabelled)>();
        foreach (var item in document.Outline.ListItems)
        {
            if (phrase(item.Raw) is { } number && !document.Definition.NegativeScope.IsNegative(document.Outline, item.Section))
            {
                // "`logistics_shipping_api`: 120 tests ..." is about one service.
                var label = item.Raw.AsSpan(0, number.Start);
                if (label.IndexOf('_') < 0 || label.IndexOfAnyInRange('a', 'z') < 0)
                {
                    found.Add((item, number, label.Contains(':')));
                }
            }
        }

        // Several labelled items of one list break the number down, by service for example: none of them is the project's (decisions 35).
        return found
            .GroupBy(static entry => entry.IsLabelled ? (entry.Item.Section, entry.Item.Parent) : (-1, entry.Item.Index))
            .Where(static group => group.Key.Item1 < 0 || group.Take(2).Count() == 1)
            .SelectMany(static group => group.Select(static entry => (entry.Item, entry.Number)));
    }
}
