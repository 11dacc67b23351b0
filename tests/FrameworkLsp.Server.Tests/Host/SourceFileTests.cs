using System.Text;
using CsCheck;
using FrameworkLsp.Server.Host;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Server.Tests.Host;

[TestFixture]
internal sealed class SourceFileTests
{
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    private static IEnumerable<TestCaseData> Encodings()
    {
        yield return new TestCaseData(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)).SetArgDisplayNames("UTF-8");
        yield return new TestCaseData(new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)).SetArgDisplayNames("UTF-8 with mark");
        yield return new TestCaseData(new UnicodeEncoding(bigEndian: false, byteOrderMark: true)).SetArgDisplayNames("UTF-16 LE");
        yield return new TestCaseData(new UnicodeEncoding(bigEndian: true, byteOrderMark: true)).SetArgDisplayNames("UTF-16 BE");
        yield return new TestCaseData(new UTF32Encoding(bigEndian: false, byteOrderMark: true)).SetArgDisplayNames("UTF-32 LE");
    }

    [TestCaseSource(nameof(Encodings))]
    public void Reading_and_writing_keeps_the_bytes(Encoding encoding)
    {
        Gen.String[Gen.Char["ab\r\n\tЖ€"], 0, 20].Sample(
            text =>
            {
                byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
                var path = _folder.Write("a.md", bytes);

                var file = SourceFile.TryRead(path, out var notice)!;
                AtomicFileWriter.Write(_folder.Path, path, file.Text);

                Assert.That(notice, Is.Null);
                Assert.That(file.Text.ToString(), Is.EqualTo(text), "the mark is no part of the text");
                Assert.That(File.ReadAllBytes(path), Is.EqualTo(bytes));
            },
            iter: 30,
            threads: 1);
    }

    [Test]
    public void An_edited_text_keeps_the_encoding()
    {
        var path = _folder.Write("a.md", [0xEF, 0xBB, 0xBF, (byte)'a', (byte)'\r', (byte)'\n']);
        var file = SourceFile.TryRead(path, out _)!;

        AtomicFileWriter.Write(_folder.Path, path, file.Text.WithChanges(new TextChange(new TextSpan(0, 1), "ö")));

        Assert.That(File.ReadAllBytes(path), Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF, 0xC3, 0xB6, (byte)'\r', (byte)'\n' }));
    }

    [Test]
    public void Bytes_that_are_no_text_are_replaced_and_reported_with_their_place()
    {
        var path = _folder.Write("a.md", [(byte)'a', (byte)'b', 0xFF, (byte)'c']);

        var file = SourceFile.TryRead(path, out var notice)!;

        Assert.That(file.IsLossy, Is.True);
        Assert.That(file.Text.ToString(), Is.EqualTo("ab\uFFFDc"));
        Assert.That(notice?.Message, Does.Contain("at byte 2"));
    }

    [Test]
    public void Binary_files_are_skipped()
    {
        var path = _folder.Write("a.md", [(byte)'a', 0, (byte)'b', 0]);

        Assert.That(SourceFile.TryRead(path, out var notice), Is.Null);
        Assert.That(notice?.Message, Does.Contain("NUL"));
    }

    [Test]
    public void Large_files_are_skipped()
    {
        var path = _folder.Write("a.md", new byte[SourceFile.MaxBytes + 1]);

        Assert.That(SourceFile.TryRead(path, out var notice), Is.Null);
        Assert.That(notice?.Message, Does.Contain("larger than 10 MB"));
    }

    [Test]
    public void A_missing_file_is_a_notice()
    {
        Assert.That(SourceFile.TryRead(_folder.Full("missing.md"), out var notice), Is.Null);
        Assert.That(notice?.Message, Does.StartWith("cannot be read"));
    }

    [Test]
    public void Writing_keeps_the_mode_and_leaves_no_other_file()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("Windows has no file modes.");
            return;
        }

        var path = _folder.Write("a.md", "old");
        const UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        File.SetUnixFileMode(path, mode);

        AtomicFileWriter.Write(_folder.Path, path, SourceText.From("new"));

        Assert.That(_folder.Read("a.md"), Is.EqualTo("new"));
        Assert.That(File.GetUnixFileMode(path), Is.EqualTo(mode));
        Assert.That(Directory.GetFiles(_folder.Path), Has.Length.EqualTo(1));
    }

    [Test]
    public void A_link_inside_the_root_is_written_through()
    {
        var target = _folder.Write("real/a.md", "old");
        File.CreateSymbolicLink(_folder.Full("link.md"), target);

        AtomicFileWriter.Write(_folder.Path, _folder.Full("link.md"), SourceText.From("new"));

        Assert.That(_folder.Read("real/a.md"), Is.EqualTo("new"));
        Assert.That(new FileInfo(_folder.Full("link.md")).LinkTarget, Is.Not.Null);
    }

    [Test]
    public void A_link_that_leads_out_of_the_root_is_not_written()
    {
        var target = _folder.Write("outside/a.md", "old");
        _folder.MakeFolder("root");
        File.CreateSymbolicLink(_folder.Full("root/link.md"), target);
        Directory.CreateSymbolicLink(_folder.Full("root/folder"), _folder.Full("outside"));

        Assert.That(() => AtomicFileWriter.Write(_folder.Full("root"), _folder.Full("root/link.md"), SourceText.From("new")), Throws.InstanceOf<IOException>());
        Assert.That(() => AtomicFileWriter.Write(_folder.Full("root"), _folder.Full("root/folder/a.md"), SourceText.From("new")), Throws.InstanceOf<IOException>());
        Assert.That(() => AtomicFileWriter.Write(_folder.Full("root"), _folder.Full("root/../outside/a.md"), SourceText.From("new")), Throws.InstanceOf<IOException>());
        Assert.That(_folder.Read("outside/a.md"), Is.EqualTo("old"));
    }

    [Test]
    public void A_read_only_file_is_not_written()
    {
        var path = _folder.Write("a.md", "old");
        File.SetAttributes(path, FileAttributes.ReadOnly);

        Assert.That(() => AtomicFileWriter.Write(_folder.Path, path, SourceText.From("new")), Throws.InstanceOf<IOException>().With.Message.Contains("read-only"));
        File.SetAttributes(path, FileAttributes.Normal);
    }
}
