using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Reads the requirements that a document speaks of outside code, beside the rows that are about them.</summary>
internal static class MentionReader
{
    /// <summary>Each id once, with the span of its first mention; none for documents that only define requirements.</summary>
    public static IEnumerable<(string Id, TextSpan Span)> Read(BoundDocument document)
    {
        if (document.Kind.HasRole(KindRoles.DefinesRequirements) || document.IsReference)
        {
            return [];
        }

        var outline = document.Outline;
        var rows = RequirementReader.Traces(document).Select(static trace => trace.Span.Start).ToHashSet();
        var mentions = new Dictionary<string, TextSpan>(StringComparer.Ordinal);
        foreach (var token in document.Definition.RequirementIds.FindAll(outline.Text))
        {
            // "F008/FR-003" is another feature's.
            if (!mentions.ContainsKey(token.Id)
                && !rows.Contains(token.Start)
                && (token.Start == 0 || outline.Text[token.Start - 1] != '/')
                && outline.FenceAt(token.Start) is null)
            {
                mentions.Add(token.Id, new TextSpan(token.Start, token.Length));
            }
        }

        return mentions.Select(static pair => (pair.Key, pair.Value)).OrderBy(static mention => mention.Value.Start);
    }
}
