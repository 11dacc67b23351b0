using System.CommandLine;
using System.Text.Json;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Server.Cli.Output;

namespace FrameworkLsp.Server.Cli;

/// <summary><c>rules</c>: lists the rules.</summary>
internal static class RulesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var format = Catalog.FormatChoice();
        var command = new Command("rules", "List the rules with their ids, names, severities and fixes.") { format.Option };
        command.SetAction(result => Write(format.In(result), terminal.Output));
        return command;
    }

    private static int Write(CatalogFormat format, TextWriter output)
    {
        var rules = RuleCatalog.Descriptors
            .Select(static rule => new RuleJson(rule.Id, rule.Name, Family(rule), Names.Of(rule.Severity), Names.Of(rule.Fix), rule.Since, RulePage.Of(rule).Summary))
            .ToList();
        if (format == CatalogFormat.Json)
        {
            output.WriteLine(JsonSerializer.Serialize(rules, ReportJsonContext.Indented.IReadOnlyListRuleJson));
            return ExitCode.Clean;
        }

        string[] header = ["ID", "NAME", "SEVERITY", "FIX", "CHECKS"];
        Catalog.WriteTable([header, .. rules.Select(static rule => new[] { rule.Id, rule.Name, rule.Severity, rule.Fix == Names.Of(FixSafety.None) ? "" : rule.Fix, FirstSentence(rule.Summary) })], output);
        return ExitCode.Clean;
    }

    private static string FirstSentence(string text) => text.IndexOf(". ", StringComparison.Ordinal) is var end and >= 0 ? text[..(end + 1)] : text;

    private static string Family(RuleDescriptor rule) => rule.Family.ToString().ToLowerInvariant();
}
