using System.Collections.Immutable;
using System.CommandLine;
using FrameworkLsp.Analyzers.Rules;

namespace FrameworkLsp.Server.Cli;

/// <summary><c>lint</c>: checks documents.</summary>
internal static class LintCommand
{
    private static readonly Argument<string[]> _paths = new("paths")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "Files, folders and globs to check; \"-\" for standard input. Default: the current folder. Folders are searched for .md and .markdown files that git does not ignore; a file that is named is checked in any case.",
    };

    private static readonly Choice<OutputFormat> _format = new(
        "--format",
        "The form of the findings. \"jsonl\" is stable: one object a line, positions from 1 in UTF-16 units.",
        ("text", OutputFormat.Text),
        ("concise", OutputFormat.Concise),
        ("json", OutputFormat.Json),
        ("jsonl", OutputFormat.Jsonl),
        ("sarif", OutputFormat.Sarif));

    private static readonly Option<string?> _output = new("--output", "-o") { Description = "Write the findings to a file.", HelpName = "file" };
    private static readonly Option<bool> _fix = new("--fix") { Description = "Apply fixes that keep the meaning of the document." };
    private static readonly Option<bool> _unsafeFixes = new("--unsafe-fixes") { Description = "With --fix or --diff: also apply fixes that add structure or change facts." };
    private static readonly Option<bool> _diff = new("--diff") { Description = "Show what --fix would change and change nothing. Exit code 1 when it would change something." };
    private static readonly Option<string[]> _select = new("--select") { Description = "Check these rules only: ids, names or beginnings of ids (FW3), separated by commas.", HelpName = "rules" };
    private static readonly Option<string[]> _ignore = new("--ignore") { Description = "Leave these rules out.", HelpName = "rules" };
    private static readonly Option<string?> _stdinFilename = new("--stdin-filename") { Description = "Check the text on standard input as if it were this file; with --fix the fixed text goes to standard output.", HelpName = "file" };
    private static readonly Option<bool> _allowEmpty = new("--allow-empty") { Description = "Succeed even if no document of the workflow is found." };
    private static readonly Option<string?> _config = new("--config") { Description = "Use this configuration file for everything instead of the nearest .framework-lsp.yaml; its globs are then relative to the repository root.", HelpName = "file" };
    private static readonly Choice<Severity> _failLevel = new(
        "--fail-level",
        "The lowest severity that makes the exit code 1.",
        ("info", Severity.Info),
        ("error", Severity.Error),
        ("warning", Severity.Warning),
        ("hint", Severity.Hint));

    private static readonly Option<int?> _maxWarnings = new("--max-warnings")
    {
        Description = "Exit with 1 on errors or more warnings than this, and ignore lower severities.",
        HelpName = "number",
        CustomParser = static result =>
        {
            if (result.Tokens is [{ Value: var text }] && int.TryParse(text, out var number) && number >= 0)
            {
                return number;
            }

            result.AddError("--max-warnings takes a number that is not negative.");
            return null;
        },
    };

    private static readonly Option<bool> _statistics = new("--statistics") { Description = "Count the findings by rule and tell the time that each rule took, on standard error." };
    private static readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "Write findings and errors only, no summary." };
    private static readonly Choice<ColorChoice> _color = new(
        "--color",
        "When to colour text; \"auto\" means on a terminal, unless NO_COLOR is set.",
        ("auto", ColorChoice.Auto),
        ("always", ColorChoice.Always),
        ("never", ColorChoice.Never));


    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal, Option<bool> verbose)
    {
        var command = new Command("lint", "Check documents. Exit code 0: no findings; 1: findings (hints do not count, see --fail-level); 2: wrong usage or configuration, an internal error, or no document was found.")
        {
            _paths, _format.Option, _output, _fix, _unsafeFixes, _diff, _select, _ignore, _stdinFilename, _allowEmpty, _config, _failLevel.Option, _maxWarnings, _statistics, _quiet, _color.Option,
        };
        command.Validators.Add(static result =>
        {
            // Without this an option that does not exist would be taken for a file that does not exist.
            if (result.GetResult(_paths)?.Tokens.FirstOrDefault(static token => token.Value is ['-', _, ..]) is { } unknown)
            {
                result.AddError($"There is no option \"{unknown.Value}\" (for a file of that name write \"./{unknown.Value}\").");
            }

            if (result.GetValue(_fix) && result.GetValue(_diff))
            {
                result.AddError("--fix and --diff exclude each other.");
            }
        });
        command.SetAction((result, cancellationToken) =>
        {
            var options = Read(result) with { Verbose = result.GetValue(verbose) };
            using var progress = new RunProgress(terminal.IsErrorInteractive && !options.Quiet, terminal.Error);
            return Task.FromResult(new LintRun(options, terminal, progress).Execute(cancellationToken));
        });
        return command;
    }

    private static LintOptions Read(ParseResult result) => new()
    {
        Paths = [.. result.GetValue(_paths) ?? []],
        Format = _format.In(result),
        OutputFile = result.GetValue(_output),
        Fix = result.GetValue(_fix),
        UnsafeFixes = result.GetValue(_unsafeFixes),
        Diff = result.GetValue(_diff),
        Select = Split(result.GetValue(_select)),
        Ignore = Split(result.GetValue(_ignore)),
        StdinFilename = result.GetValue(_stdinFilename),
        AllowEmpty = result.GetValue(_allowEmpty),
        ConfigurationFile = result.GetValue(_config),
        FailLevel = _failLevel.In(result),
        MaxWarnings = result.GetValue(_maxWarnings),
        Statistics = result.GetValue(_statistics),
        Quiet = result.GetValue(_quiet),
        Color = _color.In(result),
    };

    private static ImmutableArray<string> Split(string[]? lists) =>
        [.. (lists ?? []).SelectMany(static list => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
