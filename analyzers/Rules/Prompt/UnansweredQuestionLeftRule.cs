using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Rules.Prompt;

/// <summary>FW110: a question that was still open when the stage was left.</summary>
public sealed class UnansweredQuestionLeftRule() : WorkspaceRule(new RuleDescriptor("FW110", "unanswered-question-left", Severity.Error, FixSafety.None, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DeliveryRuleContext context)
    {
        foreach (var document in context.Documents.Where(static facts => !facts.IsTemplate && !facts.IsEmbedded && facts.OpenQuestions.Count > 0))
        {
            // A pure request for answers is full of open questions, and rightly so (decisions 15).
            var successor = context.Delivery.WithRole(KindRoles.DefinesRequirements, context.Definition).FirstOrDefault(static other => !other.IsTemplate && other.StatedState != DocumentState.Draft);
            var reason = document.StatedState is DocumentState.Approved or DocumentState.Final ? $"the {context.KindOf(document)!.Name} is {(document.StatedState == DocumentState.Final ? "final" : "approved")}"
                : document.SaysComplete ? "it says that nothing is missing"
                : successor is not null && context.KindOf(document)!.HasRole(KindRoles.ValidatesPrompt) ? $"the {context.KindOf(successor)!.Name} exists already"
                : null;
            if (reason is null)
            {
                continue;
            }

            for (var ordinal = 0; ordinal < document.OpenQuestions.Count; ordinal++)
            {
                context.Report(
                    document,
                    FactKey.OpenQuestion(ordinal),
                    $"Question \"{document.OpenQuestions[ordinal]}\" has no answer, though {reason}. What was not decided is guessed later; write the answer down.");
            }
        }
    }
}
