using System.Collections.Immutable;
using CsCheck;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Testing;
using NUnit.Framework;

namespace FrameworkLsp.Analyzers.Tests.Framework;

/// <summary>No damage to a pack may be more than a diagnostic inside its file.</summary>
public sealed class PackMutationTests
{
    private static readonly Gen<Func<string, string>> Mutation = Gen.OneOf(
        Gen.Int[0, 400].Select(line => (Func<string, string>)(text => WithoutLine(text, line))),
        Gen.Select(Gen.Double.Unit, Gen.Char, (at, character) => (Func<string, string>)(text => text.Insert(Offset(text, at), character.ToString()))),
        Gen.Select(Gen.Double.Unit, Gen.OneOf("\t", "*a", "&a ", "[", "}", ": ", "- ", "\"", "'", "!!x ", "%", "\0", "\uD800", "---\n", "<<: "), (at, piece) => (Func<string, string>)(text => text.Insert(Offset(text, at), piece))),
        Gen.Double.Unit.Select(at => (Func<string, string>)(text => text[..Offset(text, at)])),
        Gen.Double.Unit.Select(at => (Func<string, string>)(text => text[Offset(text, at)..])),
        Gen.Select(Gen.Double.Unit, Gen.Int[1, 40], (at, length) => (Func<string, string>)(text => Cut(text, Offset(text, at), length))));

    [Test]
    public void Damage_to_the_tiny_pack_never_throws() => Check(TinyPack.Files, iterations: 400);

    // One file at a time: what the others say does not matter for a damage, and reading them all takes long.
    [Test]
    public void Damage_to_a_file_of_the_embedded_pack_never_throws() => Check(EmbeddedPacks.Files(EmbeddedPacks.DefaultId), iterations: 200, isAlone: true);

    private static void Check(ImmutableArray<PackFile> files, int iterations, bool isAlone = false) =>
        Gen.Select(Gen.Int[0, files.Length - 1], Mutation.Array[1, 3]).Sample(
            (index, mutations) =>
            {
                var file = files[index] with { Text = mutations.Aggregate(files[index].Text, static (text, mutate) => mutate(text)) };
                var result = PackReader.Read("x", isAlone ? [file] : files.SetItem(index, file));
                return result.Definition is not null
                    && result.Diagnostics.All(item => item.Message.Length > 0 && (item.File != file.Name || item.Span.End <= file.Text.Length));
            },
            iter: iterations);

    private static int Offset(string text, double share) => (int)(text.Length * share);

    private static string Cut(string text, int start, int length) => text.Remove(start, Math.Min(length, text.Length - start));

    private static string WithoutLine(string text, int line)
    {
        var lines = text.Split('\n').ToList();
        lines.RemoveAt(line % lines.Count);
        return string.Join('\n', lines);
    }
}
