using FrameworkLsp.Server.Lsp;
using FrameworkLsp.Server.Protocol;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Features.Window.WorkDoneProgress;

/// <summary>Follows what the user does with a progress.</summary>
internal sealed class WorkDoneProgressHandler(LanguageSession session)
{
    /// <summary>The user stopped a progress.</summary>
    [JsonRpcMethod("window/workDoneProgress/cancel", UseSingleObjectParameterDeserialization = true)]
    public void Cancel(WorkDoneProgressCancelParams parameters) => session.Disk.Cancel(parameters.Token.ToString());
}
