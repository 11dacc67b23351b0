using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Features.Language.Definition;

/// <summary>Places of the workspace as the protocol writes them.</summary>
internal static class Locations
{
    /// <summary>The location of a target.</summary>
    public static Location Of(DocumentView view, NavigationTarget target) => new(view.UriOf(target.Path), Range(view, target, target.NameSpan));

    /// <summary>The location of an occurrence.</summary>
    public static Location Of(DocumentView view, Occurrence occurrence) => new(view.UriOf(occurrence.Path), Range(view, occurrence.Path, occurrence.Span));

    /// <summary>A target with what leads there.</summary>
    public static LocationLink Link(DocumentView view, TextSpan origin, NavigationTarget target) => new()
    {
        OriginSelectionRange = view.Range(origin),
        TargetUri = view.UriOf(target.Path),
        TargetRange = Range(view, target, target.Span),
        TargetSelectionRange = Range(view, target, target.NameSpan),
    };

    private static Protocol.Range Range(DocumentView view, NavigationTarget target, TextSpan span)
    {
        if (target.Line is not { } line)
        {
            return Range(view, target.Path, span);
        }

        var start = new Position((uint)Math.Max(0, line - 1), 0);
        return new Protocol.Range(start, start);
    }

    private static Protocol.Range Range(DocumentView view, string path, TextSpan span) =>
        view.Folder.Workspace.Documents.TryGetValue(path, out var document) ? view.Features.Positions.ToRange(document.Text, span) : default;
}
