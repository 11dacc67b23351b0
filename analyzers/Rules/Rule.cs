using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Rules;

/// <summary>A rule: its metadata, its check (in a subclass) and its fixes. Stateless; one instance serves all documents and threads.</summary>
public abstract class Rule
{
    private protected Rule(RuleDescriptor descriptor) => Descriptor = descriptor;

    /// <summary>The metadata.</summary>
    public RuleDescriptor Descriptor { get; }

    /// <summary>
    /// The fixes for one of the rule's findings, best first; empty when there are none. Spans and edits are in the coordinates of the
    /// bound document that the context names. Called when a user asks, not while linting.
    /// </summary>
    public virtual ImmutableArray<Fix> GetFixes(FixContext context) => [];
}

/// <summary>A rule that sees one bound document.</summary>
public abstract class DocumentRule : Rule
{
    /// <summary>Makes the rule.</summary>
    protected DocumentRule(RuleDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <summary>Reports what is wrong with a document. Called once per host document and once per embedded document.</summary>
    public abstract void Check(DocumentRuleContext context);
}

/// <summary>A rule that sees the position-free facts of the documents of one delivery.</summary>
public abstract class WorkspaceRule : Rule
{
    /// <summary>Makes the rule.</summary>
    protected WorkspaceRule(RuleDescriptor descriptor)
        : base(descriptor)
    {
    }

    /// <summary>Reports what does not fit together. Called once per delivery whose facts changed.</summary>
    public abstract void Check(DeliveryRuleContext context);
}
