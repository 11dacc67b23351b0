using System.Text.Json;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Features.Workspace.ExecuteCommand;

/// <summary>Shows the page of a rule: where it is published when the client can show it, else in short as a message. Answers with the page.</summary>
internal static class ExplainRuleCommand
{
    /// <summary>The command's name.</summary>
    public const string Name = "frameworkLsp.explainRule";

    /// <summary>The command for a rule.</summary>
    public static Command For(RuleDescriptor rule) => new()
    {
        Title = $"Explain {rule.Id}",
        Name = Name,
        Arguments = [JsonSerializer.SerializeToElement(rule.Id, LspJsonContext.Default.String)],
    };

    /// <summary>Executes it; the arguments are the id or name of a rule and, optionally, whether the page is shown.</summary>
    public static async Task<JsonElement?> RunAsync(LanguageSession session, IReadOnlyList<JsonElement> arguments, CancellationToken cancellationToken)
    {
        if (arguments is not [{ ValueKind: JsonValueKind.String } name, ..] || RuleCatalog.Find(name.GetString()!) is not { } rule)
        {
            throw ExecuteCommandHandler.Refusal($"{Name} needs the id or name of a rule.");
        }

        var page = RulePage.Of(rule);
        if (arguments.Count == 1 || DocumentCommand.Argument(Name, [arguments[1]], LspJsonContext.Default.ExplainRuleOptions).Show != false)
        {
            await ShowAsync(session, rule, page, cancellationToken).ConfigureAwait(false);
        }

        return JsonSerializer.SerializeToElement(page.Markdown, LspJsonContext.Default.String);
    }

    private static async Task ShowAsync(LanguageSession session, RuleDescriptor rule, RulePage page, CancellationToken cancellationToken)
    {
        var isShown = session.Client.Features.ShowDocument
            && session.Queue.Current.Settings.RuleUrl is { } url
            && await session.Connection.ShowDocumentAsync(new ShowDocumentParams(url + rule.Id) { External = true }, cancellationToken).ConfigureAwait(false);
        if (!isShown)
        {
            var parts = new[] { $"{rule.Id} {rule.Name}: {page.Summary}", page.Why, page.HowToFix };
            await session.Connection.ShowMessageAsync(MessageType.Info, string.Join("\n\n", parts.Where(static part => part.Length > 0))).ConfigureAwait(false);
        }
    }
}
