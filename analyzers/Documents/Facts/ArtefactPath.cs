using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Recognises paths that exist only with a feature.</summary>
internal static class ArtefactPath
{
    private const int LongestPath = 260;

    /// <summary>The feature that brings a path; null for any other path and for text that is none.</summary>
    public static Feature? Feature(ImmutableArray<Feature> features, string path)
    {
        if (path.Length > LongestPath || path.Contains(' ', StringComparison.Ordinal) || (!path.Contains('.', StringComparison.Ordinal) && !path.Contains('/', StringComparison.Ordinal)))
        {
            return null;
        }

        var slashed = "/" + path.TrimStart('.', '/');
        foreach (var feature in features)
        {
            foreach (var artefact in feature.Artefacts)
            {
                var target = "/" + artefact.TrimStart('.', '/');
                if (target.EndsWith('/') ? slashed.Contains(target, StringComparison.Ordinal) : slashed.EndsWith(target, StringComparison.Ordinal))
                {
                    return feature;
                }
            }
        }

        return null;
    }
}
