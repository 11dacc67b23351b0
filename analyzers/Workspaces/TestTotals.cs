using System.Globalization;
using System.Xml;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>The totals of machine-readable test reports.</summary>
/// <param name="Total">All tests.</param>
/// <param name="Failed">Tests that failed or broke.</param>
/// <param name="Skipped">Tests that were not run.</param>
public sealed record TestTotals(int Total, int Failed, int Skipped)
{
    private const long LargestReport = 256L * 1024 * 1024;

    /// <summary>Tests that passed.</summary>
    public int Passed => Total - Failed - Skipped;

    /// <summary>Reads a report in the form of JUnit or TRX; null for anything else, broken XML or numbers that are none. Nothing outside the text is read.</summary>
    public static TestTotals? Parse(string text)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = LargestReport };
        try
        {
            using var source = new StringReader(text.TrimStart('\uFEFF'));
            using var reader = XmlReader.Create(source, settings);
            if (reader.MoveToContent() != XmlNodeType.Element)
            {
                return null;
            }

            return reader.LocalName switch
            {
                "testsuite" => Suite(reader),
                "testsuites" => Suite(reader) ?? Suites(reader),
                "TestRun" => Run(reader),
                _ => null,
            };
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>The sum of two reports.</summary>
    public static TestTotals operator +(TestTotals left, TestTotals right) => Add(left, right);

    /// <summary>The sum of two reports.</summary>
    public static TestTotals Add(TestTotals left, TestTotals right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return new TestTotals(left.Total + right.Total, left.Failed + right.Failed, left.Skipped + right.Skipped);
    }

    private static TestTotals? Suite(XmlReader reader) => Number(reader, "tests") is { } total
        ? new TestTotals(total, (Number(reader, "failures") ?? 0) + (Number(reader, "errors") ?? 0), (Number(reader, "skipped") ?? 0) + (Number(reader, "disabled") ?? 0))
        : null;

    // Some tools leave the totals out of the outer element; nested suites are counted in the one that holds them.
    private static TestTotals? Suites(XmlReader reader)
    {
        TestTotals? sum = null;
        var isOpen = reader.Read();
        while (isOpen)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "testsuite" } && Suite(reader) is { } suite)
            {
                sum = sum is null ? suite : sum + suite;
                reader.Skip();
                isOpen = !reader.EOF;
            }
            else
            {
                isOpen = reader.Read();
            }
        }

        return sum;
    }

    private static TestTotals? Run(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Counters" } && Number(reader, "total") is { } total)
            {
                var failed = (Number(reader, "failed") ?? 0) + (Number(reader, "error") ?? 0) + (Number(reader, "timeout") ?? 0) + (Number(reader, "aborted") ?? 0);
                return new TestTotals(total, failed, Math.Max(0, total - (Number(reader, "executed") ?? total)));
            }
        }

        return null;
    }

    private static int? Number(XmlReader reader, string name) =>
        int.TryParse(reader.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
