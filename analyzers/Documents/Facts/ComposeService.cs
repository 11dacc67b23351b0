using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A container of a compose file in a fence. Spans are in the coordinates of the document's outline.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="NameSpan">Where that stands.</param>
/// <param name="Fence">Position of the fence among those of the document.</param>
/// <param name="Image">The image; empty when none is named.</param>
public sealed record ComposeService(string Name, TextSpan NameSpan, int Fence, string Image)
{
    /// <summary>The ports of the host that it takes.</summary>
    public ImmutableArray<ComposePort> Ports { get; init; } = [];

    /// <summary>Its environment.</summary>
    public ImmutableArray<ComposeVariable> Variables { get; init; } = [];

    /// <summary>The folder it is built from; empty when none is named.</summary>
    public TextSpan BuildSpan { get; init; }

    /// <summary>The containers it waits for.</summary>
    public ImmutableArray<ComposeDependency> DependsOn { get; init; } = [];

    /// <summary>Where it names folders and containers, its own and others: the folder it is built from, what it waits for, its environment.</summary>
    public IEnumerable<TextSpan> References => [BuildSpan, .. DependsOn.Select(static other => other.NameSpan), .. Variables.Select(static variable => variable.Span)];

    /// <summary>Whether it does one job and stops, as a migration does.</summary>
    public bool RunsOnce { get; init; }
}

/// <summary>A port of the host.</summary>
/// <param name="Number">The port.</param>
/// <param name="Address">Address and protocol, as far as they are given: equal ports of different addresses are no conflict.</param>
/// <param name="Span">Its digits.</param>
public sealed record ComposePort(int Number, string Address, TextSpan Span);

/// <summary>A variable of the environment.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NameSpan">Where that stands.</param>
/// <param name="Value">Its value; empty when it comes from outside.</param>
/// <param name="Span">Name and value with what joins them.</param>
/// <param name="Joint">What joins them: <c>": "</c> in a mapping, <c>"="</c> in a list.</param>
public sealed record ComposeVariable(string Name, TextSpan NameSpan, string Value, TextSpan Span, string Joint);

/// <summary>A container that another waits for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="NameSpan">Where that stands.</param>
/// <param name="IsAlone">Whether it is the only one.</param>
public sealed record ComposeDependency(string Name, TextSpan NameSpan, bool IsAlone);
