using NUnit.Framework;

namespace FrameworkLsp.Server.Tests.E2E;

[Category("E2E")]
[Category("Wire")]
internal sealed class EmacsTests
{
    [Test]
    public Task A_plan_can_be_edited_in_Emacs() => EditorSession.RunAsync("emacs");
}
