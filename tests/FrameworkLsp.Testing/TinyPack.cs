using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Testing;

/// <summary>
/// A small pack of another organisation: German, three stages (Steckbrief, Bauplan, Prüfbericht), three levels, its own modules, names,
/// words and numbers. A rule that gives the right findings with it has nothing of the embedded pack in its code.
/// </summary>
public static class TinyPack
{
    /// <summary>Its id.</summary>
    public const string Id = "tiny";

    private const string Prefix = "testpack/tiny/";

    private static readonly Lazy<PackResult> LazyResult = new(() => PackReader.Read(Id, Files));

    /// <summary>The files.</summary>
    public static ImmutableArray<PackFile> Files { get; } = ReadFiles();

    /// <summary>What reading it gives, diagnostics included.</summary>
    public static PackResult Result => LazyResult.Value;

    /// <summary>The definition.</summary>
    public static FrameworkDefinition Definition => Result.Definition;

    private static ImmutableArray<PackFile> ReadFiles()
    {
        var assembly = typeof(TinyPack).Assembly;
        var files = ImmutableArray.CreateBuilder<PackFile>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            files.Add(new PackFile(name[Prefix.Length..], reader.ReadToEnd()));
        }

        return files.DrainToImmutable();
    }
}
