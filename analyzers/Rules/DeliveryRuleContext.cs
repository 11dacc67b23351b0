namespace FrameworkLsp.Analyzers.Rules;

/// <summary>What a workspace rule is given: the facts of one delivery, and where to report.</summary>
public sealed class DeliveryRuleContext
{
    internal DeliveryRuleContext(CancellationToken cancellationToken) => CancellationToken = cancellationToken;

    /// <summary>Stops the rule.</summary>
    public CancellationToken CancellationToken { get; }
}
