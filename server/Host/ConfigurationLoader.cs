using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Host;

/// <summary>Something wrong in a configuration file.</summary>
/// <param name="FullPath">The file.</param>
/// <param name="Text">Its text.</param>
/// <param name="Span">Where.</param>
/// <param name="Message">What and what to do.</param>
internal sealed record ConfigurationProblem(string FullPath, SourceText Text, TextSpan Span, string Message);

/// <summary>Loads configuration files with what they extend. Reads each file once and reports each problem once. Not thread-safe.</summary>
/// <param name="definition">Gives the framework definition; asked when there is a file to read.</param>
internal sealed class ConfigurationLoader(Func<FrameworkDefinition> definition)
{
    private readonly Dictionary<string, (ConfigurationFile File, SourceText Text)> _read = new(StringComparer.Ordinal);
    private readonly HashSet<ConfigurationProblem> _problems = [];

    /// <summary>What was wrong in the files loaded so far, by file and place.</summary>
    public ImmutableArray<ConfigurationProblem> Problems =>
        [.. _problems.OrderBy(static problem => problem.FullPath, StringComparer.Ordinal).ThenBy(static problem => problem.Span.Start)];

    /// <summary>The configuration files read so far, extended ones included.</summary>
    public IEnumerable<string> Files => _read.Keys;

    /// <summary>The configuration of a folder's own file; null when the folder has none.</summary>
    public LintConfiguration? LoadFolder(string folder)
    {
        var file = Path.Combine(folder, ConfigurationReader.FileName);
        return File.Exists(file) ? Load(file) : null;
    }

    /// <summary>The configuration of a file, on top of what it extends. What cannot be read is left out and reported.</summary>
    public LintConfiguration Load(string fullPath) => Load(Path.GetFullPath(fullPath), []);

    private LintConfiguration Load(string fullPath, List<string> chain)
    {
        var (file, text) = Read(fullPath);
        if (file.Extends is not { } extends)
        {
            return file.Configuration;
        }

        chain.Add(fullPath);
        var target = Target(fullPath, extends);
        var problem = chain.Contains(target, StringComparer.Ordinal)
            ? $"This file extends itself: {string.Join(" -> ", chain.Append(target).Select(Path.GetFileName))}."
            : File.Exists(target) ? null : $"The file \"{extends}\" does not exist; the path is relative to the folder of this file.";
        if (problem is not null)
        {
            _problems.Add(new ConfigurationProblem(fullPath, text, file.ExtendsSpan, problem));
            return file.Configuration;
        }

        return file.Over(Load(target, chain));
    }

    private static string Target(string fullPath, string extends)
    {
        var target = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(fullPath)!, extends));
        return Directory.Exists(target) ? Path.Combine(target, ConfigurationReader.FileName) : target;
    }

    private (ConfigurationFile File, SourceText Text) Read(string fullPath)
    {
        if (_read.TryGetValue(fullPath, out var known))
        {
            return known;
        }

        var source = SourceFile.TryRead(fullPath, out var notice);
        var text = source?.Text ?? SourceText.From("");
        if (notice is not null)
        {
            _problems.Add(new ConfigurationProblem(fullPath, text, default, $"The file {notice.Message}"));
        }

        var file = ConfigurationReader.Read(Path.GetFileName(fullPath), text.ToString(), definition());
        foreach (var diagnostic in file.Diagnostics)
        {
            _problems.Add(new ConfigurationProblem(fullPath, text, diagnostic.Span, diagnostic.Message));
        }

        return _read[fullPath] = (file, text);
    }
}
