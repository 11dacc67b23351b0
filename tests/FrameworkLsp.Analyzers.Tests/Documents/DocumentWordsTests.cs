using System.Collections.Immutable;
using CsCheck;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Documents;

internal sealed class DocumentWordsTests
{
    private static readonly ImmutableArray<string> Phrases = ["api", "rest api", "node.js", ".env", "/health", "->", "ci/cd", "kafka", "шлюз", "x"];

    private static readonly Gen<string> Texts = TextGen.Of(0, 12, "API", "api", "rest", "REST", "node", ".js", "Node.js", ".env", "env", "/health", "->", "ci/cd", "kafkas", "Kafka", "Шлюз", "x", "_", "-", " ", " ", "\n", "1");

    [Test]
    public void Finds_what_a_search_through_the_text_finds() => Texts.Sample(static text =>
        Ordered(new DocumentWords(text).Find(Phrases)).SequenceEqual(Ordered(Searched(text))));

    [Test]
    public void Places_come_in_order() => Texts.Sample(static text =>
        new DocumentWords(text).Find(Phrases).Select(static place => place.Start) is var starts && starts.SequenceEqual(starts.Order()));

    [Test]
    public void No_feature_is_named_where_no_name_of_one_begins()
    {
        string[] words = ["Nginx", "API", "gateway", "elk", "elks", "OAuth", "2.0", "/health", ".env", "read", "replicas", "rate", "limiting", "-", "_", " ", " ", ", ", "(", ")", "и", "metrics"];
        Gen.Select(TextGen.Of(0, 10, words), Gen.Int[0, 4]).Sample((text, level) =>
        {
            var document = TestWorkspace.Bind("artifacts/plans/implementation-plan.md", "# Implementation Plan\n\n" + text + "\n");
            var places = new PhrasePlaces(document, document.Definition.Features.NamesAbove(level));
            return document.Definition.Features.FindAll(document.Outline.Text)
                .Where(mention => mention.Feature.MinLevel > level)
                .All(mention => places.AnyIn(new(mention.Start, mention.Length)));
        });
    }

    private static IEnumerable<PhraseOccurrence> Searched(string text)
    {
        var lower = text.ToLowerInvariant();
        foreach (var phrase in Phrases)
        {
            for (var index = Words.IndexOfPhrase(lower, phrase); index >= 0; index = Words.IndexOfPhrase(lower, phrase, index + 1))
            {
                yield return new PhraseOccurrence(index, phrase);
            }
        }
    }

    private static IEnumerable<string> Ordered(IEnumerable<PhraseOccurrence> places) => places.Select(static place => $"{place.Start}:{place.Phrase}").Order(StringComparer.Ordinal);
}
