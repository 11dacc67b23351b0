namespace FrameworkLsp.Server.Cli.Output;

/// <summary>Writes the findings of a run in one form.</summary>
internal abstract class ReportWriter
{
    /// <summary>Whether the form shows fixes; computing them costs as much as checking.</summary>
    public virtual bool ShowsFixes => false;

    /// <summary>Writes a report. Ends with a line end when it writes anything.</summary>
    public abstract void Write(LintReport report, TextWriter output);

    /// <summary>The writer for a form.</summary>
    /// <param name="format">The form.</param>
    /// <param name="isColoured">Whether text is coloured.</param>
    public static ReportWriter For(OutputFormat format, bool isColoured) => format switch
    {
        OutputFormat.Concise => new ConciseReport(),
        OutputFormat.Json => new JsonReport(),
        OutputFormat.Jsonl => new JsonLinesReport(),
        OutputFormat.Sarif => new SarifReport(),
        _ => new TextReport(isColoured),
    };
}
