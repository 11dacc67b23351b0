using System.Net.Sockets;
using System.Text;
using NUnit.Framework;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

[Category("Wire")]
internal sealed class PipeTests
{
    [Test]
    public async Task The_server_connects_to_the_socket_that_the_client_listens_on()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Sockets by path are for Unix; Windows has named pipes.");
        }

        using var folder = new TemporaryFolder();
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(folder["s"]));
        listener.Listen();
        await using var server = LspProcess.Start("--pipe", folder["s"]);
        using var client = await listener.AcceptAsync().WaitAsync(LspProcess.Patience);
        await using var stream = new NetworkStream(client);

        const string Body = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"capabilities":{}}}""";
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"Content-Length: {Body.Length}\r\n\r\n{Body}"));
        var buffer = new byte["Content-Length: ".Length];
        await stream.ReadExactlyAsync(buffer).AsTask().WaitAsync(LspProcess.Patience);

        Assert.That(Encoding.UTF8.GetString(buffer), Is.EqualTo("Content-Length: "));
    }

    [Test]
    public async Task A_pipe_that_nobody_listens_on_is_an_error()
    {
        using var folder = new TemporaryFolder();
        await using var server = LspProcess.Start("--pipe", folder["nobody"]);

        Assert.That(await server.ExitCodeAsync(), Is.EqualTo(2));
        Assert.That(server.Errors, Does.Contain("nobody"));
    }
}
