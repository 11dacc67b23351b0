using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace FrameworkLsp.Server.Lsp;

/// <summary>The server's log. Standard output belongs to the protocol, so it goes to standard error or a file.</summary>
internal sealed class ServerLog : IDisposable
{
    private const string Template = "{Timestamp:HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";
    private const string FileVariable = "FRAMEWORK_LSP_LOG";
    private readonly LoggingLevelSwitch _level = new(LogEventLevel.Information);
    private readonly Logger _logger;

    private ServerLog(string? file)
    {
        var configuration = new LoggerConfiguration().MinimumLevel.ControlledBy(_level);
        _logger = file is null
            ? configuration.WriteTo.Sink(new StandardErrorSink(Template)).CreateLogger()
            : configuration.WriteTo.File(file, outputTemplate: Template, shared: true).CreateLogger();
    }

    /// <summary>Where to log.</summary>
    public ILogger Logger => _logger;

    /// <summary>Opens the log: the file named, else the one of the environment variable, else standard error.</summary>
    public static ServerLog Open(string? file)
    {
        var name = string.IsNullOrWhiteSpace(file) ? Environment.GetEnvironmentVariable(FileVariable) : file;
        return new ServerLog(string.IsNullOrWhiteSpace(name) ? null : name);
    }

    /// <summary>Follows the client's trace value: <c>off</c>, <c>messages</c> or <c>verbose</c>; anything else changes nothing.</summary>
    public void Follow(string? trace) => _level.MinimumLevel = trace switch
    {
        "off" => LogEventLevel.Information,
        "messages" => LogEventLevel.Debug,
        "verbose" => LogEventLevel.Verbose,
        _ => _level.MinimumLevel,
    };

    /// <inheritdoc/>
    public void Dispose() => _logger.Dispose();

    private sealed class StandardErrorSink(string template) : ILogEventSink
    {
        private readonly Serilog.Formatting.Display.MessageTemplateTextFormatter _formatter = new(template, System.Globalization.CultureInfo.InvariantCulture);
        private readonly Lock _gate = new();

        public void Emit(LogEvent logEvent)
        {
            lock (_gate)
            {
                _formatter.Format(logEvent, Console.Error);
            }
        }
    }
}
