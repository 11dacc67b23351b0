using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>What the coverage reports of a delivery measured; several are weighted by their lines (decisions 36).</summary>
/// <param name="Percent">Line coverage in percent; null when a report cannot be read or measured no line.</param>
/// <param name="Paths">The reports, relative to the workspace root.</param>
public sealed record CoverageMeasurement(double? Percent, ImmutableArray<string> Paths)
{
    private const double RoundingError = 1e-6;

    /// <summary>
    /// The measurement a document speaks of: the reports it cites, else those at the root of its delivery or of its services, in its own
    /// folder, at the root of the workspace. Never a report of another delivery. Null when there is none that can be opened.
    /// </summary>
    /// <param name="definition">The definition; it names the report.</param>
    /// <param name="files">The files.</param>
    /// <param name="document">The document.</param>
    /// <param name="services">Names of the services of the delivery.</param>
    public static CoverageMeasurement? Find(FrameworkDefinition definition, WorkspaceFiles files, DocumentFacts document, IEnumerable<string> services)
    {
        var name = definition.NumberSlots.CoverageReport;
        if (name.Length == 0 || document.IsEmbedded)
        {
            return null;
        }

        var search = new ReportSearch(definition, files, document.Path);
        var cited = document.Links
            .Where(link => PathResolver.EndsWithName(link.Target, name))
            .Select(link => search.FirstOf(PathResolver.Candidates(definition, document.Path, link.Target)))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .ToImmutableArray();
        var paths = cited.IsEmpty ? search.Beside(name, services) : cited;
        var texts = paths.Select(files.ReadText).OfType<string>().ToList();
        return paths.IsEmpty || texts.Count < paths.Length ? null : new CoverageMeasurement(Weighted(texts), paths);
    }

    /// <summary>Whether a stated number is the measured one, rounded or cut off, within the tolerance in percentage points.</summary>
    public static bool Confirms(double measured, double stated, double tolerance)
    {
        var digits = stated.ToString(CultureInfo.InvariantCulture);
        var dot = digits.IndexOf('.', StringComparison.Ordinal);
        var scale = Math.Pow(10, dot < 0 ? 0 : Math.Min(6, digits.Length - dot - 1));
        return Math.Abs(measured - stated) <= tolerance + RoundingError
            || Math.Abs(Math.Floor((measured * scale) + RoundingError) - (stated * scale)) < RoundingError;
    }

    private static double? Weighted(IEnumerable<string> texts)
    {
        var reports = texts.Select(CoverageReport.Parse).ToList();
        if (reports is [{ Lines: null } only])
        {
            return only.Percent;
        }

        // Without the number of lines a report among several has no weight.
        var lines = reports.Sum(static report => report?.Lines ?? double.NaN);
        return lines > 0 ? reports.Sum(static report => report!.Percent * report.Lines!.Value) / lines : null;
    }

    /// <summary>Looks reports up for a document.</summary>
    private sealed class ReportSearch
    {
        private readonly FrameworkDefinition _definition;
        private readonly WorkspaceFiles _files;
        private readonly string _documentPath;
        private readonly string? _root;

        public ReportSearch(FrameworkDefinition definition, WorkspaceFiles files, string documentPath)
        {
            (_definition, _files, _documentPath) = (definition, files, documentPath);
            _root = PathResolver.DeliveryRoot(definition, documentPath) ?? Above(documentPath).FirstOrDefault(HoldsArtefacts);
        }

        public string? FirstOf(IEnumerable<string> candidates) => candidates.FirstOrDefault(IsOwn);

        public ImmutableArray<string> Beside(string name, IEnumerable<string> services)
        {
            if (_root is not null && IsOwn(_root + name))
            {
                return [_root + name];
            }

            var ofServices = services
                .SelectMany(static service => new[] { service, service.Replace('_', '-') })
                .Distinct(StringComparer.Ordinal)
                .Select(service => _root + _definition.Naming.ServicesFolder + service + "/" + name)
                .Where(IsOwn)
                .ToImmutableArray();
            return !ofServices.IsEmpty ? ofServices
                : FirstOf([PathResolver.Folder(_documentPath) + name, name]) is { } only ? [only]
                : [];
        }

        // A report belongs to the nearest folder above it that holds artefacts; without one it is everybody's.
        private bool IsOwn(string path) => _files.Exists(path)
            && Above(path).FirstOrDefault(folder => folder == _root || HoldsArtefacts(folder)) is var owner
            && (owner is null || owner == _root);

        private bool HoldsArtefacts(string folder) => _definition.Kinds
            .Where(static kind => kind.HasRole(KindRoles.Delivers))
            .SelectMany(static kind => kind.Folders)
            .Distinct(StringComparer.Ordinal)
            .Any(artefacts => _files.Exists((folder + artefacts).TrimEnd('/')));

        // The folders that hold a path, the nearest first, each with a closing slash; empty for the root.
        private static IEnumerable<string> Above(string path)
        {
            for (var folder = PathResolver.Folder(path); folder.Length > 0; folder = PathResolver.Folder(folder[..^1]))
            {
                yield return folder;
            }

            yield return "";
        }
    }
}
