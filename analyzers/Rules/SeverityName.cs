namespace FrameworkLsp.Analyzers.Rules;

/// <summary>Severities as packs write them.</summary>
public static class SeverityName
{
    /// <summary>The severity with a name; an error for a name that is none, which reading a pack has ruled out.</summary>
    public static Severity Parse(string name) => Enum.TryParse<Severity>(name, ignoreCase: true, out var severity) ? severity : Severity.Error;
}
