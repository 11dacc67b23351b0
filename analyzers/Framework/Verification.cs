using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>A check that a verification must hold.</summary>
public sealed record VerificationCheck
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Other names, in any language.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>The role of the section it stands in.</summary>
    public string SectionRole { get; init; } = "";

    /// <summary>The canonical command; empty when there is none.</summary>
    public string Command { get; init; } = "";

    /// <summary>What the command is recognised by; empty when it shares its tool with another check.</summary>
    public ImmutableArray<string> Tools { get; init; } = [];

    /// <summary>What a pass looks like.</summary>
    public string Expected { get; init; } = "";

    /// <summary>How bad its absence is, as a severity name.</summary>
    public string Severity { get; init; } = "error";

    /// <summary>Severity by level number where it differs.</summary>
    public ImmutableDictionary<int, string> SeverityByLevel { get; init; } = ImmutableDictionary<int, string>.Empty;

    /// <summary>How bad its absence is at a level, as a severity name; null stands for an unknown level.</summary>
    public string SeverityAt(int? level) => level is { } number && SeverityByLevel.TryGetValue(number, out var own) ? own : Severity;

    /// <summary>Whether it is demanded everywhere or in extended variants only.</summary>
    public Presence Presence { get; init; } = Presence.Required;

    /// <summary>When it is demanded.</summary>
    public Condition When { get; init; } = Condition.Always;

    /// <summary>How often it may be repeated after a failure, or null.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>Whether skipping it is a failure (catalogue FW620, FW702).</summary>
    public bool IsMandatory { get; init; } = true;

    /// <summary>The number slot its row carries (<see cref="SlotIds"/>), or null.</summary>
    public string? Slot { get; init; }
}

/// <summary>How documents say that a check of their own may fail (catalogue FW702).</summary>
public sealed record OptionalChecks
{
    /// <summary>Words in the row that make it optional or for information only.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Headers of columns that ask whether a check must pass, or how much it matters.</summary>
    public ImmutableArray<string> Columns { get; init; } = [];

    /// <summary>What stands in these columns where it need not pass.</summary>
    public ImmutableArray<string> Answers { get; init; } = [];
}

/// <summary>Where numbers that must agree are written (catalogue 1.13).</summary>
public sealed record NumberSlots
{
    /// <summary>How far two coverage numbers may differ, in percentage points.</summary>
    public double CoverageTolerance { get; init; } = 0.5;

    /// <summary>Regular expressions with a group <c>value</c> for coverage in running text (list items and fields).</summary>
    public ImmutableArray<string> CoveragePhrases { get; init; } = [];

    /// <summary>
    /// Regular expressions for tests in running text: a group <c>total</c>, or <c>passed</c> with <c>failed</c> and <c>other</c> as often as
    /// needed, where the others are tests that some tools count and some do not.
    /// </summary>
    public ImmutableArray<string> TestPhrases { get; init; } = [];

    /// <summary>Words that, before a number of tests in the same clause, make it the number of a part or of something else.</summary>
    public ImmutableArray<string> TestPartWords { get; init; } = [];

    /// <summary>
    /// Regular expressions for the share of the requirements that is done, in running text: groups <c>part</c> and <c>whole</c>, or <c>value</c> in
    /// percent; a group <c>qualifier</c> names the requirements that count.
    /// </summary>
    public ImmutableArray<string> RequirementPhrases { get; init; } = [];

    /// <summary>Front matter keys that hold coverage in percent.</summary>
    public ImmutableArray<string> CoverageKeys { get; init; } = [];

    /// <summary>Front matter keys that hold the number of all tests.</summary>
    public ImmutableArray<string> TestKeys { get; init; } = [];

    /// <summary>The machine-readable coverage report's file name; empty when there is none.</summary>
    public string CoverageReport { get; init; } = "";

    /// <summary>The machine-readable test reports' file names; a leading star stands for any beginning.</summary>
    public ImmutableArray<string> TestReports { get; init; } = [];

    /// <summary>Folders that hold test reports, with a closing slash.</summary>
    public ImmutableArray<string> TestReportFolders { get; init; } = [];

    /// <summary>Words that make a percentage right before or behind them a target or history and so no measurement.</summary>
    public ImmutableArray<string> UnmeasuredWords { get; init; } = [];
}

/// <summary>A command of the workflow.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Command">The command line.</param>
/// <param name="Check">The id of the check it belongs to, or null.</param>
public sealed record WorkflowCommand(string Id, string Command, string? Check);

/// <summary>Numbers that must agree wherever they are written.</summary>
public static class SlotIds
{
    /// <summary>Test coverage in percent.</summary>
    public const string Coverage = "coverage";

    /// <summary>The row that states the threshold.</summary>
    public const string CoverageThreshold = "coverage-threshold";

    /// <summary>Test counts.</summary>
    public const string Tests = "tests";

    /// <summary>How many requirements are done.</summary>
    public const string Requirements = "requirements";
}

/// <summary>How evidence names files.</summary>
public sealed record EvidencePaths
{
    /// <summary>The regular expression of a whole path with a place in the file: groups <c>path</c>, <c>line</c>, <c>end</c>.</summary>
    public string Pattern { get; init; } = "(?!)";

    /// <summary>File extensions in lower case, without a dot; other words with a dot are no paths.</summary>
    public ImmutableArray<string> Extensions { get; init; } = [];

    /// <summary>Beginnings of words that say that a file was removed.</summary>
    public ImmutableArray<string> RemovedWords { get; init; } = [];

    /// <summary>Beginnings of words that say that something is kept elsewhere.</summary>
    public ImmutableArray<string> ElsewhereWords { get; init; } = [];

    /// <summary>Files and folders that tools write and that are not kept under version control.</summary>
    public ImmutableArray<string> Generated { get; init; } = [];
}
