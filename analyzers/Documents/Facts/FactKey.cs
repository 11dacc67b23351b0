using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Names a fact of a document independently of where it stands.</summary>
/// <param name="Name">What kind of fact.</param>
/// <param name="Id">Which one, for facts with an id; empty otherwise.</param>
/// <param name="Ordinal">Which one, for facts without an id.</param>
public readonly record struct FactKey(string Name, string Id = "", int Ordinal = 0)
{
    /// <summary>The document as a whole: its title.</summary>
    public static FactKey Title { get; } = new("title");

    /// <summary>The maturity level.</summary>
    public static FactKey Level { get; } = new("level");

    /// <summary>The optional modules.</summary>
    public static FactKey Modules { get; } = new("modules");

    /// <summary>The request id.</summary>
    public static FactKey RequestId { get; } = new("request-id");

    /// <summary>The status.</summary>
    public static FactKey Status { get; } = new("status");

    /// <summary>The recommendation.</summary>
    public static FactKey Recommendation { get; } = new("recommendation");

    /// <summary>The section or table that maps requirements; the title when there is none.</summary>
    public static FactKey TraceTable { get; } = new("trace-table");

    /// <summary>A coverage number.</summary>
    public static FactKey Coverage(int ordinal) => new("coverage", Ordinal: ordinal);

    /// <summary>A number of tests.</summary>
    public static FactKey Tests(int ordinal) => new("tests", Ordinal: ordinal);

    /// <summary>A question without an answer.</summary>
    public static FactKey OpenQuestion(int ordinal) => new("open-question", Ordinal: ordinal);

    /// <summary>A stated share of the requirements that are done.</summary>
    public static FactKey RequirementCoverage(int ordinal) => new("requirement-coverage", Ordinal: ordinal);

    /// <summary>A file that evidence names.</summary>
    public static FactKey Evidence(int ordinal) => new("evidence", Ordinal: ordinal);

    /// <summary>A path of something handed over.</summary>
    public static FactKey Deliverable(int ordinal) => new("deliverable", Ordinal: ordinal);

    /// <summary>The first mention of a requirement in running text.</summary>
    public static FactKey Mention(string id) => new("mention", id);

    /// <summary>A phase.</summary>
    public static FactKey Phase(int ordinal) => new("phase", Ordinal: ordinal);

    /// <summary>A conflict with the architecture.</summary>
    public static FactKey Conflict(int ordinal) => new("conflict", Ordinal: ordinal);

    /// <summary>A word that calls for a recorded decision.</summary>
    public static FactKey DecisionNeed(int ordinal) => new("decision-need", Ordinal: ordinal);

    /// <summary>Who approved the document.</summary>
    public static FactKey ApprovedBy { get; } = new("approved-by");

    /// <summary>The feature id.</summary>
    public static FactKey FeatureId { get; } = new("feature-id");

    /// <summary>A requirement's definition.</summary>
    public static FactKey Requirement(string id, string scope = "") => new("requirement", scope.Length == 0 ? id : scope + "/" + id);

    /// <summary>A row about a requirement.</summary>
    public static FactKey Trace(string id, string table, string scope = "") => new("trace", scope.Length == 0 ? table + "/" + id : table + "/" + scope + "/" + id);

    /// <summary>A check's result cell.</summary>
    public static FactKey Check(int ordinal) => new("check", Ordinal: ordinal);

    /// <summary>A link or path.</summary>
    public static FactKey Link(int ordinal) => new("link", Ordinal: ordinal);

    /// <summary>A link to a heading.</summary>
    public static FactKey Fragment(int ordinal) => new("fragment", Ordinal: ordinal);

    /// <summary>A path in a navigation matrix.</summary>
    public static FactKey NavigationPath(int ordinal) => new("navigation-path", Ordinal: ordinal);

    /// <summary>A service's first mention, or a later one by its ordinal.</summary>
    public static FactKey Service(string name, int ordinal = 0) => new("service", name, ordinal);
}

/// <summary>Where the facts of a document stand.</summary>
public sealed class FactLocations
{
    private readonly IReadOnlyDictionary<FactKey, TextSpan> _spans;
    private readonly TextMap _toSource;

    internal FactLocations(IReadOnlyDictionary<FactKey, TextSpan> spans, TextMap toSource)
    {
        _spans = spans;
        _toSource = toSource;
    }

    /// <summary>Every fact with its span in the coordinates of the document's outline.</summary>
    public IEnumerable<KeyValuePair<FactKey, TextSpan>> All => _spans;

    /// <summary>The span of a fact in the outline's coordinates; the title's for a fact that has no place of its own.</summary>
    public TextSpan Local(FactKey key) => _spans.TryGetValue(key, out var span) ? span : _spans.GetValueOrDefault(FactKey.Title);

    /// <summary>The span of a fact in the file's source text.</summary>
    public TextSpan Source(FactKey key) => _toSource.ToSource(Local(key));
}
