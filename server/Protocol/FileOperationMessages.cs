using System.Collections.Immutable;

namespace FrameworkLsp.Server.Protocol;

/// <summary>Files are going to be renamed, or were.</summary>
internal sealed record RenameFilesParams
{
    public required IReadOnlyList<FileRename> Files { get; init; }
}

/// <summary>A file or folder that gets another address.</summary>
internal sealed record FileRename
{
    public required string OldUri { get; init; }

    public required string NewUri { get; init; }
}

/// <summary>Files were created.</summary>
internal sealed record CreateFilesParams
{
    public required IReadOnlyList<FileCreate> Files { get; init; }
}

/// <summary>A new file or folder.</summary>
internal sealed record FileCreate
{
    public required string Uri { get; init; }
}

/// <summary>Files were deleted.</summary>
internal sealed record DeleteFilesParams
{
    public required IReadOnlyList<FileDelete> Files { get; init; }
}

/// <summary>A file or folder that is gone.</summary>
internal sealed record FileDelete
{
    public required string Uri { get; init; }
}

/// <summary>What the server wants to know about files.</summary>
internal sealed record FileOperationOptions
{
    public FileOperationRegistrationOptions? WillRename { get; init; }

    public FileOperationRegistrationOptions? DidRename { get; init; }

    public FileOperationRegistrationOptions? DidCreate { get; init; }

    public FileOperationRegistrationOptions? DidDelete { get; init; }
}

/// <summary>The files that an operation is about.</summary>
internal sealed record FileOperationRegistrationOptions(ImmutableArray<FileOperationFilter> Filters);

/// <summary>A filter.</summary>
internal sealed record FileOperationFilter(string Scheme, FileOperationPattern Pattern);

/// <summary>A pattern of paths; it is about files and folders.</summary>
internal sealed record FileOperationPattern(string Glob);
