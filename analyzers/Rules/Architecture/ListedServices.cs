using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>A list of services that a number announces.</summary>
/// <param name="Count">How many different ones it holds.</param>
/// <param name="Infrastructure">How many of them are infrastructure, which some count and some do not.</param>
/// <param name="Span">Where it stands.</param>
internal sealed record ListedCount(int Count, int Infrastructure, TextSpan Span);

/// <summary>Finds the list of services that a number announces: in parentheses behind it, or the list or table below.</summary>
/// <param name="document">The document.</param>
/// <param name="openEnds">What says that a list is not complete.</param>
internal sealed class ListedServices(BoundDocument document, ImmutableArray<string> openEnds)
{
    private const string Separators = ",;+&";

    private readonly ServiceToken _token = new(document.Definition.ServiceNames);
    private readonly PhraseSet _openEnds = PhraseSet.Of(openEnds);

    /// <summary>The list behind an offset of a sentence; null when there is none, or none of services.</summary>
    public ListedCount? Behind(Sentence sentence, int end)
    {
        var rest = TextScan.SkipBlanks(sentence.Text, end, sentence.Text.Length);
        if (rest < sentence.Text.Length && sentence.Text[rest] == '(')
        {
            var close = sentence.Text.IndexOf(')', rest);
            return close < 0 ? null : Enclosed(sentence.Text[(rest + 1)..close], new TextSpan(sentence.Start + rest + 1, close - rest - 1), sentence.Text[(close + 1)..]);
        }

        return sentence.Text.AsSpan(rest).IndexOfAnyExcept(" :*_.") < 0 ? Below(sentence.Start + sentence.Text.Length) : null;
    }

    private ListedCount? Enclosed(string text, TextSpan span, string behind)
    {
        var entries = text.Split([.. Separators.Select(static separator => separator.ToString()), " and ", " и "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (entries.Length < 2 || IsOpen(text))
        {
            return null;
        }

        // "(2 APIs, 1 bot)" counts by itself.
        var counts = entries.Select(static entry => int.TryParse(entry.Split(' ')[0], out var count) ? count : 0).ToList();
        if (counts.TrueForAll(static count => count > 0))
        {
            return new ListedCount(counts.Sum(), 0, span);
        }

        var behindList = behind.TrimStart().StartsWith('+') ? 1 : 0;
        return counts.TrueForAll(static count => count == 0) && entries.Any(entry => IsService(entry) || IsInfrastructure(entry))
            ? new ListedCount(entries.Select(Words.Fold).Distinct(StringComparer.Ordinal).Count(), entries.Count(IsInfrastructure) + behindList, span)
            : null;
    }

    private ListedCount? Below(int offset)
    {
        var outline = document.Outline;
        var next = offset;
        while (next < outline.Text.Length && (char.IsWhiteSpace(outline.Text[next]) || outline.Text[next] is '.' or ':' or '*'))
        {
            next++;
        }

        if (outline.Tables.FirstOrDefault(table => table.Span.Start >= offset && table.Span.Start <= next) is { } table)
        {
            var rows = ServiceEntryReader.Read(document).Where(entry => entry.Table == table).ToList();
            return rows.Count > 0 ? Count([.. rows.Select(static entry => entry.Label)], table.Span) : null;
        }

        // A marker may look like emphasis, so that the item starts before what follows.
        var first = outline.ListItems.FirstOrDefault(item => item.Span.Start >= offset && item.Span.Start <= next);
        if (first is null)
        {
            return null;
        }

        var items = outline.ListItems.Skip(first.Index).TakeWhile(item => item.Section == first.Section).Where(item => item.Parent == first.Parent).ToList();
        items = [.. items.TakeWhile((item, index) => index == 0 || string.IsNullOrWhiteSpace(outline.Text[items[index - 1].Span.End..item.Span.Start]))];
        var known = items.Count(item => IsService(item.Text) || _token.Leading(item.Raw).Length > 0 || IsInfrastructure(item.Text));
        return known * 2 > items.Count && !items.Exists(item => IsOpen(item.Text)) ? Count([.. items.Select(static item => item.Text)], TextSpan.FromBounds(first.Span.Start, items[^1].Span.End)) : null;
    }

    private ListedCount Count(ImmutableArray<string> entries, TextSpan span) =>
        new(entries.Select(Words.Fold).Distinct(StringComparer.Ordinal).Count(), entries.Count(IsInfrastructure), span);

    private bool IsOpen(string text) => _openEnds.OccursIn(text) || openEnds.Any(end => !end.Any(char.IsLetter) && text.Contains(end, StringComparison.Ordinal));

    private bool IsService(string entry)
    {
        var names = document.Definition.ServiceNames;
        var word = Words.Fold(entry);
        return names.IsType(word) || names.IsShorthand(word.Replace(' ', '_')) || _token.Leading(entry).Length > 0 || document.Definition.ServiceRoles.Of("", entry) is not null;
    }

    // "PostgreSQL", "nginx", but not "PostgreSQL data service".
    private bool IsInfrastructure(string entry)
    {
        var folded = Words.Fold(entry);
        return document.Definition.ServiceNames.IsInfrastructure(folded.Split(' ')[0])
            ? document.Definition.ServiceRoles.Of("", entry) is not { Kind: not Framework.ServiceRoleKind.Infrastructure }
            : document.Definition.Definition.Architecture.Infrastructure.Any(item => Words.StartsWithPhrase(folded, Words.Fold(item.Name))) && document.Definition.ServiceRoles.Of("", entry) is not { Kind: not Framework.ServiceRoleKind.Infrastructure };
    }
}
