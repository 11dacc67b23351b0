using System.IO.Pipelines;
using System.IO.Pipes;
using System.Net.Sockets;

namespace FrameworkLsp.Server.Lsp;

/// <summary>The bytes to and from the client.</summary>
internal sealed class Transport : IDisposable
{
    private readonly Stream? _stream;

    private Transport(PipeReader input, PipeWriter output, Stream? stream)
    {
        Input = input;
        Output = output;
        _stream = stream;
    }

    /// <summary>From the client.</summary>
    public PipeReader Input { get; }

    /// <summary>To the client.</summary>
    public PipeWriter Output { get; }

    /// <summary>Opens standard input and output, or connects to the pipe that the client listens on.</summary>
    public static async Task<Transport> OpenAsync(string? pipeName, CancellationToken cancellationToken)
    {
        if (pipeName is null)
        {
            return OpenStandard();
        }

        var stream = await ConnectAsync(pipeName, cancellationToken).ConfigureAwait(false);
        return new Transport(PipeReader.Create(stream), PipeWriter.Create(stream), stream);
    }

    /// <inheritdoc/>
    public void Dispose() => _stream?.Dispose();

    // A thread of its own reads standard input: such reads block, and a blocked pool thread is half of the pool on a small machine.
    private static Transport OpenStandard()
    {
        var pipe = new Pipe(new System.IO.Pipelines.PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));
        var input = Console.OpenStandardInput();
        new Thread(() => Pump(input, pipe.Writer)) { IsBackground = true, Name = "standard input" }.Start();
        var output = Console.OpenStandardOutput();

        // A stray write to the console must not end up between two messages.
        Console.SetOut(Console.Error);
        return new Transport(pipe.Reader, PipeWriter.Create(output), stream: null);
    }

    private static void Pump(Stream input, PipeWriter writer)
    {
        try
        {
            while (input.Read(writer.GetSpan(8 * 1024)) is > 0 and var count)
            {
                writer.Advance(count);

                // The threshold is off, so the flush completes at once.
                writer.FlushAsync().AsTask().GetAwaiter().GetResult();
            }

            writer.Complete();
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            writer.Complete(exception);
        }
    }

    private static async Task<Stream> ConnectAsync(string name, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
        {
            const string Prefix = @"\\.\pipe\";
            var local = name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? name[Prefix.Length..] : name;
            var pipe = new NamedPipeClientStream(".", local, PipeDirection.InOut, System.IO.Pipes.PipeOptions.Asynchronous);
            await pipe.ConnectAsync(cancellationToken).ConfigureAwait(false);
            return pipe;
        }

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(name), cancellationToken).ConfigureAwait(false);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
