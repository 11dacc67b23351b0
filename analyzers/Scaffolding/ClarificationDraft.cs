using System.Text;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>Writes the answer to a prompt: what it lacks, with the levels and modules to choose from, or that nothing is missing (seed Stage 1).</summary>
internal sealed class ClarificationDraft(ScaffoldText text)
{
    private readonly ScaffoldPhrases _phrases = text.Definition.Phrases;

    /// <summary>Whether an input without which the workflow may not go on is missing.</summary>
    public static bool IsRequest(ScaffoldText text) => Missing(text).Any();

    /// <summary>What is missing, each with a place for the answer; empty when nothing is.</summary>
    public string Missing()
    {
        var builder = new StringBuilder();
        if (_phrases[ScaffoldPhrases.MissingIntro] is { Length: > 0 } intro)
        {
            builder.Append(intro).Append('\n');
        }

        foreach (var input in Missing(text))
        {
            builder.Append('\n').Append(input.FieldRole switch
            {
                FieldRoles.MaturityLevel => Levels(input),
                FieldRoles.Modules => Modules(input),
                _ => Question(input),
            });
        }

        return builder.ToString().TrimStart('\n');
    }

    /// <summary>That nothing is missing.</summary>
    public string Verdict() => _phrases[ScaffoldPhrases.Verdict] is { Length: > 0 } verdict ? verdict + "\n" : "";

    /// <summary>The prompt as a quote, without its title; empty when there is none.</summary>
    public string Prompt()
    {
        var lines = text.Content.Prompt.ReplaceLineEndings("\n").Split('\n').Where(static line => !line.StartsWith("# ", StringComparison.Ordinal)).ToList();
        var body = string.Join('\n', lines).Trim('\n', ' ');
        return body.Length == 0 ? "" : string.Concat(body.Split('\n').Select(static line => $"> {line}".TrimEnd() + "\n"));
    }

    /// <summary>The inputs that are there, besides those with a field of their own.</summary>
    public string Present()
    {
        var builder = new StringBuilder();
        foreach (var input in text.Definition.PromptInputs.Where(static input => input.FieldRole is null))
        {
            if (Answer(text, input) is { Length: > 0 } answer)
            {
                builder.Append(_phrases.Fill(ScaffoldPhrases.InputPresent, ("name", input.Name), ("answer", OneLine(answer)))).Append('\n');
            }
        }

        return builder.ToString();
    }

    /// <summary>The answer to an input; empty when there is none.</summary>
    public static string Answer(ScaffoldText text, PromptInput input) => input.FieldRole switch
    {
        FieldRoles.MaturityLevel => text.Level?.Display ?? "",
        FieldRoles.Modules => text.Modules(),
        _ => text.Content.Answers.GetValueOrDefault(input.Id, ""),
    };

    private static IEnumerable<PromptInput> Missing(ScaffoldText text) =>
        text.Definition.PromptInputs.Where(input => input.IsBlocker && (input.FieldRole is not null || text.Content.Prompt.Length > 0) && Answer(text, input).Length == 0);

    private string Levels(PromptInput input)
    {
        var options = text.Definition.Levels.Select(level => _phrases.Fill(
            ScaffoldPhrases.LevelOption,
            ("number", ScaffoldText.Number(level.Number)),
            ("name", level.Name),
            ("minutes", ScaffoldText.Number(level.BaseMinutes)),
            ("summary", level.Summary)));
        return Choice(input, ScaffoldPhrases.LevelQuestion, options);
    }

    private string Modules(PromptInput input)
    {
        var options = text.Definition.Modules.Items
            .Where(module => module.IsOffered || text.Content.MentionedModules.Contains(module.Id))
            .Select(module => _phrases.Fill(
                ScaffoldPhrases.ModuleOption,
                ("name", module.Technology.Length > 0 && module.Technology != module.Name ? $"{module.Name} ({module.Technology})" : module.Name),
                ("note", text.Content.MentionedModules.Contains(module.Id) ? _phrases[ScaffoldPhrases.ModuleMentioned] : "")).TrimEnd());
        return Choice(input, ScaffoldPhrases.ModulesQuestion, options);
    }

    private string Choice(PromptInput input, string question, IEnumerable<string> options)
    {
        var builder = new StringBuilder(_phrases[question]).Append("\n\n");
        foreach (var option in options.Where(static option => option.Length > 0))
        {
            builder.Append(option).Append('\n');
        }

        return builder.Append('\n').Append(Blank(input)).ToString();
    }

    private string Question(PromptInput input) => (input.Question.Length > 0 ? input.Question + "\n\n" : "") + Blank(input);

    private string Blank(PromptInput input) => $"- **{FieldName(input)}**: {_phrases[ScaffoldPhrases.AnswerBlank]}".TrimEnd() + "\n";

    private string FieldName(PromptInput input) =>
        text.Request.Kind.HeaderFields.FirstOrDefault(field => field.Role == input.FieldRole)?.Name ?? input.Name;

    private static string OneLine(string answer) => string.Join("; ", answer.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(static line => line.TrimStart('-', '*', ' ')));
}
