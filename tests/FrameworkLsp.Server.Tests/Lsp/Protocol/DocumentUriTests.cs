using CsCheck;
using FrameworkLsp.Server.Protocol;
using NUnit.Framework;

namespace FrameworkLsp.Server.Tests.Lsp.Protocol;

internal sealed class DocumentUriTests
{
    [TestCase("file:///home/a/b.md", "/home/a/b.md")]
    [TestCase("file:///home/a%20b/%D0%BF%D0%BB%D0%B0%D0%BD.md", "/home/a b/\u043F\u043B\u0430\u043D.md")]
    [TestCase("file:///home/a%23b%25.md", "/home/a#b%.md")]
    [TestCase("file://localhost/home/a.md", "/home/a.md")]
    [TestCase("FILE:///home/a/", "/home/a")]
    [TestCase("file:/home/a.md", "/home/a.md")]
    [TestCase("file:///home/a.md#L3", "/home/a.md")]
    public void File_addresses_become_paths(string uri, string path) => Assert.That(DocumentUri.ToPath(uri), Is.EqualTo(path));

    [TestCase("untitled:Untitled-1")]
    [TestCase("vscode-notebook-cell:/a/b.md")]
    [TestCase("")]
    [TestCase("nonsense")]
    public void Other_addresses_have_no_path(string uri) => Assert.That(DocumentUri.ToPath(uri), Is.Null);

    [TestCase("untitled:Untitled-1", "Untitled-1")]
    [TestCase("git:/a/b.md?x=1", "b.md")]
    public void The_last_part_names_a_document(string uri, string name) => Assert.That(DocumentUri.FileName(uri), Is.EqualTo(name));

    [Test]
    public void Paths_survive_the_way_to_an_address_and_back() => Gen
        .OneOf("a", "B", " ", "#", "%", "?", "\u00E9", "\u4E2D", "\U0001F600", "&", "+", ":", "(", "'", "\\", ".")
        .List[1, 6].Select(static pieces => string.Concat(pieces)).List[1, 4]
        .Sample(static segments =>
        {
            var path = "/" + string.Join('/', segments);
            var uri = DocumentUri.FromPath(path);
            return OperatingSystem.IsWindows() || (DocumentUri.ToPath(uri) == path && Uri.TryCreate(uri, UriKind.Absolute, out _));
        });
}
