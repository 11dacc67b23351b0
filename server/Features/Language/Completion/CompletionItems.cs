using FrameworkLsp.Analyzers.Features.Completion;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Features.Language.Completion;

/// <summary>Writes candidates as the client understands them.</summary>
/// <param name="uri">The document they are for.</param>
/// <param name="text">Its text.</param>
/// <param name="offset">The cursor.</param>
/// <param name="features">What the client can do.</param>
internal sealed class CompletionItems(string uri, SourceText text, int offset, ClientFeatures features)
{
    /// <summary>The list of candidates.</summary>
    public CompletionList Of(CompletionAnswer answer)
    {
        var candidates = answer.Candidates;
        var sharesRange = features.DefaultEditRange && candidates.Length > 1 && candidates.All(candidate => candidate.Replaced == candidates[0].Replaced && !IsSplit(candidate));
        var sharesFormat = features.DefaultInsertTextFormat && candidates.Length > 1 && candidates.All(candidate => Snippet(candidate) is null);
        return new CompletionList(answer.IsIncomplete, [.. candidates.Select((candidate, index) => Item(candidate, index, sharesRange, sharesFormat))])
        {
            ItemDefaults = sharesRange || sharesFormat
                ? new CompletionItemDefaults
                {
                    EditRange = sharesRange ? Range(candidates[0].Replaced) : null,
                    InsertTextFormat = sharesFormat ? InsertTextFormat.PlainText : null,
                }
                : null,
        };
    }

    private CompletionItem Item(CompletionCandidate candidate, int index, bool sharesRange, bool sharesFormat)
    {
        var snippet = Snippet(candidate);
        var inserted = snippet ?? candidate.Text;
        return new CompletionItem
        {
            Label = candidate.Label,
            LabelDetails = features.LabelDetails && candidate.Detail.Length > 0 ? new CompletionItemLabelDetails { Description = candidate.Detail } : null,
            Kind = Kind(candidate.Kind),
            Detail = features.LabelDetails || candidate.Detail.Length == 0 ? null : candidate.Detail,
            SortText = index.ToString("D4", provider: null),
            FilterText = candidate.Filter.Length > 0 && candidate.Filter != candidate.Label ? candidate.Filter : null,
            InsertTextFormat = sharesFormat ? null : snippet is null ? InsertTextFormat.PlainText : InsertTextFormat.Snippet,
            TextEdit = sharesRange ? null : Edit(candidate, inserted),
            TextEditText = sharesRange && inserted != candidate.Label ? inserted : null,
            CommitCharacters = features.CommitCharacters && !candidate.CommitCharacters.IsEmpty ? candidate.CommitCharacters : null,
            Data = candidate.Topic is { } topic ? new CompletionData(uri, (int)topic.Kind, topic.Id, topic.Owner) : null,
        };
    }

    private CompletionEdit Edit(CompletionCandidate candidate, string inserted) => IsSplit(candidate)
        ? new CompletionEdit { NewText = inserted, Insert = Range(TextSpan.FromBounds(candidate.Replaced.Start, offset)), Replace = Range(candidate.Replaced) }
        : new CompletionEdit { NewText = inserted, Range = Range(candidate.Replaced) };

    private bool IsSplit(CompletionCandidate candidate) => features.InsertReplace && candidate.MayKeepRest && candidate.Replaced.Start <= offset && offset < candidate.Replaced.End;

    private string? Snippet(CompletionCandidate candidate) => features.Snippets ? candidate.Snippet : null;

    private Protocol.Range Range(TextSpan span) => features.Positions.ToRange(text, span);

    private static CompletionItemKind Kind(CandidateKind kind) => kind switch
    {
        CandidateKind.Section => CompletionItemKind.Struct,
        CandidateKind.Field => CompletionItemKind.Field,
        CandidateKind.Module => CompletionItemKind.Module,
        CandidateKind.Requirement or CandidateKind.Anchor => CompletionItemKind.Reference,
        CandidateKind.Service => CompletionItemKind.Class,
        CandidateKind.Row => CompletionItemKind.Snippet,
        CandidateKind.File => CompletionItemKind.File,
        CandidateKind.Folder => CompletionItemKind.Folder,
        CandidateKind.Key => CompletionItemKind.Property,
        CandidateKind.Rule => CompletionItemKind.Keyword,
        _ => CompletionItemKind.EnumMember,
    };
}
