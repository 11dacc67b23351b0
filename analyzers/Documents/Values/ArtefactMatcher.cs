using System.Buffers;
using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>Recognises paths that exist only with a feature.</summary>
public sealed class ArtefactMatcher
{
    private const int LongestPath = 260;
    private readonly ImmutableArray<(string Target, Feature Feature)> _artefacts;
    private readonly SearchValues<string> _any;

    /// <summary>Prepares the features of a definition.</summary>
    public ArtefactMatcher(ImmutableArray<Feature> features)
    {
        _artefacts = [.. features.SelectMany(static feature => feature.Artefacts.Select(artefact => (Rooted(artefact), feature)))];
        _any = SearchValues.Create([.. _artefacts.Select(static artefact => artefact.Target)], StringComparison.Ordinal);
    }

    /// <summary>The feature that brings a path; null for any other path and for text that is none.</summary>
    public Feature? Find(string path)
    {
        if (path.Length > LongestPath || path.Contains(' ', StringComparison.Ordinal) || !path.AsSpan().ContainsAny('.', '/'))
        {
            return null;
        }

        var rooted = Rooted(path);
        if (!rooted.AsSpan().ContainsAny(_any))
        {
            return null;
        }

        foreach (var (target, feature) in _artefacts)
        {
            if (target.EndsWith('/') ? rooted.Contains(target, StringComparison.Ordinal) : rooted.EndsWith(target, StringComparison.Ordinal))
            {
                return feature;
            }
        }

        return null;
    }

    private static string Rooted(string path) => "/" + path.TrimStart('.', '/');
}
