namespace FrameworkLsp.Server.Protocol;

/// <summary>A place in a text: zero-based line and character, the character in units of the negotiated encoding.</summary>
internal readonly record struct Position(uint Line, uint Character) : IComparable<Position>
{
    public int CompareTo(Position other) => Line != other.Line ? Line.CompareTo(other.Line) : Character.CompareTo(other.Character);

    public static bool operator <(Position left, Position right) => left.CompareTo(right) < 0;

    public static bool operator >(Position left, Position right) => left.CompareTo(right) > 0;

    public static bool operator <=(Position left, Position right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Position left, Position right) => left.CompareTo(right) >= 0;
}

/// <summary>A stretch of a text; the end is exclusive.</summary>
internal readonly record struct Range(Position Start, Position End)
{
    /// <summary>Whether two ranges share a place; touching counts, since a cursor at the end of a word means the word.</summary>
    public bool Touches(Range other) => Start <= other.End && other.Start <= End;
}

/// <summary>A stretch of a document.</summary>
internal sealed record Location(string Uri, Range Range);

/// <summary>Names a document.</summary>
internal sealed record TextDocumentIdentifier
{
    public required string Uri { get; init; }
}

/// <summary>Names a version of a document.</summary>
internal sealed record VersionedTextDocumentIdentifier
{
    public required string Uri { get; init; }

    public required int Version { get; init; }
}

/// <summary>An open document as the client hands it over.</summary>
internal sealed record TextDocumentItem
{
    public required string Uri { get; init; }

    public required string LanguageId { get; init; }

    public required int Version { get; init; }

    public required string Text { get; init; }
}

/// <summary>A replacement of a stretch of text.</summary>
internal sealed record TextEdit(Range Range, string NewText);

/// <summary>A text for people, plain or Markdown.</summary>
internal sealed record MarkupContent(string Kind, string Value)
{
    /// <summary>A text for a place where Markdown is always shown.</summary>
    public static MarkupContent Markdown(string value) => new(MarkupKind.Markdown, value);

    /// <summary>A text that is written in Markdown, in the form that the client shows.</summary>
    public static MarkupContent Of(string markdown, string kind) => new(kind, kind == MarkupKind.Markdown ? markdown : PlainMarkup.Of(markdown));
}

/// <summary>The kinds of <see cref="MarkupContent"/>.</summary>
internal static class MarkupKind
{
    public const string PlainText = "plaintext";
    public const string Markdown = "markdown";

    /// <summary>The first form of the client's that the server writes; plain text when it names none.</summary>
    public static string Choose(IReadOnlyList<string>? formats) => formats?.FirstOrDefault(static format => format is Markdown or PlainText) ?? PlainText;
}
