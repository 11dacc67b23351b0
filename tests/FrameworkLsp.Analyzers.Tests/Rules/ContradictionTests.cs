using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using FrameworkLsp.Analyzers.Rules;
using FrameworkLsp.Analyzers.Workspaces;
using FrameworkLsp.Testing;
using Snapshooter.NUnit;

namespace FrameworkLsp.Analyzers.Tests.Rules;

/// <summary>What the linter says where the sources of the workflow contradict themselves (tests/corpus/contradictions).</summary>
internal sealed partial class ContradictionTests
{
    private const string Folder = "tests/corpus/contradictions";
    private const string SeedName = "shared/seed/ai-code-generation-master-workflow.md";
    private const string SeedPath = "docs/guides/ai-code-generation-master-workflow.md";

    private static readonly ImmutableHashSet<string> Written = [.. RuleCatalog.Descriptors.Select(static rule => rule.Id)];

    private static Dictionary<string, string> Files { get; } = RepositoryFiles.In(Folder)
        .ToDictionary(static file => file.Key[(Folder.Length + 1)..], static file => file.Value, StringComparer.Ordinal);

    private static Lazy<ImmutableArray<Said>> Findings { get; } = new(static () => Lint(Files));

    // Number and the rules of the catalogue; none where the contradiction is accepted.
    private static IReadOnlyList<(string Number, string[] Rules)> Treatments { get; } =
    [
        .. TreatmentRow().Matches(Files["README.md"]).Select(static row => (
            row.Groups["number"].Value,
            row.Groups["rules"].Value == "accepted" ? [] : row.Groups["rules"].Value.Split(", "))),
    ];

    private static IReadOnlyList<Place> Places { get; } = [.. Files.OrderBy(static file => file.Key, StringComparer.Ordinal).SelectMany(static file => PlacesIn(file.Key, file.Value))];

    // Contradictions whose rules are written, and what the seed must therefore show.
    public static IEnumerable<TestCaseData> OfSeed =>
        new (string Number, string[] Rules)[]
        {
            ("C-01", ["FW614", "FW807"]), ("C-03", ["FW235"]), ("C-06", ["FW228"]), ("C-08", ["FW304", "FW318"]), ("C-09", ["FW601"]),
            ("C-20", ["FW912"]), ("C-25", ["FW714"]), ("C-28", ["FW906"]),
        }.Where(static row => row.Rules.Any(Written.Contains))
        .Select(static row => new TestCaseData(row.Number, row.Rules).SetName($"{{m}}({row.Number})"));

    [Test]
    public void What_is_said_at_each_contradiction()
    {
        var list = new StringBuilder();
        foreach (var (number, rules) in Treatments)
        {
            foreach (var place in Places.Where(place => place.Number == number))
            {
                list.Append(number).Append(' ').Append(place.Path).Append(':').Append(place.First).Append('\n');
                var said = At(place);
                foreach (var finding in said)
                {
                    list.Append("    ").Append(finding).Append('\n');
                }

                if (said.Count == 0)
                {
                    list.Append("    ").Append(Silence(rules)).Append('\n');
                }
            }
        }

        Snapshot.Match(list.ToString(), "contradictions");
    }

