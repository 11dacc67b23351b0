using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>The packs that are part of the engine.</summary>
public static class EmbeddedPacks
{
    /// <summary>The id of the pack that is used when a project names none.</summary>
    public const string DefaultId = "doc4microservices";

    private const string Prefix = "pack/";

    private static readonly Lazy<FrameworkDefinition> LazyDefault = new(() => Load(DefaultId));

    /// <summary>The default pack. Read once, on first use; thread-safe.</summary>
    /// <exception cref="InvalidOperationException">The embedded pack is broken, which a test rules out.</exception>
    public static FrameworkDefinition Default => LazyDefault.Value;

    /// <summary>The files of an embedded pack; empty when there is no such pack.</summary>
    public static ImmutableArray<PackFile> Files(string id)
    {
        var folder = $"{Prefix}{id}/";
        var assembly = typeof(EmbeddedPacks).Assembly;
        var files = ImmutableArray.CreateBuilder<PackFile>();
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var name = resource.Replace('\\', '/');
            if (name.StartsWith(folder, StringComparison.Ordinal) && assembly.GetManifestResourceStream(resource) is { } stream)
            {
                using var reader = new StreamReader(stream);
                files.Add(new PackFile(name[folder.Length..], reader.ReadToEnd()));
            }
        }

        return files.DrainToImmutable();
    }

    private static FrameworkDefinition Load(string id)
    {
        var result = PackReader.Read(id, Files(id), validates: false);
        return result.Diagnostics.IsEmpty
            ? result.Definition
            : throw new InvalidOperationException(
                $"The embedded pack {id} is broken:\n" + string.Join('\n', result.Diagnostics.Select(item => $"{item.File}({item.Span.Start}): {item.Message}")));
    }
}
