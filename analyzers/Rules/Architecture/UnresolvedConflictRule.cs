using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;

namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>FW416: a requirement that conflicts with the architecture, without a solution that somebody approved.</summary>
public sealed class UnresolvedConflictRule() : WorkspaceRule(new RuleDescriptor("FW416", "unresolved-conflict", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        foreach (var document in context.Documents)
        {
            // Work goes on from here: the document is approved, or the next one is written.
            var successors = context.Delivery.Documents.Where(other => context.KindOf(other)?.Predecessor == document.Kind).ToList();
            var isUsed = document.State >= DocumentState.Approved || successors.Count > 0;
            for (var ordinal = 0; ordinal < document.Conflicts.Count; ordinal++)
            {
                var conflict = document.Conflicts[ordinal];
                if (Lacks(conflict) is { } lacks)
                {
                    context.Report(
                        document,
                        FactKey.Conflict(ordinal),
                        $"The conflict \"{conflict.Requirement}\" has no approved resolution: {lacks}. Work must not go on with what the architecture forbids; write down a compliant solution and who approved it.",
                        isUsed ? null : Severity.Warning,
                        ordinal,
                        [.. successors.Select(static other => (new FactAnchor(other, FactKey.Title), "work goes on here"))]);
                }
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var document = context.Bound;
        var form = document.Definition.Definition.Architecture.Conflict;
        if (context.Finding.Data is not int ordinal
            || ConflictReader.Read(document).ElementAtOrDefault(ordinal) is not { Fields: [.., { } last] } conflict
            || form.SolutionLabels is not [var solution, ..])
        {
            return [];
        }

        var fields = ImmutableArray.CreateBuilder<NewField>();
        if (conflict.Fact.Solution == Statement.None)
        {
            var value = conflict.Fact.Constraint.Length > 0 && context.Parameter("solution_form") is [var written, ..] ? written.Replace("{constraint}", conflict.Fact.Constraint, StringComparison.Ordinal) : "";
            fields.Add(new NewField(new FieldDefinition { Role = "", Name = solution }, value));
        }

        if (conflict.Fact.Approval == Statement.None && context.Parameter("approval_label") is [var approval, ..])
        {
            fields.Add(new NewField(new FieldDefinition { Role = "", Name = approval }));
        }

        return fields.Count == 0
            ? []
            : [new Fix($"Add {string.Join(" and ", fields.Select(static field => $"\"{field.Definition.Name}\""))}", FixSafety.Unsafe, [new FieldWriter(document.Outline).After(last, fields)]) { IsPreferred = true }];
    }

    private static string? Lacks(ConflictFact conflict)
    {
        var solution = conflict.Solution switch { Statement.None => "it states no solution", Statement.Blank => "its solution is still blank", _ => "" };
        var approval = conflict.Approval switch { Statement.None => "nobody is named who approved one", Statement.Blank => "the line for the approval is still blank", _ => "" };
        return (solution, approval) switch
        {
            ("", "") => null,
            ("", _) => approval,
            (_, "") => solution,
            _ => $"{solution}, and {approval}",
        };
    }
}
