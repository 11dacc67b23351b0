using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Hover;

/// <summary>Explains a requirement id: what it stands for, and where it is defined, planned, checked and reported.</summary>
internal static class RequirementHover
{
    /// <summary>The hover for an id at a place; null when there is none.</summary>
    public static HoverText? At(DocumentPlace place, WorkspaceAnalysis analysis)
    {
        var line = place.Line;
        foreach (var token in place.Document.Definition.RequirementIds.FindAll(place.TextOf(line)))
        {
            var span = new TextSpan(line.Start + token.Start, token.Length);
            if (place.Offset >= span.Start && place.Offset <= span.End)
            {
                return new HoverText(place.ToSource(span), Describe(place.Document, token.Id, DeliveryScope.OfRequirements(place.Document, analysis)));
            }
        }

        return null;
    }

    /// <summary>The text about a requirement.</summary>
    public static string Describe(BoundDocument document, string id, IReadOnlyList<DocumentFacts> documents)
    {
        var framework = document.Definition.Definition;
        var writer = new HoverWriter().Title(id, document.Definition.RequirementIds.Prefix(id)?.Name ?? "requirement");
        var definitions = documents.SelectMany(facts => facts.Requirements.Where(requirement => requirement.Id == id).Select(requirement => (facts, requirement))).ToList();
        foreach (var (facts, requirement) in definitions.DistinctBy(static entry => (entry.facts.Path, entry.requirement.Scope)))
        {
            writer.Paragraph(requirement.Title + (requirement.Scope.Length > 0 ? $" ({requirement.Scope})" : ""))
                .Line("Priority", Canonical(framework, VocabularyIds.Priority, requirement.Priority))
                .Line("State", Canonical(framework, VocabularyIds.Requirement, requirement.Status))
                .Line("Defined in", Place(framework, facts))
                .Gap();
        }

        writer.Paragraph(definitions.Count == 0 ? "No document of this delivery defines it." : "");
        foreach (var facts in documents)
        {
            foreach (var trace in facts.Traces.Where(trace => trace.Id == id).DistinctBy(static trace => trace.Table))
            {
                writer.Line(Place(framework, facts), Describe(framework, facts, trace));
            }

            if (facts.Mentions.Contains(id) && !facts.Traces.Any(trace => trace.Id == id))
            {
                writer.Line(Place(framework, facts), "mentioned");
            }
        }

        return writer.ToString();
    }

    private static string Describe(FrameworkDefinition framework, DocumentFacts facts, TraceFact trace)
    {
        var table = framework.Kind(facts.Kind)?.AllSections().SelectMany(static section => section.Tables).FirstOrDefault(table => table.Role == trace.Table);
        string?[] parts =
        [
            table?.Name, trace.Phase, trace.Tasks, Canonical(framework, VocabularyIds.Requirement, trace.Status),
            trace.HasEvidence is { } evidence ? (evidence ? "with evidence" : "no evidence yet") : "",
            trace.Descope.Length > 0 && !trace.IsApproved ? "nobody is named who approved it" : "",
        ];
        return string.Join(", ", parts.Where(static part => !string.IsNullOrEmpty(part)));
    }

    private static string Place(FrameworkDefinition framework, DocumentFacts facts) => $"{framework.Kind(facts.Kind)?.Name ?? facts.Kind} `{facts.Path}`";

    private static string Canonical(FrameworkDefinition framework, string vocabulary, string? id) =>
        id is null ? "" : framework.Vocabulary(vocabulary).Classes.FirstOrDefault(entry => entry.Id == id)?.Canonical ?? id;
}
