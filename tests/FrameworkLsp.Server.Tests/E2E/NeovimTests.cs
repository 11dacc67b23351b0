using NUnit.Framework;

namespace FrameworkLsp.Server.Tests.E2E;

[Category("E2E")]
[Category("Wire")]
internal sealed class NeovimTests
{
    [Test]
    public Task A_plan_can_be_edited_in_Neovim() => EditorSession.RunAsync("nvim");
}
