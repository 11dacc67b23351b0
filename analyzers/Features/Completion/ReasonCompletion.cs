using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Completion;

/// <summary>Offers the accepted reasons for a service name that is longer than the default form, where one is begun.</summary>
internal static class ReasonCompletion
{
    private const int FewestLetters = 3;

    /// <summary>The reasons; nothing away from a longer name, unless the user asks or the document decides names.</summary>
    public static IEnumerable<CompletionCandidate> InText(CompletionRequest request)
    {
        var place = request.Place;
        var naming = place.Framework.Naming;
        if (naming.ReasonForm.Length == 0 || Begun(place, naming) is not { } span)
        {
            return [];
        }

        return request.IsAsked || place.Document.Kind.HasRole(KindRoles.DecidesNames) || SpeaksOfLongName(place)
            ? Reasons(place, span)
            : [];
    }

    /// <summary>Every reason as a value.</summary>
    public static IEnumerable<CompletionCandidate> Reasons(DocumentPlace place, TextSpan replaced)
    {
        var naming = place.Framework.Naming;
        return naming.ReasonForm.Length == 0 ? [] : naming.Reasons.Select(reason =>
            ValueCompletion.Candidate(place, replaced, naming.Cite(reason)) with { Detail = "reason for a longer name", MayKeepRest = true });
    }

    // "Rea", "Reason", "Reason 2": the word a citation begins with, and what is typed of the number.
    private static TextSpan? Begun(DocumentPlace place, NamingConvention naming)
    {
        var start = place.Offset;
        while (start > place.Line.Start && char.IsAsciiDigit(place.Text[start - 1]))
        {
            start--;
        }

        while (start > place.Line.Start && place.Text[start - 1] == ' ')
        {
            start--;
        }

        var end = start;
        while (start > place.Line.Start && char.IsLetter(place.Text[start - 1]))
        {
            start--;
        }

        var word = place.Text[start..end];
        return word.Length >= FewestLetters && naming.ReasonWords.Any(reason => reason.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            ? TextSpan.FromBounds(start, place.Offset)
            : null;
    }

    private static bool SpeaksOfLongName(DocumentPlace place)
    {
        var names = place.Document.Definition.ServiceNames;
        var line = place.TextOf(place.Line);
        return new ServiceToken(names).All(line).Any(token => names.Parse(line.Substring(token.Start, token.Length)).Parts.Length > names.Convention.DefaultParts);
    }
}
