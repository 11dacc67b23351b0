using System.Globalization;
using System.Xml;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>The totals of a machine-readable coverage report in Cobertura's form.</summary>
/// <param name="Percent">Line coverage in percent.</param>
/// <param name="Lines">How many lines were measured; null when the report does not say.</param>
public sealed record CoverageReport(double Percent, double? Lines)
{
    private const long LargestReport = 256L * 1024 * 1024;

    /// <summary>
    /// Reads a report; only its first element, which holds the totals. Null for another kind of XML, broken XML or a rate that is none.
    /// Nothing outside the text is ever read.
    /// </summary>
    public static CoverageReport? Parse(string text)
    {
        // Some tools write a document type. It is skipped unread, so no entity it declares is known or expanded.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = LargestReport };
        try
        {
            using var source = new StringReader(text.TrimStart('\uFEFF'));
            using var reader = XmlReader.Create(source, settings);
            return reader.MoveToContent() == XmlNodeType.Element && reader.LocalName == "coverage"
                && Number(reader.GetAttribute("line-rate")) is { } rate and >= 0 and <= 1
                ? new CoverageReport(rate * 100, Number(reader.GetAttribute("lines-valid")))
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
