namespace FrameworkLsp.Server.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Clean = 0;

    /// <summary>There are findings, or a diff that would change something.</summary>
    public const int Findings = 1;

    /// <summary>Wrong usage or configuration, nothing understood, or an internal error.</summary>
    public const int Failure = 2;

    /// <summary>Stopped by the user, as shells report it.</summary>
    public const int Interrupted = 130;
}
