using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>A context that a registry no longer allows in names.</summary>
/// <param name="Context">The context, with underscores.</param>
/// <param name="Reason">Why; empty when the registry does not say.</param>
/// <param name="Replacements">The contexts to use instead.</param>
public sealed record RetiredContext(string Context, string Reason, EquatableArray<string> Replacements);

/// <summary>Reads the contexts that a registry of names has retired (decisions 26).</summary>
internal static class RetiredContextReader
{
    private static readonly char[] Separators = [',', ';', '/', '|'];

    /// <summary>The retired contexts in document order; none in documents that register no names.</summary>
    public static IEnumerable<RetiredContext> Read(BoundDocument document)
    {
        if (!document.Kind.HasRole(KindRoles.RegistersNames) || document.IsTemplate)
        {
            yield break;
        }

        foreach (var table in document.TablesOf(TableRoles.Contexts).Where(static table => table.Owner?.Definition.Role == SectionRoles.Deprecated))
        {
            foreach (var row in table.Table.Rows)
            {
                var context = table.Text(row, ColumnRoles.Context).Trim();
                if (IsName(document, context))
                {
                    var reason = table.Text(row, ColumnRoles.Reason).Trim();
                    yield return new RetiredContext(
                        context,
                        document.Definition.Values.IsDash(reason) ? "" : reason,
                        table.Cell(row, ColumnRoles.ReplacedBy) is { } cell ? [.. Names(cell).Where(name => IsName(document, name)).Distinct(StringComparer.Ordinal)] : []);
                }
            }
        }
    }

    private static bool IsName(BoundDocument document, string text) => text.Length > 0 && document.Definition.ServiceNames.IsWellFormed(text);

    // "Use `logistics` or `observability`", else "logistics, observability".
    private static IEnumerable<string> Names(TableCell cell)
    {
        var pieces = cell.Raw.Split('`');
        return pieces.Length > 2
            ? pieces.Where(static (_, index) => index % 2 == 1)
            : cell.Text.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
