namespace FrameworkLsp.Server.Cli;

/// <summary>The forms in which lists are shown.</summary>
internal enum CatalogFormat
{
    /// <summary>A table.</summary>
    Text,

    /// <summary>A JSON array.</summary>
    Json,
}

/// <summary>Shows lists as tables.</summary>
internal static class Catalog
{
    /// <summary>The option for the form.</summary>
    public static Choice<CatalogFormat> FormatChoice() =>
        new("--format", "The form of the list.", ("text", CatalogFormat.Text), ("json", CatalogFormat.Json));

    /// <summary>Writes rows with columns aligned; the last column is not padded.</summary>
    public static void WriteTable(IReadOnlyList<string[]> rows, TextWriter output)
    {
        var columns = rows.Count == 0 ? 0 : rows[0].Length;
        var widths = Enumerable.Range(0, columns).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            output.WriteLine(string.Join("  ", row.Select((cell, column) => column == columns - 1 ? cell : cell.PadRight(widths[column]))).TrimEnd());
        }
    }
}
