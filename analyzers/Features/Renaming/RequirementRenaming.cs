using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Renaming;

/// <summary>Renames a requirement in its delivery; its sub ids follow it.</summary>
/// <param name="subject">The requirement.</param>
/// <param name="analysis">The analysis of the workspace.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class RequirementRenaming(RequirementSubject subject, WorkspaceAnalysis analysis, CancellationToken cancellationToken)
{
    private readonly RequirementIdMatcher _ids = subject.Document.Definition.RequirementIds;
    private readonly RequirementScope _scope = RequirementScope.Of(subject, analysis);

    /// <summary>The renaming to another id.</summary>
    public RenamePlan To(string newId)
    {
        var id = newId.ToUpperInvariant();
        if (Malformed(newId, id) is { } reason)
        {
            return RenamePlan.Refused(reason);
        }

        if (id == subject.Id)
        {
            return new RenamePlan();
        }

        var changes = new TextChangeSet();
        foreach (var (document, occurrence) in Occurrences())
        {
            if (IsOrBelongsTo(occurrence.Id, id))
            {
                return RenamePlan.Refused($"{occurrence.Id} is already named in {Place(document, occurrence.Span)}. Two requirements with one id cannot be told apart; choose a free one.");
            }

            if (!IsOrBelongsTo(occurrence.Id, subject.Id))
            {
                continue;
            }

            if (occurrence.Range is { } range)
            {
                return RenamePlan.Refused($"{Place(document, occurrence.Span)} names {occurrence.Id} as part of the range {range.From.With(range.From.Number)} to {range.From.With(range.Last)}, which would then mean other requirements. Write the ids of the range out first.");
            }

            var source = document.ToSource.ToSource(occurrence.Span);
            changes.Add(document.Path, source, InFormOf(document.Source.ToString(source), id + occurrence.Id[subject.Id.Length..]));
        }

        AnchorUpdates.Add(changes, analysis.Workspace, cancellationToken);
        return new RenamePlan { Changes = changes.ToImmutable() };
    }

    private string? Malformed(string newId, string id)
    {
        if (_ids.Parse(newId) != id || newId.Contains(' ', StringComparison.Ordinal))
        {
            return $"\"{newId}\" is no requirement id. Write one of the form {_ids.Form}.";
        }

        if (_ids.Prefix(subject.Id) is { } prefix && _ids.Prefix(id) != prefix)
        {
            return $"{subject.Id} stands and is counted among the ids that begin with {prefix.Id}- ({prefix.Name}); its id must begin with that too.";
        }

        if (_ids.IsCanonical(Whole(subject.Id)) && !_ids.IsCanonical(Whole(id)))
        {
            return $"\"{newId}\" is not of the form of this document's ids, {_ids.Form}.";
        }

        return _scope.IsAmbiguous ? $"{subject.Id} is the id of several features' requirements. Rename it where it is defined, or where the feature is written before it." : null;
    }

    private IEnumerable<(BoundDocument Document, RequirementOccurrence Occurrence)> Occurrences()
    {
        foreach (var facts in _scope.Documents)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var file = analysis.Workspace.Documents[facts.Path].GetBound(cancellationToken);
            var document = file.Parts[facts.Part];
            var examples = document.IsEmbedded ? [] : DeliveryScope.Examples(file);
            foreach (var occurrence in RequirementOccurrences.In(document).Where(occurrence => _scope.Includes(document, occurrence)))
            {
                var source = document.ToSource.ToSource(occurrence.Span);
                if (!examples.Any(example => example.Contains(source)))
                {
                    yield return (document, occurrence);
                }
            }
        }
    }

    private static bool IsOrBelongsTo(string id, string parent) => id == parent || (id.StartsWith(parent, StringComparison.Ordinal) && id[parent.Length] == '.');

    private static string Whole(string id) => id.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? id[..dot] : id;

    private static string InFormOf(string written, string id) => written.Any(char.IsUpper) ? id : id.ToLowerInvariant();

    private static string Place(BoundDocument document, TextSpan span) => $"{document.Path}, line {document.LineOf(span.Start)}";
}
