using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Features;

/// <summary>Which vocabulary the values of a type come from.</summary>
internal static class ValueVocabulary
{
    /// <summary>The classes of the values of a type; empty when the type has no vocabulary.</summary>
    public static ImmutableArray<StatusClass> Classes(FrameworkDefinition framework, string valueKind) =>
        VocabularyIds.Of(valueKind) is { } id ? framework.Vocabulary(id).Classes : [];
}
