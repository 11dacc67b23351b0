using System.IO.Enumeration;

namespace FrameworkLsp.Server.Host;

/// <summary>What a folder holds.</summary>
/// <param name="Name">The name.</param>
/// <param name="IsFolder">Whether it is a folder, or a link to one.</param>
/// <param name="IsLink">Whether it is a symbolic link.</param>
internal readonly record struct FolderEntry(string Name, bool IsFolder, bool IsLink)
{
    /// <summary>Folders that hold neither documents nor reports of the project, whatever the ignore files say.</summary>
    private static readonly HashSet<string> _foreign = new(StringComparer.Ordinal) { ".git", ".hg", ".svn", ".jj", "node_modules" };

    /// <summary>Whether scans stay out of it: a folder of version control or of dependencies.</summary>
    public bool IsForeign => IsFolder && IsForeignName(Name);

    /// <summary>Whether scans stay out of a folder of this name.</summary>
    public static bool IsForeignName(string name) => _foreign.Contains(name);

    /// <summary>The entries of a folder for which a predicate holds, by name.</summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be listed.</exception>
    public static List<FolderEntry> List(string folder, FileSystemEnumerable<FolderEntry>.FindPredicate predicate)
    {
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };
        var entries = new FileSystemEnumerable<FolderEntry>(folder, Read, options) { ShouldIncludePredicate = predicate }.ToList();
        entries.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return entries;

        // Asking for the attributes costs a call of the system.
        static FolderEntry Read(ref FileSystemEntry entry) =>
            new(entry.FileName.ToString(), entry.IsDirectory, (entry.Attributes & FileAttributes.ReparsePoint) != FileAttributes.None);
    }

    /// <summary>All entries of a folder that are no links, in no order; without a call of the system for each.</summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be listed.</exception>
    public static IEnumerable<FolderEntry> ListWithoutLinks(string folder)
    {
        var options = new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        return new FileSystemEnumerable<FolderEntry>(folder, static (ref entry) => new(entry.FileName.ToString(), entry.IsDirectory, IsLink: false), options);
    }
}
