using System.Text;

namespace FrameworkLsp.Testing;

/// <summary>A folder of its own for a test, removed with the test. Its path has no symbolic links on it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Makes the folder.</summary>
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("framework-lsp-").FullName;

    /// <summary>The absolute path.</summary>
    public string Path { get; }

    /// <summary>The absolute path of a file in the folder.</summary>
    public string Full(string relativePath) => System.IO.Path.Combine(Path, relativePath);

    /// <summary>Writes a file and tells its absolute path.</summary>
    public string Write(string relativePath, string text) => Write(relativePath, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes a file and tells its absolute path.</summary>
    public string Write(string relativePath, byte[] bytes)
    {
        var full = Full(relativePath);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, bytes);
        return full;
    }

    /// <summary>Reads a file.</summary>
    public string Read(string relativePath) => File.ReadAllText(Full(relativePath));

    /// <summary>Makes an empty folder, and git take the place for a repository when it is called <c>.git</c>.</summary>
    public void MakeFolder(string relativePath) => Directory.CreateDirectory(Full(relativePath));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
