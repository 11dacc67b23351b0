using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Prompt;

/// <summary>FW101: mandatory inputs of the prompt that nobody has given.</summary>
public sealed class MissingMandatoryInputRule() : DocumentRule(
    new RuleDescriptor("FW101", "missing-mandatory-input", Severity.Error, FixSafety.Unsafe, "0.1") { DraftSeverity = Severity.Warning })
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (!MissingAnswer.IsDue(document) || document.IsEmbedded || document.HasElision || document.Section(Framework.SectionRoles.Termination) is not null)
        {
            return;
        }

        var missing = MissingInputs.In(document);
        var blocking = missing.Where(static input => input.IsBlocker).ToList();
        if (blocking.Count > 0)
        {
            var names = string.Join(", ", blocking.Select(static input => $"\"{input.Name}\""));
            context.Report(
                document.TitleAnchor,
                $"Mandatory {(blocking.Count == 1 ? "input" : "inputs")} {names} {(blocking.Count == 1 ? "is" : "are")} missing; the next stage cannot start without. Ask for {(blocking.Count == 1 ? "it" : "them")} and write down the answer.");
        }
        else if (missing.Count > 0 && document.IsExtended)
        {
            context.Report(document.TitleAnchor, $"Nothing is said about {string.Join(", ", missing.Select(static input => $"\"{input.Name}\""))}. It does not block, but somebody should have asked.", Severity.Info);
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var roles = MissingInputs.In(context.Bound).Where(static input => input.IsBlocker).Select(static input => input.SectionRole).ToList();
        var changes = SectionInsertion.Insert(context.Bound, MissingSections.In(context.Bound).Where(entry => roles.Contains(entry.Section.Role)));
        return changes.IsEmpty ? [] : [new Fix(changes.Length == 1 ? "Insert its section" : "Insert the sections for them", FixSafety.Unsafe, changes) { IsPreferred = true }];
    }
}
