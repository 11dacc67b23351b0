using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;

namespace FrameworkLsp.Analyzers.Tests.Features.Board;

/// <summary>The documents of a small delivery, to be put together as a test needs them.</summary>
internal static class Loan
{
    public const string IntakePath = "artifacts/requirements/intake.md";
    public const string PlanPath = "artifacts/plans/implementation-plan.md";
    public const string ChecklistPath = "artifacts/reports/verification-checklist.md";
    public const string ReportPath = "artifacts/reports/qa-report.md";

    public const string Intake = """
        # Requirements Intake: Loan Desk

        - **Status**: Approved
        - **Request ID**: LOAN-7

        ## Target Configuration

        - **Maturity Level**: 2 - Development
        - **Optional Modules**: Redis

        ## Functional Requirements

        | Req ID | Feature | Priority | Description | Acceptance Notes | Implementation Status |
        |---|---|---|---|---|---|
        | FR-001 | Loan request | Must | Ask for money | Limits hold | Pending |
        | FR-002 | Pay back | Should | Return money | Balance falls | Pending |
        | FR-003 | Export | Won't | Later | None | Pending |

        """;

    public const string Plan = """
        # Implementation Plan: Loan Desk

        - **Status**: In Review
        - **Request ID**: LOAN-7
        - **Maturity Level**: 2 - Development
        - **Optional Modules**: Redis

        ## Requirements Traceability Matrix

        | Req ID | Feature/Element | Mapped to Phase | Mapped to Tasks | Evidence (when implemented) | Status |
        |---|---|---|---|---|---|
        | FR-001 | Loan request | Phase 3 | Task 3.1 | `src/loans.py:2` | ✅ Done |
        | FR-002 | Pay back | Phase 3<br>Phase 4 | Task 3.2 | | In Progress |

        """;

    public const string Checklist = """
        # Verification Checklist: Loan Desk

        - **Request ID**: LOAN-7
        - **Date**: 2025-10-20
        - **Maturity Level**: 2 - Development
        - **Status**: ⏳ PENDING

        ## Requirements Coverage Verification

        | Check | Action | Expected Result | Result | Evidence |
        |---|---|---|---|---|
        | Requirements traceability | Compare | All done | ✅ PASS | FR-001 seen |

        """;

    public const string Report = """
        # QA Report: Loan Desk

        - **Request ID**: LOAN-7
        - **Status**: ✅ READY FOR DEPLOYMENT

        ## Requirements Coverage Matrix

        | Req ID | Feature | Status | Evidence (Code Location) | Tests | Notes |
        |---|---|---|---|---|---|
        | FR-001 | Loan request | ✅ Done | `src/loans.py:2`<br>`src/gone.py` | 3 unit | – |
        | FR-002 | Pay back | ⚠️ Descoped (Approved by Eva on 2025-10-13) | – | – | – |

        """;

    /// <summary>The analysis of documents by path.</summary>
    public static WorkspaceAnalysis Analyse(params ReadOnlySpan<(string Path, string Text)> files)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, text) in files)
        {
            texts[path] = text;
        }

        return Analyse(texts);
    }

    public static WorkspaceAnalysis Analyse(IReadOnlyDictionary<string, string> files, FrameworkDefinition? definition = null) => WorkspaceAnalysis.Create(TestWorkspace.Create(files, definition));
}
