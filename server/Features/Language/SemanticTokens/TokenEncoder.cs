using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Features.Tokens;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;

namespace FrameworkLsp.Server.Features.Language.SemanticTokens;

/// <summary>Writes tokens as the protocol does, with types that every theme colours.</summary>
internal static class TokenEncoder
{
    // The numbers of the kinds are their places in the list.
    private static readonly ImmutableArray<TokenKind> Kinds = [TokenKind.Requirement, TokenKind.Service, TokenKind.Level, TokenKind.Status, TokenKind.Placeholder];

    /// <summary>What the numbers mean. A requirement out of scope is marked as deprecated, which editors strike through.</summary>
    public static SemanticTokensLegend Legend { get; } = new(["variable", "type", "enumMember", "keyword", "macro"], ["definition", "deprecated"]);

    /// <summary>The numbers of tokens.</summary>
    public static ImmutableArray<uint> Encode(DocumentView view, ImmutableArray<SemanticToken> tokens, CancellationToken cancellationToken)
    {
        var data = ImmutableArray.CreateBuilder<uint>(tokens.Length * 5);
        var last = default(Position);
        foreach (var token in tokens)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var range = view.Range(token.Span);
            data.Add(range.Start.Line - last.Line);
            data.Add(range.Start.Line == last.Line ? range.Start.Character - last.Character : range.Start.Character);
            data.Add(range.End.Character - range.Start.Character);
            data.Add((uint)Kinds.IndexOf(token.Kind));
            data.Add((uint)token.Traits);
            last = range.Start;
        }

        return data.MoveToImmutable();
    }

    /// <summary>What turns one list of numbers into another: one replacement between what both start and end with, none when they are equal.</summary>
    public static ImmutableArray<SemanticTokensEdit> Difference(ImmutableArray<uint> before, ImmutableArray<uint> after)
    {
        var start = before.AsSpan().CommonPrefixLength(after.AsSpan());
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        return start == before.Length && start == after.Length ? [] : [new SemanticTokensEdit((uint)start, (uint)(before.Length - start - end), after[start..(after.Length - end)])];
    }
}
