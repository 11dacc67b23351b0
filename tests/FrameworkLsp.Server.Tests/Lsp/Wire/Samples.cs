namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>Texts whose findings do not depend on which rules there are: a suppression of a rule that does not exist is always one.</summary>
internal static class Samples
{
    /// <summary>The rule that reports it.</summary>
    public const string Rule = "FW998";

    /// <summary>A path under which a text is a plan.</summary>
    public const string PlanPath = "artifacts/plans/implementation-plan.md";

    /// <summary>A plan with the finding on line 2.</summary>
    public const string Plan = "# Implementation Plan: Lending\n\n<!-- framework-lsp-disable-next-line FW777: none -->\n\n- **Maturity Level**: 2 - Development Ready\n";
}
