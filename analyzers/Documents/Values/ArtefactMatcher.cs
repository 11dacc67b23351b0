using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>Recognises paths that exist only with a feature.</summary>
public sealed class ArtefactMatcher
{
    private const int LongestPath = 260;

    private readonly ImmutableArray<Artefact> _folders;

    // Asks by the name of a file without making a text of it.
    private readonly Dictionary<string, ImmutableArray<Artefact>>.AlternateLookup<ReadOnlySpan<char>> _files;

    /// <summary>Prepares the features of a definition.</summary>
    public ArtefactMatcher(ImmutableArray<Feature> features)
    {
        var artefacts = features
            .SelectMany(static feature => feature.Artefacts.Select(path => (Path: path.TrimStart('.', '/'), feature)))
            .Select(static (entry, order) => new Artefact(entry.Path, "/" + entry.Path, entry.feature, order))
            .ToLookup(static artefact => artefact.Path.EndsWith('/'));
        _folders = [.. artefacts[true]];
        _files = artefacts[false]
            .GroupBy(static artefact => artefact.Path[(artefact.Path.LastIndexOf('/') + 1)..], StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.ToImmutableArray(), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The feature that brings a path, the first of several; null for any other path and for text that is none.</summary>
    public Feature? Find(string path)
    {
        if (path.Length > LongestPath || path.Contains(' ', StringComparison.Ordinal))
        {
            return null;
        }

        var trimmed = path.AsSpan().TrimStart("./");
        Artefact? found = null;
        if (_files.TryGetValue(trimmed[(trimmed.LastIndexOf('/') + 1)..], out var files) && path.AsSpan().ContainsAny('.', '/'))
        {
            foreach (var file in files)
            {
                if (trimmed.EndsWith(file.Rooted, StringComparison.Ordinal) || trimmed.SequenceEqual(file.Path))
                {
                    found = file;
                    break;
                }
            }
        }

        foreach (var folder in trimmed.Contains('/') ? _folders : [])
        {
            if ((found is null || folder.Order < found.Order) && (trimmed.StartsWith(folder.Path, StringComparison.Ordinal) || trimmed.IndexOf(folder.Rooted, StringComparison.Ordinal) >= 0))
            {
                found = folder;
                break;
            }
        }

        return found?.Feature;
    }

    // A path as it may begin a written one, and as it may stand in one.
    private sealed record Artefact(string Path, string Rooted, Feature Feature, int Order);
}
