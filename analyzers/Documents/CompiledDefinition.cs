using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>A framework definition with everything that matching needs, built on first use and shared.</summary>
public sealed class CompiledDefinition
{
    /// <summary>Prepares a definition.</summary>
    public CompiledDefinition(FrameworkDefinition definition) => Definition = definition;

    /// <summary>The definition.</summary>
    public FrameworkDefinition Definition { get; }
}
