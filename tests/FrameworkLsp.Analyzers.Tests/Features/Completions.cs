using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Features.Completion;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Features;

/// <summary>What is offered at the cursor, and what comes of accepting it.</summary>
internal static class Completions
{
    public static ImmutableArray<CompletionCandidate> Complete(EditorText editor, bool isAsked = true) =>
        CompletionProvider.GetCandidates(editor.File, editor.Analysis, editor.Cursor, isAsked, TestWorkspace.Today).Candidates;

    public static string[] Labels(EditorText editor) => [.. Complete(editor).Select(static candidate => candidate.Label)];

    public static string Accept(EditorText editor, string label) => Accept(editor.Text, Complete(editor).Single(candidate => candidate.Label == label));

    public static string Accept(string text, CompletionCandidate candidate) =>
        text.Remove(candidate.Replaced.Start, candidate.Replaced.Length).Insert(candidate.Replaced.Start, candidate.Text);
}
