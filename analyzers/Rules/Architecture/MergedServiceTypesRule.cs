using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Scaffolding;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>FW404: kinds of services that are to share a process.</summary>
public sealed class MergedServiceTypesRule() : DocumentRule(new RuleDescriptor("FW404", "merged-service-types", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    private static readonly ConditionalWeakTable<CompiledDefinition, LoopOwners> Owners = [];
    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;:.()");

    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        var document = context.Document;
        if (document.IsTemplate)
        {
            return;
        }

        var owners = Owners.GetValue(context.Definition, _ => new LoopOwners(context.Definition.Definition.Architecture, context.Parameter("weak_words"), context.Parameter("joiners")));
        var scope = ClaimScope.Of(document);
        var reported = new HashSet<int>();
        foreach (var entry in ServiceEntryReader.Read(document).Where(static entry => entry.Name.Length > 0 && entry.Role is not { Kind: ServiceRoleKind.Data }))
        {
            var text = document.Outline.Text.Substring(entry.Span.Start, entry.Span.Length);
            var behind = entry.LabelSpan.End - entry.Span.Start;
            if (Joined(owners, text, behind) is var (first, second)
                && scope.IsClaimed(new Sentence(text, entry.Span.Start), first.Start, first.Length)
                && reported.Add(entry.Span.Start))
            {
                Report(context, entry.Span.Start, first, second, text, new Merge(entry, first, second));
            }
        }

        foreach (var sentence in Phrases(context, document))
        {
            if (Pair(owners, context.Definition.NegativeScope, sentence.Text) is var (first, second) && !reported.Any(start => start >= sentence.Start && start < sentence.Start + sentence.Text.Length))
            {
                Report(context, sentence.Start, first, second, sentence.Text, null);
            }
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        if (context.Finding.Data is not Merge { Entry: var entry } merge)
        {
            return [];
        }

        var names = context.Bound.Definition.ServiceNames;
        var parsed = names.Parse(entry.Name);
        var (kept, moved) = parsed.Type?.Id == merge.Second.Role.ServiceType ? (merge.Second, merge.First) : (merge.First, merge.Second);
        var stem = parsed.Type is null ? parsed.Name : string.Join('_', parsed.Parts[..^1]);
        var name = stem + "_" + moved.Role.ServiceType;
        name = entry.Label.Contains('-', StringComparison.Ordinal) ? name.Replace('_', '-') : names.Display(name);
        var raw = context.Bound.Outline.Text.Substring(entry.Span.Start, entry.Span.Length);
        var end = merge.Second.End + Phrase(raw[merge.Second.End..], context.Parameter("phrases"));
        var shared = new TextChange(new TextSpan(entry.Span.Start + merge.First.Start, end - merge.First.Start), raw.Substring(kept.Start, kept.Length));
        return Second(context.Bound, entry, name, raw.Substring(moved.Start, moved.Length)) is { IsEmpty: false } second
            ? [new Fix($"Move it to {name}", FixSafety.Unsafe, [shared, .. second]) { IsPreferred = true }]
            : [];
    }

    // The sentences that put several services into one process.
    private static IEnumerable<Sentence> Phrases(DocumentRuleContext context, BoundDocument document)
    {
        var phrases = context.Parameter("phrases");
        var hypothetical = PhraseSet.Of(context.Parameter("hypothetical"));
        var scope = ClaimScope.Of(document);
        foreach (var sentence in Sentence.Holding(document, phrases))
        {
            var lower = sentence.Text.ToLowerInvariant();

            // "One container each, never a single process": one that is denied tells what all of them mean.
            var found = phrases.Select(candidate => (Index: Words.IndexOfPhrase(lower, candidate), candidate.Length)).Where(static found => found.Index >= 0).ToList();
            if (found.Count > 0
                && !hypothetical.OccursIn(sentence.Text)
                && document.Owners[document.Outline.SectionAt(sentence.Start).Index]?.Definition.Role != SectionRoles.Context
                && found.TrueForAll(phrase => scope.IsClaimed(sentence, phrase.Index, phrase.Length)))
            {
                yield return sentence;
            }
        }
    }

    private static (LoopOwner First, LoopOwner Second)? Joined(LoopOwners owners, string text, int behind)
    {
        if (owners.Joined(text[behind..]) is not var (first, second))
        {
            return null;
        }

        return (first with { Start = first.Start + behind }, second with { Start = second.Start + behind });
    }

    // "No worker: the bot plans in one process with itself" names one of them.
    private static (LoopOwner First, LoopOwner Second)? Pair(LoopOwners owners, NegativeScopeMatcher scope, string text)
    {
        var found = owners.In(text).Where(owner => !scope.IsNegated(Clause(text, owner.End), owner.Start, owner.Length)).ToList();
        return found.Find(owner => owner.Role != found[0].Role) is { Length: > 0 } second ? (found[0], second) : null;
    }

    private static string Clause(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny(ClauseEnds);
        return end < 0 ? text : text[..(start + end)];
    }

    private static void Report(DocumentRuleContext context, int offset, LoopOwner first, LoopOwner second, string text, Merge? merge)
    {
        var (left, right) = (text.Substring(first.Start, first.Length), text.Substring(second.Start, second.Length));
        context.Report(
            TextSpan.FromBounds(offset + first.Start, offset + second.End),
            $"{left} and {right} must run in separate containers. Each of them owns the event loop of its process and blocks the other; make two services of them.",
            data: merge);
    }

    private static int Phrase(string rest, ImmutableArray<string> phrases)
    {
        var lower = rest.ToLowerInvariant();
        return phrases.Select(phrase => Words.IndexOfPhrase(lower, phrase) is var index and >= 0 and <= 2 ? index + phrase.Length : 0).DefaultIfEmpty().Max();
    }

    private static ImmutableArray<TextChange> Second(BoundDocument document, ServiceEntry entry, string name, string technology)
    {
        if (entry.Item is { } item)
        {
            var quote = item.Raw.Contains($"`{entry.Label}`", StringComparison.Ordinal) ? "`" : "";
            return ListItemWriter.Behind(document.Outline, item, $"{quote}{name}{quote}: {technology}");
        }

        if (entry is not { Table: { } table, Row: { } row })
        {
            return [];
        }

        var cells = new Dictionary<int, string>();
        for (var column = 0; column < row.Cells.Length; column++)
        {
            if (row.Cells[column].ContentSpan.Contains(entry.LabelSpan.Start))
            {
                cells[column] = row.Cells[column].Raw.Contains('`', StringComparison.Ordinal) ? $"`{name}`" : name;
            }
            else if (!cells.ContainsValue(technology))
            {
                cells[column] = technology;
            }
        }

        return [new TableRowWriter(document.Outline, table).Insert(row, [cells])];
    }

    private sealed record Merge(ServiceEntry Entry, LoopOwner First, LoopOwner Second);
}
