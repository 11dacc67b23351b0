using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A port of the host in a document.</summary>
/// <param name="Number">The port.</param>
/// <param name="Span">Its digits.</param>
public readonly record struct HostPort(int Number, TextSpan Span);

/// <summary>A service as an item, a row or a part of a line lists it: "`parcel_status_api`: FastAPI service (Port 8000)".</summary>
/// <param name="Name">Its name with underscores; empty when the entry only describes it.</param>
/// <param name="Label">What messages call it: the name as written, else the first words of the entry.</param>
/// <param name="LabelSpan">Where that stands.</param>
/// <param name="Description">What the entry says beside the name, without markup; the cells of a row are joined by commas.</param>
/// <param name="Span">The entry's content: of an item the first line, of a row the row.</param>
/// <param name="List">Tells the lists of a document apart.</param>
/// <param name="Role">What it is; null when nothing tells.</param>
public sealed record ServiceEntry(string Name, string Label, TextSpan LabelSpan, string Description, TextSpan Span, int List, ServiceRole? Role)
{
    /// <summary>Its port on the host; null when none is given.</summary>
    public HostPort? Port { get; init; }

    /// <summary>The item it is; null for others.</summary>
    public ListItem? Item { get; init; }

    /// <summary>The table it is a row of; null for others.</summary>
    public MarkdownTable? Table { get; init; }

    /// <summary>The row it is; null for others.</summary>
    public TableRow? Row { get; init; }
}
