using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Tokens;

/// <summary>Finds the words of a document that mean something in the workflow. Linear in the text.</summary>
public static class SemanticTokenProvider
{
    /// <summary>The tokens of a file in order; none overlaps another or leaves its line. Empty for a file that is no framework document.</summary>
    /// <param name="file">The file.</param>
    /// <param name="parts">The facts of its documents.</param>
    /// <param name="range">A range of the source text that is enough; null for all of it.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<SemanticToken> GetTokens(BoundFile file, ImmutableArray<DocumentPart> parts, TextSpan? range, CancellationToken cancellationToken = default)
    {
        var found = new List<SemanticToken>();
        foreach (var document in file.Parts.Where(document => document.Part < parts.Length))
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var (span, kind, traits) in In(document, parts[document.Part], cancellationToken))
            {
                var source = document.ToSource.ToSource(span);
                if (!source.IsEmpty && (range is not { } wanted || wanted.OverlapsWith(source)))
                {
                    found.Add(new SemanticToken(source, kind, traits));
                }
            }
        }

        return Disjoint(file.Text, found, cancellationToken);
    }

    private static IEnumerable<(TextSpan Span, TokenKind Kind, TokenTraits Traits)> In(BoundDocument document, DocumentPart part, CancellationToken cancellationToken)
    {
        foreach (var carrier in LevelReader.Carriers(document).Where(static carrier => carrier is { Field: not null, Reading.Level: not null }))
        {
            yield return (carrier.Span, TokenKind.Level, TokenTraits.None);
        }

        foreach (var (name, mentions) in part.Facts.Services.Zip(part.Facts.ServiceMentions))
        {
            for (var ordinal = 0; ordinal < mentions; ordinal++)
            {
                yield return (part.Locations.Local(FactKey.Service(name, ordinal)), TokenKind.Service, TokenTraits.None);
            }
        }

        foreach (var value in ValueTokens.In(document, cancellationToken))
        {
            yield return value;
        }

        var definitions = RequirementReader.Definitions(document).Select(static definition => definition.Span.Start).ToHashSet();
        var descoped = part.Facts.Traces.Where(static trace => trace.Status == StatusClasses.Descoped || trace.Table == TableRoles.Descoped).Select(static trace => trace.Id)
            .Concat(part.Facts.Requirements.Where(static requirement => requirement.Status == StatusClasses.Descoped || requirement.Priority == StatusClasses.Wont).Select(static requirement => requirement.Id))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var token in document.Definition.RequirementIds.FindAll(document.Outline.Text))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (document.Outline.FenceAt(token.Start) is null)
            {
                var traits = (definitions.Contains(token.Start) ? TokenTraits.Definition : TokenTraits.None) | (descoped.Contains(token.Id) ? TokenTraits.Descoped : TokenTraits.None);
                yield return (new TextSpan(token.Start, token.Length), TokenKind.Requirement, traits);
            }
        }
    }

    // Clients need not understand tokens that overlap or go over several lines. Of two that overlap the first kept is the one that starts
    // first, then the shorter one: an id inside a longer value would break that value in two.
    private static ImmutableArray<SemanticToken> Disjoint(SourceText text, List<SemanticToken> found, CancellationToken cancellationToken)
    {
        var tokens = ImmutableArray.CreateBuilder<SemanticToken>(found.Count);
        var end = 0;
        foreach (var token in found.OrderBy(static token => token.Span.Start).ThenBy(static token => token.Span.Length))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (token.Span.Start >= end && !HasLineEnd(text, token.Span))
            {
                tokens.Add(token);
                end = token.Span.End;
            }
        }

        return tokens.ToImmutable();
    }

    private static bool HasLineEnd(SourceText text, TextSpan span)
    {
        for (var index = span.Start; index < span.End; index++)
        {
            if (text[index] is '\r' or '\n')
            {
                return true;
            }
        }

        return false;
    }
}
