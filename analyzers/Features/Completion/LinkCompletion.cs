using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Offers the targets of links: files and folders, documents of the delivery, and headings behind a number sign.</summary>
internal sealed class LinkCompletion
{
    private readonly CompletionRequest _request;
    private readonly DocumentPlace _place;
    private readonly int _start;
    private readonly string _typed;

    private LinkCompletion(CompletionRequest request, int start)
    {
        _request = request;
        _place = request.Place;
        _start = start;
        _typed = request.Place.TextOf(TextSpan.FromBounds(start, request.Place.Offset));
    }

    /// <summary>The targets for a link around the cursor; null when there is none.</summary>
    public static IEnumerable<CompletionCandidate>? At(CompletionRequest request)
    {
        var line = request.Typed;
        var open = line.LastIndexOf("](", StringComparison.Ordinal);
        if (open < 0 || line.AsSpan(open + 2).IndexOfAny(' ', ')', '\t') >= 0 || line.AsSpan(0, open).Count('`') % 2 != 0)
        {
            return null;
        }

        return new LinkCompletion(request, request.Place.Line.Start + open + 2).Candidates();
    }

    private IEnumerable<CompletionCandidate> Candidates()
    {
        var hash = _typed.IndexOf('#', StringComparison.Ordinal);
        if (hash >= 0)
        {
            return Anchors(_typed[..hash], _start + hash + 1);
        }

        if (_typed.Contains("://", StringComparison.Ordinal))
        {
            return [];
        }

        var slash = _typed.LastIndexOf('/') + 1;
        var files = Files(_typed[..slash], _start + slash);
        return slash > 0 ? files : DeliveryDocuments(Target(_start)).Concat(files);
    }

    private IEnumerable<CompletionCandidate> DeliveryDocuments(TextSpan replaced) => Others(_request)
        .Select(entry => new CompletionCandidate(CandidateKind.File, entry.Path, _place.ToSource(replaced), entry.Path)
        {
            Filter = entry.Path,
            Detail = entry.Kind.Name,
            Topic = new CompletionTopic(TopicKind.Kind, entry.Kind.Id),
            MayKeepRest = true,
            CommitCharacters = [")", "#"],
        });

    /// <summary>Whole links to documents of the delivery, for a field that holds one.</summary>
    public static IEnumerable<CompletionCandidate> Whole(CompletionRequest request, TextSpan value) => Others(request).Select(entry =>
        ValueCompletion.Candidate(request.Place, value, $"[{entry.Kind.Name}]({entry.Path})", CandidateKind.File) with { Topic = new CompletionTopic(TopicKind.Kind, entry.Kind.Id) });

    // The other documents of the delivery, as paths from this one.
    private static IEnumerable<(DocumentKind Kind, string Path)> Others(CompletionRequest request)
    {
        var document = request.Place.Document;
        foreach (var facts in request.Delivery)
        {
            if (!facts.IsEmbedded && facts.Path != document.Path && request.Place.Framework.Kind(facts.Kind) is { } kind)
            {
                yield return (kind, Escape(RelativePath.From(PathResolver.Folder(document.Path), facts.Path)));
            }
        }
    }

    private IEnumerable<CompletionCandidate> Files(string folder, int start)
    {
        var path = LinkReader.RelativePath(folder) ?? "";
        var root = PathResolver.DeliveryRoot(_place.Framework, _place.Document.Path) ?? "";
        var folders = folder.StartsWith('/') ? new[] { root + path.TrimStart('/'), path } : [PathResolver.Folder(_place.Document.Path) + path];
        return PathCompletion.In(
            _request.Analysis.Workspace,
            folders.Select(PathResolver.Normalize).OfType<string>().Distinct(StringComparer.Ordinal),
            Uri.UnescapeDataString(_typed[(start - _start)..]),
            _place.ToSource(Target(start)),
            Escape).Select(static candidate => candidate with { CommitCharacters = candidate.Kind == CandidateKind.File ? [")", "#"] : [] });
    }

    private IEnumerable<CompletionCandidate> Anchors(string path, int start)
    {
        var replaced = _place.ToSource(Target(start));
        return path.Length == 0 ? OwnAnchors(replaced) : OtherAnchors(path).Select(anchor => Anchor(anchor, "", replaced));
    }

    private IEnumerable<CompletionCandidate> OwnAnchors(TextSpan replaced) =>
        HeadingSlugs.Sections(_place.Document.Outline).Select(entry => Anchor(entry.Slug, entry.Section.Title, replaced));

    private IEnumerable<string> OtherAnchors(string target)
    {
        var workspace = _request.Analysis.Workspace;
        if (LinkReader.RelativePath(target) is not { } path)
        {
            return [];
        }

        foreach (var candidate in PathResolver.Candidates(_place.Framework, _place.Document.Path, path))
        {
            var anchors = workspace.Documents.TryGetValue(candidate, out var document) ? document.GetAnchors() : workspace.Files.Anchors(candidate);
            if (anchors is not null)
            {
                return anchors.Order(StringComparer.Ordinal).Take(PathCompletion.Most + 1);
            }
        }

        return [];
    }

    private static CompletionCandidate Anchor(string slug, string title, TextSpan replaced) =>
        new(CandidateKind.Anchor, slug, replaced, slug) { Filter = slug, Detail = title, MayKeepRest = true, CommitCharacters = [")"] };

    // From a place to the end of the part of the target that the cursor is in.
    private TextSpan Target(int start)
    {
        var rest = _place.Text.AsSpan(_place.Offset, _place.Line.End - _place.Offset);
        var end = rest.IndexOfAny(" \t)#/");
        return TextSpan.FromBounds(start, _place.Offset + (end < 0 ? rest.Length : end));
    }

    private static string Escape(string path) => path
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace(" ", "%20", StringComparison.Ordinal)
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal)
        .Replace("#", "%23", StringComparison.Ordinal);
}
