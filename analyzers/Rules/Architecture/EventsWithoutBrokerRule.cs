using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>FW414: events between services without a broker that carries them.</summary>
public sealed class EventsWithoutBrokerRule() : DocumentRule(new RuleDescriptor("FW414", "events-without-broker", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate || document.HasElision || context.Parameter("module") is not [var module, ..] || context.Definition.Definition.Modules.Items.FirstOrDefault(item => item.Id == module) is not { } broker)
        {
            return;
        }

        var inner = PhraseSet.Of(context.Parameter("internal_words"));
        var events = EventReader.Read(document).Where(entry => !inner.OccursIn(entry.Label) && !inner.OccursIn(document.Outline.Sections[entry.Section].Title)).ToList();
        if (events.Count == 0 || IsDeclared(document, module) || IsNamed(document, context.Parameter("brokers")))
        {
            return;
        }

        // Requirements may still be completed; a plan is what is built.
        context.Report(
            events[0].Span,
            $"Events need {broker.Name}, which is not part of this {document.Kind.Name}: neither the modules nor the infrastructure name a broker. Without one nothing carries \"{events[0].Name}\"; add {broker.Name}, or say that the events stay inside one process.",
            document.Kind.HasRole(KindRoles.DefinesRequirements) ? Severity.Warning : null,
            module,
            [.. events.Skip(1).Take(5).Select(static entry => (entry.Span, "another event"))]);
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var document = context.Bound;
        if (context.Finding.Data is not string module)
        {
            return [];
        }

        ImmutableArray<TextChange> edits = [.. ModuleListWriter.Add(document, [module]) is { } declared ? [declared] : ImmutableArray<TextChange>.Empty, .. Infrastructure(document, module)];
        var name = document.Definition.Definition.Modules.Items.First(item => item.Id == module).Name;
        return edits.IsEmpty ? [] : [new Fix($"Add {name} to modules and infrastructure", FixSafety.Unsafe, edits) { IsPreferred = true }];
    }

    private static bool IsDeclared(BoundDocument document, string module) =>
        ModuleReader.Find(document) is { } answer && document.Definition.Definition.Modules.Closure(answer.Reading.Modules).Contains(module);

    // Whichever broker it is: a record for another one is another rule's business.
    private static bool IsNamed(BoundDocument document, ImmutableArray<string> brokers) =>
        document.Outline.Sections.Any(section => section.Level > 1 && brokers.Any(broker => Words.IndexOfPhrase(Words.Fold(section.Title), Words.Fold(broker)) >= 0))
            || ComposeReader.Read(document).Any(service => brokers.Any(broker => service.Name.Contains(broker, StringComparison.OrdinalIgnoreCase)))
            || ClaimScope.Of(document).ClaimsAny(brokers);

    // Behind the last piece of infrastructure, written as that one is.
    private static ImmutableArray<TextChange> Infrastructure(BoundDocument document, string module)
    {
        if (document.Definition.Definition.Architecture.Infrastructure.FirstOrDefault(item => item.Module == module) is not { } piece
            || document.Fields.FirstOrDefault(static field => field.Definition.ValueKind == ValueKinds.Infrastructure)?.Field is not { } field)
        {
            return [];
        }

        var text = $"{piece.Name} {piece.Version}".TrimEnd();
        if (field.Value.Length > 0)
        {
            return [new TextChange(new TextSpan(field.ValueSpan.End, 0), ", " + text)];
        }

        return field.Items is [.., { } last] ? ListItemWriter.Behind(document.Outline, last, text) : [];
    }
}
