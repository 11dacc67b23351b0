using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Features.Navigation;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Features.Renaming;

/// <summary>Renames requirements, services and headings in all documents that name them, or says why not.</summary>
public static class RenameProvider
{
    /// <summary>What can be renamed at an offset of a file's source text; null when nothing is named there.</summary>
    public static RenameCandidate? Prepare(BoundFile file, int offset) => Subject(file, offset) switch
    {
        null or SectionSubject { IsHeading: false } => null,
        SectionSubject section when HeadingRenaming.Refusal(section) is { } reason => new RenameCandidate(default, "", reason),
        var subject => new RenameCandidate(subject.Origin, file.Text.ToString(subject.Origin), null),
    };

    /// <summary>Renames what stands at an offset of a file's source text.</summary>
    /// <param name="file">The file.</param>
    /// <param name="analysis">The analysis of the workspace.</param>
    /// <param name="offset">The offset in the source text.</param>
    /// <param name="newName">The new name.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static RenamePlan Rename(BoundFile file, WorkspaceAnalysis analysis, int offset, string newName, CancellationToken cancellationToken)
    {
        var plan = Subject(file, offset) switch
        {
            RequirementSubject requirement => new RequirementRenaming(requirement, analysis, cancellationToken).To(newName.Trim()),
            ServiceSubject service => new ServiceNameRenaming(service, analysis, cancellationToken).To(newName.Trim()),
            SectionSubject { IsHeading: true } section => HeadingRenaming.To(section, analysis, newName.Trim(), cancellationToken),
            _ => RenamePlan.Refused("Nothing that can be renamed is named here."),
        };
        return plan.Refusal is null && RenameGuard.Refusal(plan, analysis, cancellationToken) is { } reason ? RenamePlan.Refused(reason) : plan;
    }

    private static Subject? Subject(BoundFile file, int offset) => DocumentPlace.Find(file, offset) is { } place ? SubjectFinder.At(place) : null;
}
