using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Rules.Prompt;

/// <summary>FW105: the question about optional modules is not answered.</summary>
public sealed class ModulesNotAnsweredRule() : DocumentRule(new RuleDescriptor("FW105", "modules-not-answered", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (context.Definition.Definition.Modules.Items.IsEmpty || !MissingAnswer.IsDue(document) || ModuleReader.Find(document) is not null)
        {
            return;
        }

        if (document.Field(FieldRoles.Modules) is not { } field)
        {
            if (!document.HasElision && !MissingAnswer.IsWrittenOut(document, FieldRoles.Modules))
            {
                context.Report(
                    MissingAnswer.Anchor(document, FieldRoles.Modules),
                    $"The question about optional modules is not answered. Each module adds phases, services and time, so name them ({Offer(context)}) or write {None(context)}; it must be asked, not assumed.");
            }
        }
        else if (context.Definition.Values.IsDash(field.Value))
        {
            context.Report(
                field.Field.ValueSpan,
                $"\"{field.Value}\" may mean that no module is wanted or that nobody asked; write {None(context)} when none is.",
                Severity.Info);
        }
        else if (!MissingAnswer.IsLeftToOthers(context, field.Value))
        {
            context.Report(
                field.Field.NameSpan,
                $"\"{field.Field.Name}\" is not answered. Name the modules ({Offer(context)}) or write {None(context)}; the question must be asked even though most projects need none.");
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var modules = context.Bound.Definition.Definition.Modules;
        var offered = string.Join(", ", modules.Items.Where(static module => module.IsOffered).Select(static module => module.Name));
        var fixes = ImmutableArray.CreateBuilder<Fix>();
        if (modules.NoneWords is [var none, ..] && MissingAnswer.Fill(context.Bound, FieldRoles.Modules, none) is { } noneEdit)
        {
            fixes.Add(new Fix($"Answer \"{none}\", as the user confirmed", FixSafety.Unsafe, [noneEdit]));
        }

        if (offered.Length > 0 && MissingAnswer.Fill(context.Bound, FieldRoles.Modules, offered) is { } listEdit)
        {
            fixes.Add(new Fix($"Answer \"{offered}\"; remove what is not wanted", FixSafety.Unsafe, [listEdit]));
        }

        return fixes.ToImmutable();
    }

    private static string Offer(DocumentRuleContext context) =>
        string.Join(", ", context.Definition.Definition.Modules.Items.Where(static module => module.IsOffered).Select(static module => module.Name));

    private static string None(DocumentRuleContext context) =>
        context.Definition.Definition.Modules.NoneWords is [var none, ..] ? $"\"{none}\"" : "that none is wanted";
}
