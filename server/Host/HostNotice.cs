namespace FrameworkLsp.Server.Host;

/// <summary>Something about a file that the user should know and that is no finding: it was skipped, or read with loss.</summary>
/// <param name="FullPath">The file or folder.</param>
/// <param name="Message">What happened and what to do, as a phrase that follows the path.</param>
internal sealed record HostNotice(string FullPath, string Message);
