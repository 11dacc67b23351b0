using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Server.Cli;

/// <summary>The forms in which findings are written.</summary>
internal enum OutputFormat
{
    /// <summary>For people: source line, marked range, reason and fix.</summary>
    Text,

    /// <summary>One line a finding.</summary>
    Concise,

    /// <summary>One JSON document with findings, fixes and summary.</summary>
    Json,

    /// <summary>One JSON object a line and finding; a stable contract.</summary>
    Jsonl,

    /// <summary>SARIF 2.1.0.</summary>
    Sarif,
}

/// <summary>When output is coloured.</summary>
internal enum ColorChoice
{
    /// <summary>On a terminal, unless <c>NO_COLOR</c> is set.</summary>
    Auto,

    /// <summary>Always.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,
}

/// <summary>What the user wants of <c>lint</c>.</summary>
internal sealed record LintOptions
{
    /// <summary>Files, folders and globs as they were written; <c>-</c> for standard input.</summary>
    public ImmutableArray<string> Paths { get; init; } = ["."];

    /// <summary>The form of the output.</summary>
    public OutputFormat Format { get; init; }

    /// <summary>The file for the output instead of standard output, or null.</summary>
    public string? OutputFile { get; init; }

    /// <summary>Whether fixes are applied.</summary>
    public bool Fix { get; init; }

    /// <summary>Whether fixes that add structure or change facts are applied as well.</summary>
    public bool UnsafeFixes { get; init; }

    /// <summary>Whether the fixes are shown as a diff instead.</summary>
    public bool Diff { get; init; }

    /// <summary>Rules, or beginnings of rule ids, to check alone; empty for all.</summary>
    public ImmutableArray<string> Select { get; init; } = [];

    /// <summary>Rules, or beginnings of rule ids, to leave out.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>The name of the file that standard input stands for, or null.</summary>
    public string? StdinFilename { get; init; }

    /// <summary>Whether it is fine when no document is recognised.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>The only configuration file, or null for those in the folders.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary>Whether only findings are written.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether more is told: configuration files, what was left out, stack traces.</summary>
    public bool Verbose { get; init; }

    /// <summary>Whether the findings are counted by rule.</summary>
    public bool Statistics { get; init; }

    /// <summary>How many warnings are tolerated; null when <see cref="FailLevel"/> decides alone.</summary>
    public int? MaxWarnings { get; init; }

    /// <summary>The lowest severity that makes the run fail.</summary>
    public Severity FailLevel { get; init; } = Severity.Info;

    /// <summary>When output is coloured.</summary>
    public ColorChoice Color { get; init; }
}
