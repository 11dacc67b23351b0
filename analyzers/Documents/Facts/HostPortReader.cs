using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>
/// Reads ports of the host: "(Port 8000)", "Port: 8001 (external), 8000 (internal)", the cell of a column for them. Addresses are internal:
/// every container may listen on the same port.
/// </summary>
/// <param name="architecture">The words for ports.</param>
internal sealed class HostPortReader(Architecture architecture)
{
    private static readonly ConditionalWeakTable<Architecture, ColumnKeys> Columns = [];

    private const int HighestPort = 65535;
    private const int LongestRemark = 16;
    private const int LongestJoin = 4;
    private static readonly SearchValues<char> Joins = SearchValues.Create(" :=`*#№");

    private readonly ImmutableArray<string> _columns = Columns.GetValue(architecture, static known => new ColumnKeys([.. known.PortColumns.Select(HeadingKey.Normalize)])).Keys;

    /// <summary>The column of ports; -1 when a table has none.</summary>
    public int Column(MarkdownTable table) => _columns
        .Select(key => ServiceLists.Column(table, name => name == key))
        .FirstOrDefault(static column => column >= 0, -1);

    /// <summary>The first port in a cell for ports; of a mapping "8001:8000" the host's.</summary>
    public HostPort? OfCell(TableCell cell) => At(cell.Raw, FirstDigit(cell.Raw, 0), cell.ContentSpan.Start);

    /// <summary>The first port behind a word for one; null when there is none.</summary>
    public HostPort? Find(string raw, int offset)
    {
        foreach (var word in architecture.PortWords)
        {
            for (var index = raw.IndexOf(word, StringComparison.OrdinalIgnoreCase); index >= 0; index = raw.IndexOf(word, index + 1, StringComparison.OrdinalIgnoreCase))
            {
                var digit = FirstDigit(raw, index + word.Length);
                if ((index == 0 || !char.IsLetterOrDigit(raw[index - 1])) && IsJoin(raw.AsSpan(index + word.Length, digit - index - word.Length)) && At(raw, digit, offset) is { } port)
                {
                    return port;
                }
            }
        }

        return null;
    }

    private HostPort? At(string raw, int start, int offset)
    {
        var end = start;
        while (end < raw.Length && char.IsAsciiDigit(raw[end]))
        {
            end++;
        }

        // "8000 (internal)" is the container's own.
        var remark = Words.Fold(raw.Substring(end, Math.Min(LongestRemark, raw.Length - end)).TrimStart(' ', '(', '`', '*'));
        return end - start is >= 2 and <= 5
            && int.Parse(raw.AsSpan(start, end - start), CultureInfo.InvariantCulture) is var number and <= HighestPort
            && !architecture.InnerPortWords.Any(word => Words.StartsWithPhrase(remark, Words.Fold(word)))
            ? new HostPort(number, new TextSpan(offset + start, end - start))
            : null;
    }

    private static int FirstDigit(string raw, int start)
    {
        while (start < raw.Length && !char.IsAsciiDigit(raw[start]))
        {
            start++;
        }

        return start;
    }

    private static bool IsJoin(ReadOnlySpan<char> between) => between.Length <= LongestJoin && between.IndexOfAnyExcept(Joins) < 0;

    private sealed record ColumnKeys(ImmutableArray<string> Keys);
}
