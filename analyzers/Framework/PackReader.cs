using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework.Reading;
using FrameworkLsp.Analyzers.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>A file of a pack.</summary>
/// <param name="Name">Its name with forward slashes, for messages.</param>
/// <param name="Text">Its YAML text.</param>
public sealed record PackFile(string Name, string Text);

/// <summary>Something wrong in a pack or configuration file.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Span">Where, in UTF-16 units of the file's text.</param>
/// <param name="Message">What and what to do.</param>
public sealed record PackDiagnostic(string File, TextSpan Span, string Message);

/// <summary>What came of reading a pack.</summary>
/// <param name="Definition">The definition; what could not be read is left out.</param>
/// <param name="Diagnostics">What was wrong; empty when all is well.</param>
public sealed record PackResult(FrameworkDefinition Definition, ImmutableArray<PackDiagnostic> Diagnostics);

/// <summary>
/// Reads a pack: YAML files whose top-level keys are the concerns of a framework. How the concerns are spread over files is free; lists may
/// be spread over several files and are joined in the order of the files' names, everything else stands once.
/// </summary>
public static class PackReader
{
    /// <summary>Reads a pack with every check. Never throws for what the files hold.</summary>
    /// <param name="id">The pack's id, used when the files do not state one.</param>
    /// <param name="files">The files in any order.</param>
    public static PackResult Read(string id, ImmutableArray<PackFile> files) => Read(id, files, validates: true);

    /// <summary>Reads a pack, without checking regular expressions and references when it is known to be sound.</summary>
    internal static PackResult Read(string id, ImmutableArray<PackFile> files, bool validates)
    {
        var diagnostics = new YamlDiagnostics();
        var reading = new PackReading(validates);
        var builder = new PackBuilder(id, reading);

        // Scanning YAML is most of the time that a cold process needs to its first finding, and every file stands alone.
        var trees = files.OrderBy(file => file.Name, StringComparer.Ordinal).AsParallel().AsOrdered().Select(file =>
        {
            var problems = new YamlDiagnostics();
            return (file.Name, Root: YamlTree.Parse(file.Name, file.Text, problems), Problems: problems);
        });
        foreach (var (name, root, problems) in trees.ToArray())
        {
            diagnostics.Add(problems);
            if (root is not null && YamlMap.Open(name, root, diagnostics) is { } map)
            {
                builder.Add(map);
                map.Close();
            }
        }

        var definition = builder.Build();
        if (!builder.IsNamed && diagnostics.IsEmpty)
        {
            diagnostics.Report("pack.yaml", new TextSpan(0, 0), "The pack has no name; add \"name: ...\" to one of its files.");
        }

        reading.ResolveReferences();
        return new PackResult(definition, diagnostics.ToImmutable());
    }
}
