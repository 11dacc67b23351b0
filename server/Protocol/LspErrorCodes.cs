namespace FrameworkLsp.Server.Protocol;

/// <summary>The error codes of JSON-RPC and of the language server protocol that the server answers with.</summary>
internal static class LspErrorCodes
{
    public const int ParseError = -32700;
    public const int InvalidRequest = -32600;
    public const int InvalidParams = -32602;
    public const int InternalError = -32603;
    public const int ServerNotInitialized = -32002;
    public const int ContentModified = -32801;
    public const int ServerCancelled = -32802;
    public const int RequestFailed = -32803;
}
