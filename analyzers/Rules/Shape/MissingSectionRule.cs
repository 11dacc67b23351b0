using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Shape;

/// <summary>FW007: a document without a section that its kind demands.</summary>
public sealed class MissingSectionRule() : DocumentRule(new RuleDescriptor("FW007", "missing-section", Severity.Error, FixSafety.Unsafe, "0.1") { DraftSeverity = Severity.Warning })
{
    // From here on one finding says it all; eight errors on one title help nobody.
    private const int MostFindings = 3;

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsEmbedded || document.HasElision)
        {
            return;
        }

        var missing = MissingSections.In(document).Where(entry => !context.IsCovered(entry.Section.Role)).ToList();
        if (missing.Count <= MostFindings)
        {
            foreach (var entry in missing)
            {
                Report(context, entry.Parent?.Section.TitleSpan ?? document.TitleAnchor, [entry], Single(document.Kind.Name, entry));
            }

            return;
        }

        var names = string.Join(", ", missing.OrderByDescending(static entry => entry.Demand).Select(static entry => $"\"{entry.Section.Name}\""));
        Report(
            context,
            document.TitleAnchor,
            missing,
            $"The {document.Kind.Name} lacks {missing.Count} sections: {names}. Later stages rely on them; add them, or let the quick fix insert all of them empty.");
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var roles = ((string?)context.Finding.Data ?? "").Split(' ');
        var missing = MissingSections.In(context.Bound).Where(entry => roles.Contains(entry.Section.Role)).ToList();
        var changes = SectionInsertion.Insert(context.Bound, missing);
        var title = missing.Count == 1 ? $"Insert the section \"{missing[0].Section.Name}\"" : $"Insert the {missing.Count} missing sections";
        return changes.IsEmpty ? [] : [new Fix(title, FixSafety.Unsafe, changes) { IsPreferred = true }];
    }

    private static string Single(string kind, MissingSection missing)
    {
        var purpose = missing.Section.Purpose.Length == 0 ? "" : $" ({missing.Section.Purpose})";
        var place = missing.Parent is null ? $"The {kind}" : $"\"{missing.Parent.Definition.Name}\"";
        return missing.Demand == Demand.Required
            ? $"{place} lacks the section \"{missing.Section.Name}\"{purpose}. Add it with what is known."
            : $"{place} lacks the section \"{missing.Section.Name}\"{purpose}, which documents of this form have. Add it with what is known.";
    }

    private static void Report(DocumentRuleContext context, TextSpan span, IReadOnlyCollection<MissingSection> missing, string message) => context.Report(
        span,
        message,
        missing.Any(static entry => entry.Demand == Demand.Required) ? null : Severity.Warning,
        string.Join(' ', missing.Select(static entry => entry.Section.Role)));
}
