using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Board;

/// <summary>A place in a file of the workspace.</summary>
/// <param name="Path">The path, relative to the workspace root.</param>
/// <param name="Span">The span in the file's source text.</param>
public sealed record TracePlace(string Path, TextSpan Span);

/// <summary>A place that says something about a requirement.</summary>
/// <param name="Label">What it says, in short.</param>
/// <param name="Place">Where.</param>
public sealed record TraceLink(string Label, TracePlace Place);

/// <summary>Something that shows that a requirement is met.</summary>
/// <param name="Label">The evidence as written, without markup.</param>
/// <param name="Path">The file it names, relative to the workspace root; null when it names none, several or one that is not there.</param>
/// <param name="Line">The one-based line it names; null when it names none.</param>
/// <param name="Exists">Whether the file is there; true for evidence that names no file.</param>
public sealed record EvidenceLink(string Label, string? Path, int? Line, bool Exists);

/// <summary>A requirement on its way from definition to report.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">What it is, by its prefix; empty when the prefix is not known.</param>
/// <param name="Title">Its title; empty when no document defines it.</param>
/// <param name="Priority">Its priority as the framework writes it; empty when it has none.</param>
/// <param name="Status">Its latest status as the framework writes it; empty when it has none.</param>
/// <param name="IsDescoped">Whether it is out of scope.</param>
/// <param name="Defined">Where it is defined; null when no document defines it.</param>
/// <param name="Planned">Where it is planned.</param>
/// <param name="Checked">Where it is checked.</param>
/// <param name="Reported">Where it is reported.</param>
/// <param name="Evidence">What its rows show as evidence.</param>
public sealed record TraceRow(
    string Id,
    string Type,
    string Title,
    string Priority,
    string Status,
    bool IsDescoped,
    TracePlace? Defined,
    ImmutableArray<TraceLink> Planned,
    ImmutableArray<TraceLink> Checked,
    ImmutableArray<TraceLink> Reported,
    ImmutableArray<EvidenceLink> Evidence);

/// <summary>The requirements of a delivery on their way.</summary>
/// <param name="Id">The id of the delivery.</param>
/// <param name="Title">Its name.</param>
/// <param name="Rows">The requirements.</param>
/// <param name="Totals">Their sums.</param>
public sealed record DeliveryTraceability(string Id, string Title, ImmutableArray<TraceRow> Rows, RequirementTotals Totals);
