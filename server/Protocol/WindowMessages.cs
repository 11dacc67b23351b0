using System.Text.Json;
using System.Text.Json.Serialization;

namespace FrameworkLsp.Server.Protocol;

/// <summary>A line for the client's log.</summary>
internal sealed record LogMessageParams(MessageType Type, string Message);

/// <summary>A message for the user.</summary>
internal sealed record ShowMessageParams(MessageType Type, string Message);

/// <summary>How important a message is.</summary>
internal enum MessageType
{
    Error = 1,
    Warning = 2,
    Info = 3,
    Log = 4,
}

/// <summary>Announces a progress.</summary>
internal sealed record WorkDoneProgressCreateParams(string Token);

/// <summary>The user stopped a progress; the token is a string or a number, the server's own are strings.</summary>
internal sealed record WorkDoneProgressCancelParams
{
    public required JsonElement Token { get; init; }
}

/// <summary>A progress moves on.</summary>
internal sealed record ProgressParams(string Token, WorkDoneProgress Value);

/// <summary>A step of a progress.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(WorkDoneProgressBegin), "begin")]
[JsonDerivedType(typeof(WorkDoneProgressReport), "report")]
[JsonDerivedType(typeof(WorkDoneProgressEnd), "end")]
internal abstract record WorkDoneProgress
{
    public string? Message { get; init; }
}

/// <summary>The start of a progress.</summary>
internal sealed record WorkDoneProgressBegin(string Title) : WorkDoneProgress
{
    public bool? Cancellable { get; init; }

    public uint? Percentage { get; init; }
}

/// <summary>A step in the middle.</summary>
internal sealed record WorkDoneProgressReport : WorkDoneProgress
{
    public uint? Percentage { get; init; }
}

/// <summary>The end of a progress.</summary>
internal sealed record WorkDoneProgressEnd : WorkDoneProgress;
