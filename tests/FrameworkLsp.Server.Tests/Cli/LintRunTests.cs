using System.IO.Pipes;
using FrameworkLsp.Server.Cli;

namespace FrameworkLsp.Server.Tests.Cli;

[TestFixture]
internal sealed class LintRunTests
{
    [Test]
    public void Waiting_for_standard_input_can_be_given_up()
    {
        using var folder = new TemporaryFolder();
        using var writer = new AnonymousPipeServerStream(PipeDirection.Out);
        using var silent = new AnonymousPipeClientStream(PipeDirection.In, writer.ClientSafePipeHandle);
        using var cancellation = new CancellationTokenSource();
        using var terminal = new Terminal
        {
            Output = new StringWriter(),
            Error = new StringWriter(),
            CurrentDirectory = folder.Path,
            OpenInput = () =>
            {
                cancellation.Cancel();
                return silent;
            },
        };
        using var progress = new RunProgress(isShown: false, terminal.Error);

        Assert.That(
            () => new LintRun(new LintOptions { Paths = ["-"] }, terminal, progress).Execute(cancellation.Token),
            Throws.InstanceOf<OperationCanceledException>());
    }
}
