using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Features.Completion;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Configuration;

/// <summary>Says what may be inserted at a place of a configuration file.</summary>
public static class ConfigurationCompletion
{
    /// <summary>The candidates at an offset, in the order in which they are to be shown.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="path">Its path, relative to the workspace root.</param>
    /// <param name="workspace">The workspace, for files and folders.</param>
    /// <param name="offset">The cursor.</param>
    public static CompletionAnswer GetCandidates(string text, string path, Workspace workspace, int offset)
    {
        if (ConfigurationPlace.Find(text, Math.Clamp(offset, 0, text.Length)) is not { } place)
        {
            return CompletionAnswer.None;
        }

        ImmutableArray<CompletionCandidate> candidates = [.. Candidates(place, text, path, workspace)];
        return new CompletionAnswer(candidates, candidates.Count(static candidate => candidate.Kind is CandidateKind.File or CandidateKind.Folder) > PathCompletion.Most);
    }

    private static IEnumerable<CompletionCandidate> Candidates(ConfigurationPlace place, string text, string path, Workspace workspace)
    {
        if (place.IsSeverities)
        {
            return place.Key.Length == 0
                ? RuleCompletion.Rules(place.Word, preferId: true, ": ").Concat(RuleCompletion.Rules(place.Word, preferId: false, ": ")).Where(rule => !place.Siblings.Contains(rule.Label))
                : ConfigurationReader.SeverityWords.Select(word => Value(place, word, "severity"));
        }

        if (place.Key.Length == 0)
        {
            return place.Keys.Where(key => !place.Siblings.Contains(key.Name)).Select(key => Key(place, key));
        }

        return place.Definition?.Value switch
        {
            ConfigurationValue.Kind => workspace.Definition.Kinds
                .Select(kind => Value(place, kind.Id, kind.Name) with { Topic = new CompletionTopic(TopicKind.Kind, kind.Id) })
                .Append(Value(place, ConfigurationKeys.NoKind, "no framework document")),
            ConfigurationValue.File => Files(place, text, path, workspace, static name => name.EndsWith('/') || name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal)),
            ConfigurationValue.Globs => Files(place, text, path, workspace, static _ => true),
            ConfigurationValue.Folders => Files(place, text, path, workspace, static name => name.EndsWith('/')),
            _ => [],
        };
    }

    private static CompletionCandidate Key(ConfigurationPlace place, ConfigurationKey key)
    {
        var isBlock = key.Value is ConfigurationValue.Mapping or ConfigurationValue.Mappings or ConfigurationValue.Severities;
        return new CompletionCandidate(CandidateKind.Key, key.Name, place.Word, isBlock ? key.Name + ":" : key.Name + ": ")
        {
            Filter = key.Name,
            Detail = key.IsRequired ? "required" : "",
            Topic = new CompletionTopic(TopicKind.ConfigurationKey, string.Join('.', place.Path.Add(key.Name))),
            MayKeepRest = true,
        };
    }

    private static CompletionCandidate Value(ConfigurationPlace place, string text, string detail) =>
        new(CandidateKind.Value, text, place.Word, text) { Filter = text, Detail = detail };

    // Below the folder of the file, since paths are relative to it; "extends" may lead out of it.
    private static IEnumerable<CompletionCandidate> Files(ConfigurationPlace place, string text, string path, Workspace workspace, Func<string, bool> isWanted)
    {
        var typed = text.AsSpan(place.Word.Start, place.Word.Length);
        var slash = typed.LastIndexOf('/') + 1;
        if (typed.Contains('*') || PathResolver.Normalize(PathResolver.Folder(path) + typed[..slash].ToString()) is not { } folder)
        {
            return [];
        }

        var replaced = TextSpan.FromBounds(place.Word.Start + slash, place.Word.End);
        return PathCompletion.In(workspace, [folder], "", replaced, static name => name).Where(candidate => isWanted(candidate.Label) && candidate.Label != ConfigurationReader.FileName);
    }
}
