using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Demands;

/// <summary>The mandatory inputs of a prompt that a document shows nothing of (seed Stage 1 action 2).</summary>
public static class MissingInputs
{
    // A note that names fewer of them is no list of the inputs.
    private const int FewestNamed = 3;

    // No name holds it, so none is found across two lines.
    private const char LineEnd = '\n';

    /// <summary>
    /// The inputs without evidence, in the order of the definition. Those that a field answers (level, modules) have rules of their own and are left
    /// out.
    /// </summary>
    public static IReadOnlyList<PromptInput> In(BoundDocument document)
    {
        var inputs = document.Definition.Definition.PromptInputs.Where(static input => input.FieldRole is null && input.SectionRole is not null).ToList();
        return document.Kind.HasRole(KindRoles.ValidatesPrompt) ? InNote(document, inputs) : [.. inputs.Where(input => !HasSection(document, input) && !IsNamed(document, input))];
    }

    // A section, or one that stands for it, with anything in it.
    private static bool HasSection(BoundDocument document, PromptInput input)
    {
        var definition = document.Kind.AllSections().FirstOrDefault(section => section.Role == input.SectionRole);
        return document.Sections.Any(section => (section.Definition.Role == input.SectionRole || definition?.Alternatives.Contains(section.Definition.Role) == true)
            && !string.IsNullOrWhiteSpace(document.Outline.Text.AsSpan(section.Section.BodySpan.Start, section.Section.BodySpan.Length).ToString()));
    }

    // Under another heading or as a label: steps of real projects spread the inputs over many sections.
    private static bool IsNamed(BoundDocument document, PromptInput input)
    {
        var names = input.Aliases.Append(input.Name).Select(HeadingKey.Normalize).ToList();
        return document.Outline.Sections.Any(section => section.Level > 1 && names.Exists(name => section.Key.Contains(name, StringComparison.Ordinal)))
            || document.Outline.Fields.Any(field => (field.Value.Length > 0 || !field.Items.IsDefaultOrEmpty) && names.Exists(name => field.Key.StartsWith(name, StringComparison.Ordinal)));
    }

    // A note lists the inputs with a mark each; what the list leaves out nobody has looked at. A note without a list vouches for all.
    private static List<PromptInput> InNote(BoundDocument document, List<PromptInput> inputs)
    {
        var lines = document.Outline.ListItems.Select(static item => item.Raw)
            .Concat(document.Outline.Tables.SelectMany(static table => table.Rows).Select(static row => string.Join(' ', row.Cells.Select(static cell => cell.Text))))
            .Concat(document.Outline.Fields.Select(static field => field.Name));
        var note = string.Join(LineEnd, lines.Select(Words.Fold));
        var missing = inputs.FindAll(input => !input.Aliases.Append(input.Name).Select(Words.Fold).Any(name => Words.IndexOfPhrase(note, name) >= 0));
        return inputs.Count - missing.Count < FewestNamed ? [] : missing;
    }
}
