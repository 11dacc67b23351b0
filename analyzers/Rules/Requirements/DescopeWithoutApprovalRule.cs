using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Requirements;

/// <summary>FW525: a requirement taken out of scope without a name and a date.</summary>
public sealed class DescopeWithoutApprovalRule() : WorkspaceRule(new RuleDescriptor("FW525", "descope-without-approval", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        var deferred = context.Parameter("deferred_words").Select(Words.Fold).ToList();
        var all = context.Delivery.Documents;
        var approved = all.SelectMany(static facts => facts.Traces).Where(static trace => trace.IsApproved).Select(static trace => (trace.Scope, trace.Id)).ToHashSet();
        var priorities = all.SelectMany(static facts => facts.Requirements).Where(static requirement => requirement.Priority is not null)
            .SelectMany(static requirement => new[] { (requirement.Scope, requirement.Id, requirement.Priority), (Scope: "", requirement.Id, requirement.Priority) })
            .GroupBy(static entry => (entry.Scope, entry.Id))
            .ToDictionary(static group => group.Key, static group => group.First().Priority);
        var approver = all.Select(static facts => facts.ApprovedBy).FirstOrDefault(static name => name.Length > 0);
        foreach (var document in context.Documents.Where(static facts => !facts.IsTemplate))
        {
            foreach (var trace in document.Traces
                .Where(trace => trace.Status == StatusClasses.Descoped && !approved.Contains((trace.Scope, trace.Id)) && !approved.Contains(("", trace.Id)))
                .DistinctBy(static trace => (trace.Id, trace.Scope)))
            {
                // What could be done may be put off by anybody (decisions 29); of what has no priority, nobody can tell.
                var priority = priorities.GetValueOrDefault((trace.Scope, trace.Id)) ?? priorities.GetValueOrDefault(("", trace.Id));
                var isDeferred = deferred.Exists(word => Words.IndexOfPhrase(Words.Fold(trace.Descope), word) >= 0);
                if (priority is StatusClasses.Could or StatusClasses.Wont || (isDeferred && priority is null))
                {
                    continue;
                }

                context.Report(
                    document,
                    FactKey.Trace(trace.Id, trace.Table, trace.Scope),
                    $"{trace.Id} is descoped without approver and date. A requirement leaves the scope only with somebody's approval; add \"(Approved by name on date)\" or a row in the table of descoped requirements.",
                    data: approver);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var trace = RequirementReader.Traces(context.Bound).FirstOrDefault(trace => trace.Span == context.Finding.LocalSpan);
        if (context.Finding.Data is not string approver || trace.Table?.Cell(trace.Row, ColumnRoles.Status) is not { } cell)
        {
            return [];
        }

        var approval = $"({context.Bound.Definition.Approvals.Word} {approver}, {context.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)})";
        return [new Fix($"Append \"{approval}\"", FixSafety.Unsafe, [new TextChange(new TextSpan(cell.ContentSpan.End, 0), " " + approval)])];
    }
}
