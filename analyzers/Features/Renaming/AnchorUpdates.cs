using FrameworkLsp.Analyzers.Features.Links;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Renaming;

/// <summary>Lets links follow headings that other changes rename.</summary>
internal static class AnchorUpdates
{
    /// <summary>Adds the changes of links to the headings of changed documents.</summary>
    public static void Add(TextChangeSet changes, Workspace workspace, CancellationToken cancellationToken)
    {
        foreach (var path in changes.Paths.ToList())
        {
            var document = workspace.Documents[path];
            var file = document.GetBound(cancellationToken);
            var toSource = file.Repair?.Map ?? TextMap.Identity;
            var edits = changes.Of(path);
            if (file.Host is not { } host || !file.Outline.Sections.Any(section => section.Level > 0 && edits.Any(edit => toSource.ToSource(section.TitleSpan).OverlapsWith(edit.Span))))
            {
                continue;
            }

            var before = HeadingSlugs.Sections(file.Outline);
            var after = HeadingSlugs.Sections(MarkdownParser.Parse(document.Text.WithChanges(edits).ToString(), cancellationToken));
            foreach (var (old, current) in before.Count == after.Count ? before.Zip(after) : [])
            {
                if (old.Slug == current.Slug)
                {
                    continue;
                }

                foreach (var link in AnchorLinks.To(host, old.Section, workspace.Documents.Values, cancellationToken))
                {
                    var written = workspace.Documents[link.Path].Text.ToString(link.Span);
                    changes.Add(link.Path, link.Span, written.Contains('%', StringComparison.Ordinal) ? Uri.EscapeDataString(current.Slug) : current.Slug);
                }
            }
        }
    }
}
