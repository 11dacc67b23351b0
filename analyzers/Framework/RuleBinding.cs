using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>What the workflow says of a rule.</summary>
/// <param name="Kinds">Ids of the kinds the rule applies to; empty means every recognised document.</param>
/// <param name="Parameters">Named values the rule reads, each a list of strings.</param>
public sealed record RuleBinding(EquatableArray<string> Kinds, ImmutableDictionary<string, ImmutableArray<string>> Parameters);
