using CsCheck;
using FrameworkLsp.Server.Lsp.Session;
using FrameworkLsp.Server.Protocol;
using Microsoft.CodeAnalysis.Text;
using NUnit.Framework;
using Range = FrameworkLsp.Server.Protocol.Range;

namespace FrameworkLsp.Server.Tests.Lsp.Protocol;

internal sealed class IncrementalSyncTests
{
    private static readonly Gen<string> Texts = Gen
        .OneOf("a", "bc ", "\n", "\r", "\r\n", "\n\n", "\u2028", "\u00E9", "\u4E2D", "\U0001F600", "## x")
        .List[0, 12]
        .Select(static pieces => string.Concat(pieces));

    private static readonly Gen<(int Start, int Length, string Text)[]> Edits = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 8], Texts).Array[1, 12];

    private static readonly Gen<PositionEncoding> Encodings = Gen.OneOf(PositionEncoding.Utf8, PositionEncoding.Utf16, PositionEncoding.Utf32);

    [Test]
    public void Edits_over_the_wire_give_the_text_of_the_editor() => Gen.Select(Texts, Edits, Encodings).Sample((text, edits, encoding) =>
    {
        var converter = new PositionConverter(encoding);
        var sync = new DocumentSync(new ClientSession { Features = new ClientFeatures { Positions = converter } });
        var server = SourceText.From(text);
        var editor = text;
        foreach (var (start, length, inserted) in edits)
        {
            // The editor replaces what it can name: whole characters, never half of a line end.
            var position = converter.ToPosition(SourceText.From(editor), start);
            var end = converter.ToPosition(SourceText.From(editor), start + length);
            var span = converter.ToSpan(SourceText.From(editor), new Range(position, end));
            editor = string.Concat(editor.AsSpan(0, span.Start), inserted, editor.AsSpan(span.End));
            server = sync.Apply(server, [new TextDocumentContentChangeEvent { Range = new Range(position, end), Text = inserted }]);
        }

        return server.ToString() == editor;
    });

    [Test]
    public void Line_starts_made_from_old_ones_equal_those_made_afresh() => Gen.Select(Texts, Edits).Sample((text, edits) =>
    {
        var server = SourceText.From(text);
        foreach (var (start, length, inserted) in edits)
        {
            var from = Math.Min(start, server.Length);
            LineMap.Of(server);
            server = LineMap.Change(server, new TextChange(TextSpan.FromBounds(from, Math.Min(from + length, server.Length)), inserted));
            if (!Starts(server).SequenceEqual(Starts(SourceText.From(server.ToString()))))
            {
                return false;
            }
        }

        return true;
    });

    private static IEnumerable<int> Starts(SourceText text)
    {
        var lines = LineMap.Of(text);
        return Enumerable.Range(0, lines.Count).Select(lines.Start);
    }
}
