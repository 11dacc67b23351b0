using FrameworkLsp.Analyzers.Features.Links;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Renaming;

/// <summary>Renames a heading of the author's own and the links that lead to it.</summary>
internal static class HeadingRenaming
{
    /// <summary>Why a heading cannot be renamed; null when it can.</summary>
    public static string? Refusal(SectionSubject subject)
    {
        var document = subject.Document;
        if (ReferenceEquals(subject.Section, document.Outline.Title))
        {
            return $"The title says that this is a document of the kind {document.Kind.Name} and what it is about; edit it by hand.";
        }

        return document.Sections.Any(bound => bound.Section.Index == subject.Section.Index)
            ? $"\"{subject.Section.Title}\" is a section of the {document.Kind.Name} that the workflow knows by this heading."
            : null;
    }

    /// <summary>The renaming to another heading.</summary>
    public static RenamePlan To(SectionSubject subject, WorkspaceAnalysis analysis, string title, CancellationToken cancellationToken)
    {
        if (Refusal(subject) is { } reason)
        {
            return RenamePlan.Refused(reason);
        }

        if (title.Length == 0 || title.AsSpan().ContainsAny('\r', '\n') || title[0] == '#')
        {
            return RenamePlan.Refused("A heading is one line of text without the number signs.");
        }

        if (title == subject.Section.Title)
        {
            return new RenamePlan();
        }

        var document = subject.Document;
        var changes = new TextChangeSet();
        changes.Add(document.Path, subject.Origin, title);
        if (document.IsEmbedded)
        {
            foreach (var link in AnchorLinks.To(document, subject.Section, [], cancellationToken))
            {
                changes.Add(link.Path, link.Span, HeadingSlugs.Of(title));
            }
        }

        AnchorUpdates.Add(changes, analysis.Workspace, cancellationToken);
        return new RenamePlan { Changes = changes.ToImmutable() };
    }
}
