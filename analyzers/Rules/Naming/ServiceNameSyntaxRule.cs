using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents.Values;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>FW301: a service name that is not written as the convention asks. Hyphens are FW311's business.</summary>
public sealed class ServiceNameSyntaxRule() : DocumentRule(new RuleDescriptor("FW301", "service-name-syntax", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var names = context.Definition.ServiceNames;
        foreach (var service in NamedService.In(context.Document))
        {
            var written = service.Mentions[0].Written;
            if (names.IsWellFormed(written))
            {
                continue;
            }

            var suggestion = Suggestion(names, written);
            var form = names.Separator == '_' ? "lower snake_case" : $"in lower case joined by \"{names.Separator}\"";
            service.Report(
                context,
                $"\"{written}\" is not {form}; folders, packages and Compose keys are derived from it.{(suggestion is null ? "" : $" Write \"{suggestion}\".")}");
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var written = context.Bound.Outline.Text.Substring(context.Finding.LocalSpan.Start, context.Finding.LocalSpan.Length);
        return context.Finding.Data is ServiceName name && Suggestion(context.Bound.Definition.ServiceNames, written) is { } suggestion
            ? [ServiceRenaming.Fix(context.Bound, name.Name, suggestion, isPreferred: true)]
            : [];
    }

    // A name that starts with a digit cannot be mended by spelling.
    private static string? Suggestion(ServiceNameParser names, string written) => names.ToConvention(written) is var name && names.IsWellFormed(name) ? name : null;
}
