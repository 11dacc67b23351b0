using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Naming;

/// <summary>What stands behind a service name on the line that defines it: "`parcel_status_bot` - Aiogram, notifies customers".</summary>
internal static class ServiceLine
{
    // What is further away speaks of something else.
    private const int Reach = 40;

    /// <summary>The text right behind a name, up to the end of its clause; in a table also the next cells.</summary>
    public static string At(BoundDocument document, TextSpan name)
    {
        var text = document.Outline.Text;
        if (document.Outline.RowAt(name.Start) is { } row)
        {
            return string.Join(", ", row.Cells.Where(cell => cell.Span.Start > name.Start).Take(2).Select(static cell => cell.Text));
        }

        var start = name.End;
        while (start < text.Length && text[start] is '`' or '*' or '/' or ' ' or ':' or '-' or '–' or '—')
        {
            start++;
        }

        var rest = text.AsSpan(start, Math.Min(Reach, text.Length - start));
        var end = rest.IndexOfAny(";.\r\n");
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    /// <summary>The types whose technology a text names.</summary>
    public static IEnumerable<ServiceType> TypesOf(NamingConvention convention, string text) =>
        convention.Types.Where(type => type.Technologies.Any(technology => text.Contains(technology, StringComparison.OrdinalIgnoreCase)));
}
