using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>What the test reports of a delivery measured.</summary>
/// <param name="Totals">The sum over the reports.</param>
/// <param name="Paths">The reports, relative to the workspace root.</param>
public sealed record TestMeasurement(TestTotals Totals, ImmutableArray<string> Paths)
{
    /// <summary>Reads the reports at the root of a delivery, else those of its services; null when there is none that can be read.</summary>
    /// <param name="definition">The definition; it names the reports and their folders.</param>
    /// <param name="files">The files.</param>
    /// <param name="root">The root of the delivery with a closing slash; empty for the root of the workspace.</param>
    /// <param name="services">Names of the services of the delivery.</param>
    public static TestMeasurement? Find(FrameworkDefinition definition, WorkspaceFiles files, string root, IEnumerable<string> services)
    {
        ArgumentNullException.ThrowIfNull(files);
        return In(definition, files, [root])
            ?? In(definition, files, services.SelectMany(static service => new[] { service, service.Replace('_', '-') }).Distinct(StringComparer.Ordinal).Select(service => $"{root}{definition.Naming.ServicesFolder}{service}/"));
    }

    private static TestMeasurement? In(FrameworkDefinition definition, WorkspaceFiles files, IEnumerable<string> folders)
    {
        TestTotals? sum = null;
        var paths = ImmutableArray.CreateBuilder<string>();
        foreach (var folder in folders.SelectMany(folder => definition.NumberSlots.TestReportFolders.Select(inner => folder + inner).Prepend(folder)))
        {
            foreach (var name in files.FileNamesIn(folder.TrimEnd('/')).Where(name => definition.NumberSlots.TestReports.Any(pattern => IsMatch(pattern, name))).Order(StringComparer.Ordinal))
            {
                if (files.ReadText(folder + name) is { } text && TestTotals.Parse(text) is { } totals)
                {
                    sum = sum is null ? totals : sum + totals;
                    paths.Add(folder + name);
                }
            }
        }

        return sum is null ? null : new TestMeasurement(sum, paths.DrainToImmutable());
    }

    private static bool IsMatch(string pattern, string name) =>
        pattern.StartsWith('*') ? name.EndsWith(pattern[1..], StringComparison.Ordinal) : name == pattern;
}
