using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Shape;

/// <summary>FW013: a section, or the header, without a field that it must have.</summary>
public sealed class MissingFieldRule() : DocumentRule(new RuleDescriptor("FW013", "missing-field", Severity.Error, FixSafety.Unsafe, "0.1") { DraftSeverity = Severity.Warning })
{
    // More than these come in one finding, like missing sections.
    private const int MostFindings = 3;

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.HasElision || document.IsTemplate)
        {
            return;
        }

        // An example in a fence may leave out what decides nothing.
        var relevant = MissingFields.In(document).Where(entry => !context.IsCovered(entry.Field.Role) && (entry.Field.IsKey || !document.IsEmbedded));
        foreach (var section in relevant.GroupBy(static entry => entry.Section))
        {
            var missing = section.ToList();
            if (missing.Count > MostFindings)
            {
                Report(context, missing);
                continue;
            }

            missing.ForEach(entry => Report(context, [entry]));
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var roles = ((string?)context.Finding.Data ?? "").Split(' ');
        var missing = MissingFields.In(context.Bound)
            .Where(entry => roles.Contains(entry.Field.Role) && Anchor(context.Bound, entry) == context.Finding.LocalSpan)
            .ToList();
        if (missing.Count == 0)
        {
            return [];
        }

        var changes = FieldInsertion.Insert(
            context.Bound,
            missing[0].Section,
            [.. missing.Select(entry => new NewField(entry.Field, ValueChoices.Obvious(entry.Field.ValueKind, context.Today) ?? ""))]);
        var title = missing.Count == 1 ? $"Insert the field \"{missing[0].Field.Name}\"" : $"Insert the {missing.Count} missing fields";
        return [new Fix(title, FixSafety.Unsafe, changes) { IsPreferred = true }];
    }

    private static void Report(DocumentRuleContext context, List<MissingField> missing)
    {
        var document = context.Document;
        var place = missing[0].Section?.Section.Title ?? document.Kind.Name;
        var message = missing.Count == 1
            ? $"\"{place}\" needs the field \"{missing[0].Field.Name}\"; it was not found there, in the header or in the front matter. Add it as \"{SectionSkeleton.Field(missing[0].Field)}\"."
            : $"\"{place}\" needs the fields {string.Join(", ", missing.Select(static entry => $"\"{entry.Field.Name}\""))}; none of them was found there, in the header or in the front matter.";
        context.Report(Anchor(document, missing[0]), message, SeverityOf(document, missing), string.Join(' ', missing.Select(static entry => entry.Field.Role)));
    }

    // What decides how the workflow goes on is an error, everything else a warning; each a step less in a draft.
    private static Severity? SeverityOf(BoundDocument document, List<MissingField> missing) =>
        missing.Exists(static entry => entry.Field.IsKey) ? null
        : document.State == DocumentState.Draft ? Severity.Info
        : Severity.Warning;

    private static TextSpan Anchor(BoundDocument document, MissingField missing) => missing.Section?.Section.TitleSpan ?? document.TitleAnchor;
}
