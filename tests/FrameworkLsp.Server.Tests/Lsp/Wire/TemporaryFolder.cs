namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => FullPath = Directory.CreateTempSubdirectory("fwlsp-").FullName;

    public string FullPath { get; }

    /// <summary>The path of a file in the folder.</summary>
    public string this[string relativePath] => Path.Combine(FullPath, relativePath.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The address of a file in the folder.</summary>
    public string Uri(string relativePath) => new Uri(this[relativePath]).AbsoluteUri;

    public string Write(string relativePath, string text)
    {
        var path = this[relativePath];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => Directory.Delete(FullPath, recursive: true);
}
