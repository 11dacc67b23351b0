using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>What a prompt answers of what the workflow has to know.</summary>
/// <param name="Project">The project as its title writes it; empty when there is none.</param>
/// <param name="Level">The number of the level; null when it is not answered.</param>
/// <param name="Modules">Ids of the modules; null when they are not answered.</param>
/// <param name="Answers">The answers by the id of the input.</param>
/// <param name="Mentioned">Ids of modules it speaks of without declaring them.</param>
internal sealed record PromptAnswers(string Project, int? Level, EquatableArray<string>? Modules, ImmutableDictionary<string, string> Answers, ImmutableArray<string> Mentioned);

/// <summary>Reads a prompt: a brief in any form, or the answer to it with the inputs it lists.</summary>
internal static class PromptReader
{
    /// <summary>Reads a document that is bound as the answer to a prompt, whether or not it is one.</summary>
    /// <param name="document">The document.</param>
    /// <param name="isBrief">Whether it is the prompt itself, so that a plain list in it is taken for the features.</param>
    public static PromptAnswers Read(BoundDocument document, bool isBrief)
    {
        var definition = document.Definition.Definition;
        var answers = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var input in definition.PromptInputs.Where(static input => input.FieldRole is null))
        {
            if (Answer(document, input) is { Length: > 0 } answer)
            {
                answers[input.Id] = answer;
            }
        }

        if (isBrief && definition.PromptInputs.FirstOrDefault(static input => input.SectionRole == SectionRoles.FunctionalRequirements) is { } features && !answers.ContainsKey(features.Id))
        {
            var items = document.Outline.ListItems.Where(item => item.Parent < 0 && !document.Outline.Fields.Any(field => field.Span.Start == item.Span.Start)).Select(static item => item.Raw).ToList();
            if (items.Count > 1)
            {
                answers[features.Id] = string.Join('\n', items);
            }
        }

        var modules = ModuleReader.Find(document)?.Reading.Modules;
        var folded = Words.Fold(document.Outline.Text);
        var mentioned = definition.Modules.Items
            .Where(module => module.Keywords.Append(module.Name).Any(keyword => Words.IndexOfPhrase(folded, Words.Fold(keyword)) >= 0))
            .Select(static module => module.Id);
        var title = document.Outline.Title?.Title ?? "";
        var project = ProjectReader.WrittenProject(title);
        return new PromptAnswers(
            project.Length > 0 || !isBrief ? project : PlainText.Of(title),
            LevelReader.Level(document),
            modules is { } known ? new EquatableArray<string>(known) : null,
            answers.ToImmutable(),
            [.. mentioned]);
    }

    // A field or a section with one of the input's names; the last one that says something, since answers follow questions.
    private static string Answer(BoundDocument document, PromptInput input)
    {
        var names = input.Aliases.Add(input.Name).Select(HeadingKey.Normalize).ToHashSet(StringComparer.Ordinal);
        var values = document.Definition.Values;
        var answer = "";
        foreach (var field in document.Outline.Fields.Where(field => names.Contains(field.Key)))
        {
            var value = CarriedText.Value(document, field);
            if (value.Length > 0 && !values.IsDash(value) && values.Placeholder(value) is null)
            {
                answer = WithoutMark(value);
            }
        }

        foreach (var section in document.Outline.Sections.Where(section => section.Level > 1 && names.Contains(section.Key)))
        {
            var body = document.Outline.Text.AsSpan(section.BodySpan.Start, section.BodySpan.Length).Trim();
            if (!body.IsEmpty && answer.Length == 0 && values.Placeholder(body.ToString()) is null)
            {
                answer = body.ToString();
            }
        }

        return answer.ReplaceLineEndings("\n");
    }

    // "✅ there": the mark says that it is there.
    private static string WithoutMark(string value) => value.TrimStart('✅', '☑', '✔', ' ');
}
