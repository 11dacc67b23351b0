namespace FrameworkLsp.Server.Lsp.Wire;

/// <summary>Where the session stands between initialize and exit.</summary>
internal enum LifecyclePhase
{
    /// <summary>Nothing was said yet: every request but initialize is refused.</summary>
    Uninitialized,

    /// <summary>The session runs.</summary>
    Running,

    /// <summary>Shutdown was asked for: every request is refused.</summary>
    ShutDown,
}

/// <summary>What becomes of an incoming message.</summary>
internal enum Admission
{
    /// <summary>It is handled.</summary>
    Accept,

    /// <summary>It is ignored: a notification out of turn.</summary>
    Drop,

    /// <summary>It is a request before initialize.</summary>
    RefuseUninitialized,

    /// <summary>It is a request that may not come now.</summary>
    RefuseInvalid,

    /// <summary>The session is over.</summary>
    Exit,
}

/// <summary>The lifecycle of the specification. Moves on as messages are read, so that their order decides.</summary>
internal sealed class LifecycleState
{
    /// <summary>The phase.</summary>
    public LifecyclePhase Phase { get; private set; }

    /// <summary>The exit code that the specification wants: 0 only after a shutdown.</summary>
    public int ExitCode => Phase == LifecyclePhase.ShutDown ? 0 : 1;

    /// <summary>Decides about a message.</summary>
    public Admission Admit(string method, bool isRequest)
    {
        switch (Phase, method)
        {
            case (_, "exit") when !isRequest:
                return Admission.Exit;
            case (LifecyclePhase.Uninitialized, "initialize") when isRequest:
                Phase = LifecyclePhase.Running;
                return Admission.Accept;
            case (LifecyclePhase.Uninitialized, _):
                return isRequest ? Admission.RefuseUninitialized : Admission.Drop;
            case (LifecyclePhase.Running, "initialize"):
                return isRequest ? Admission.RefuseInvalid : Admission.Drop;
            case (LifecyclePhase.Running, "shutdown") when isRequest:
                Phase = LifecyclePhase.ShutDown;
                return Admission.Accept;
            case (LifecyclePhase.Running, _):
                return Admission.Accept;
            default:
                return isRequest ? Admission.RefuseInvalid : Admission.Drop;
        }
    }
}
