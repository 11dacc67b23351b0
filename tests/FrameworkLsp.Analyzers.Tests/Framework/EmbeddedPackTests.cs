using FrameworkLsp.Analyzers.Framework;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Framework;

public sealed class EmbeddedPackTests
{
    [Test]
    public void ReadsWithoutDiagnosticsUnderFullValidation()
    {
        var result = PackReader.Read(EmbeddedPacks.DefaultId, EmbeddedPacks.Files(EmbeddedPacks.DefaultId));

        Assert.That(result.Diagnostics.Select(item => $"{item.File}({item.Span}): {item.Message}"), Is.Empty);
    }

    [Test]
    public void DefaultIsTheEmbeddedPack() =>
        Assert.That(EmbeddedPacks.Default.Kinds, Has.Length.EqualTo(16));
}
