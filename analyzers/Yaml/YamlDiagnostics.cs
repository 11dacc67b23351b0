using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Yaml;

/// <summary>Collects what is wrong in the YAML files that are read together. Not thread-safe.</summary>
public sealed class YamlDiagnostics
{
    /// <summary>More than this many are no help to anybody; the rest is dropped.</summary>
    private const int Limit = 200;

    private readonly List<PackDiagnostic> _items = [];

    /// <summary>Whether nothing was reported so far.</summary>
    public bool IsEmpty => _items.Count == 0;

    /// <summary>Reports a problem.</summary>
    public void Report(string file, TextSpan span, string message)
    {
        if (_items.Count < Limit)
        {
            _items.Add(new PackDiagnostic(file, span, message));
        }
    }

    /// <summary>Takes over what another collection holds.</summary>
    public void Add(YamlDiagnostics other) => _items.AddRange(other._items.Take(Limit - _items.Count));

    /// <summary>The problems by file and place.</summary>
    public ImmutableArray<PackDiagnostic> ToImmutable() =>
    [
        .. _items
            .OrderBy(item => item.File, StringComparer.Ordinal)
            .ThenBy(item => item.Span.Start)
            .ThenBy(item => item.Message, StringComparer.Ordinal),
    ];
}
