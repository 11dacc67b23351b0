using System.Globalization;
using System.Text;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Workspaces;

namespace FrameworkLsp.Analyzers.Scaffolding.Succession;

/// <summary>Where a new document is written.</summary>
public static class DocumentPlace
{
    private const int LongestSlug = 40;

    /// <summary>The canonical path of a kind in a delivery; null when the pack names none.</summary>
    /// <param name="workspace">The workspace; a numbered file gets a number that is not taken.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="root">The root of the delivery with a closing slash; empty for the root of the workspace.</param>
    /// <param name="subject">What the document is about, for the name of its file.</param>
    /// <param name="today">Today, for the name of its file.</param>
    public static string? For(Workspace workspace, DocumentKind kind, string root, string subject, DateOnly today)
    {
        if (kind.CanonicalPath is not [.., '/'] folder)
        {
            return kind.CanonicalPath.Length == 0 ? null : root + kind.CanonicalPath;
        }

        return kind.FileTemplate.Length == 0 ? null : root + folder + Fill(kind.FileTemplate, Number(workspace, root + folder, today), subject, today);
    }

    /// <summary>The number of the next record in a folder on a day, from 1.</summary>
    public static int Number(Workspace workspace, string folder, DateOnly today)
    {
        var date = today.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return 1 + workspace.Documents.Keys.Count(path => path.StartsWith(folder, StringComparison.Ordinal) && path.AsSpan(folder.Length).Contains(date, StringComparison.Ordinal));
    }

    /// <summary>A template of a file name or id with its names filled in.</summary>
    public static string Fill(string template, int number, string subject, DateOnly today) => template
        .Replace("{date}", today.ToString("yyyyMMdd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{day}", today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{number}", number.ToString("000", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{slug}", Slug(subject), StringComparison.Ordinal);

    private static string Slug(string subject)
    {
        var slug = new StringBuilder();
        foreach (var character in subject.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(character))
            {
                slug.Append(character);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length >= LongestSlug)
            {
                break;
            }
        }

        return slug.Length == 0 ? "draft" : slug.ToString().Trim('-');
    }
}
