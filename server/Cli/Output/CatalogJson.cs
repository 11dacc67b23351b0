namespace FrameworkLsp.Server.Cli.Output;

/// <summary>A rule as <c>rules --format json</c> shows it.</summary>
internal sealed record RuleJson(string Id, string Name, string Family, string Severity, string Fix, string Since, string Summary);

/// <summary>What is read at a stage as <c>reading --format json</c> shows it.</summary>
internal sealed record StageReadingJson(string Stage, string Name, IReadOnlyList<ReadingItemJson> Read, string? Success);

/// <summary>A document to read.</summary>
internal sealed record ReadingItemJson(string Path, string? Note);

/// <summary>A document kind as <c>kinds --format json</c> shows it.</summary>
internal sealed record KindJson(string Id, string Name, string? Stage, string? Path);
