using System.Text.Json;

namespace FrameworkLsp.Server.Lsp.Session;

/// <summary>Which lenses the user wants.</summary>
/// <param name="Enable">Whether there are any.</param>
/// <param name="Stage">How far the delivery is, on titles.</param>
/// <param name="Requirements">How far each requirement is, where it is defined.</param>
internal sealed record CodeLensSettings(bool Enable = true, bool Stage = true, bool Requirements = true)
{
    /// <summary>The settings of a JSON object, over these.</summary>
    public CodeLensSettings With(JsonElement settings) => new(
        ServerSettings.Flag(settings, "codeLens.enable", Enable),
        ServerSettings.Flag(settings, "codeLens.stage", Stage),
        ServerSettings.Flag(settings, "codeLens.requirements", Requirements));
}

/// <summary>Which hints the user wants.</summary>
/// <param name="Enable">Whether there are any.</param>
/// <param name="Levels">Name and threshold behind levels.</param>
/// <param name="Thresholds">The expected threshold behind measured coverage.</param>
/// <param name="Titles">Titles behind the ids of requirements.</param>
/// <param name="Modules">Modules that come along.</param>
internal sealed record InlayHintSettings(bool Enable = true, bool Levels = true, bool Thresholds = true, bool Titles = true, bool Modules = true)
{
    /// <summary>The settings of a JSON object, over these.</summary>
    public InlayHintSettings With(JsonElement settings) => new(
        ServerSettings.Flag(settings, "inlayHints.enable", Enable),
        ServerSettings.Flag(settings, "inlayHints.levels", Levels),
        ServerSettings.Flag(settings, "inlayHints.thresholds", Thresholds),
        ServerSettings.Flag(settings, "inlayHints.titles", Titles),
        ServerSettings.Flag(settings, "inlayHints.modules", Modules));
}