    [Test]
    public void Every_contradiction_has_a_treatment_and_a_place()
    {
        var numbers = Enumerable.Range(1, 56).Select(static number => $"C-{number:00}").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(Treatments.Select(static treatment => treatment.Number), Is.EqualTo(numbers));
            Assert.That(Places.Select(static place => place.Number).Distinct().Order(StringComparer.Ordinal), Is.EqualTo(numbers));
        });
    }

    [Test]
    public void Nothing_is_said_where_a_contradiction_is_accepted_or_its_rule_is_not_written()
    {
        var silent = Treatments.Where(static treatment => !treatment.Rules.Any(Written.Contains)).Select(static treatment => treatment.Number).ToHashSet(StringComparer.Ordinal);
        var spoken = Treatments.Where(treatment => !silent.Contains(treatment.Number)).Select(static treatment => treatment.Number).ToHashSet(StringComparer.Ordinal);

        // A line may hold two contradictions, of which one is reported.
        var elsewhere = Places.Where(place => spoken.Contains(place.Number)).SelectMany(static place => At(place)).ToHashSet();
        var said = Places.Where(place => silent.Contains(place.Number)).SelectMany(place => At(place).Where(finding => !elsewhere.Contains(finding)).Select(finding => $"{place.Number} {finding}"));
        Assert.That(said, Is.Empty);
    }

    [Test]
    public void The_marks_change_no_finding()
    {
        var blank = Lint(Files.ToDictionary(static file => file.Key, static file => Mark().Replace(file.Value, static mark => new string(' ', mark.Length)), StringComparer.Ordinal));
        Assert.That(blank.Select(static finding => finding.ToString()), Is.EqualTo(Findings.Value.Select(static finding => finding.ToString())));
    }

    [TestCaseSource(nameof(OfSeed))]
    public void The_seed_shows_its_contradictions(string number, string[] rules)
    {
        var seed = Seed();
        Assume.That(seed, Is.Not.Null, $"The seed is not beside the repository ({SeedName}), so {number} cannot be looked for.");
        var said = Lint(new Dictionary<string, string>(StringComparer.Ordinal) { [SeedPath] = File.ReadAllText(seed!) });
        Assert.That(said.Select(static finding => finding.Rule).Intersect(rules), Is.Not.Empty, string.Join('\n', said));
    }

    private static string Silence(string[] rules) => rules.Length == 0 ? "accepted, nothing is reported"
        : rules.Any(Written.Contains) ? $"nothing here ({string.Join(", ", rules.Where(Written.Contains))})"
        : $"no rule in this release ({string.Join(", ", rules)})";

    private static List<Said> At(Place place) =>
        [.. Findings.Value.Where(finding => finding.Path == place.Path && finding.Line >= place.First && finding.Line <= place.Last)];

    // On a line of its own a mark stands for the block below, else for its line.
    private static IEnumerable<Place> PlacesIn(string path, string text)
    {
        var lines = text.Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            foreach (Match mark in path == "README.md" ? [] : Mark().Matches(lines[line]).AsEnumerable())
            {
                var first = line;
                var last = line;
                if (mark.Value == lines[line].Trim())
                {
                    first = Array.FindIndex(lines, line + 1, static candidate => candidate.Trim().Length > 0);
                    last = Array.FindIndex(lines, first, static candidate => candidate.Trim().Length == 0) is var end and > 0 ? end - 1 : lines.Length - 1;
                }

                yield return new Place(mark.Groups["number"].Value, path, first + 1, last + 1);
            }
        }
    }

    private static ImmutableArray<Said> Lint(IReadOnlyDictionary<string, string> files)
    {
        var workspace = TestWorkspace.Create(files);
        var analysis = WorkspaceAnalysis.Create(workspace);
        return
        [
            .. from document in workspace.Documents.OrderBy(static pair => pair.Key, StringComparer.Ordinal)
               from finding in analysis.FindingsOf(document.Key)
               let line = document.Value.Text.Lines.GetLineFromPosition(finding.Span.Start).LineNumber + 1
               select new Said(document.Key, line, finding.Rule.Id, finding.Severity, Mark().Replace(finding.Message, "").Trim()),
        ];
    }

    private static string? Seed()
    {
        for (var folder = new DirectoryInfo(RepositoryRoot.Path); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, SeedName) is var path && File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    [GeneratedRegex("<!-- (?<number>C-[0-9]{2}) -->", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\| (?<number>C-[0-9]{2}) \| (?<rules>[^|]+?) \|", RegexOptions.CultureInvariant | RegexOptions.Multiline, 1000)]
    private static partial Regex TreatmentRow();

    private sealed record Place(string Number, string Path, int First, int Last);

    private sealed record Said(string Path, int Line, string Rule, Severity Severity, string Message)
    {
        public override string ToString() => $"{Line}: {Severity.ToString().ToLowerInvariant()} {Rule} {Message}";
    }
}
