using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Architecture;

/// <summary>Finds where a document uses a database: in its infrastructure, its data model, its services or its compose files.</summary>
internal static class DatabaseUse
{
    /// <summary>The first place that names the database; null when none does.</summary>
    public static TextSpan? First(BoundDocument document, InfrastructureItem engine)
    {
        foreach (var (text, offset) in Carriers(document))
        {
            if (Find(document, engine, text) is var (start, length))
            {
                return new TextSpan(offset + start, length);
            }
        }

        return ComposeReader.Read(document)
            .Where(service => document.Definition.ServiceRoles.DatabaseOf(service.Name, service.Image) == engine)
            .Select(static service => (TextSpan?)service.NameSpan)
            .FirstOrDefault();
    }

    private static IEnumerable<(string Text, int Offset)> Carriers(BoundDocument document)
    {
        var scope = document.Definition.NegativeScope;
        var source = document.Outline.Text;
        foreach (var field in document.Fields.Where(static field => field.Definition.ValueKind is ValueKinds.Infrastructure or ValueKinds.Entities).Select(static field => field.Field))
        {
            if (scope.IsNegative(document.Outline, field.Section))
            {
                continue;
            }

            // "**Data Model** (PostgreSQL): parcels"
            yield return (source[field.NameSpan.End..field.ValueSpan.Start], field.NameSpan.End);
            yield return (field.Value, field.ValueSpan.Start);
            foreach (var item in field.Items.IsDefault ? [] : field.Items.Where(static item => item.IsChecked != false))
            {
                yield return (item.Raw, item.ContentSpan.Start);
            }
        }

        foreach (var entry in ServiceEntryReader.Read(document))
        {
            yield return (source.Substring(entry.Span.Start, entry.Span.Length), entry.Span.Start);
        }
    }

    private static (int Start, int Length)? Find(BoundDocument document, InfrastructureItem engine, string text)
    {
        var scope = document.Definition.NegativeScope;
        foreach (var name in engine.Aliases.Prepend(engine.Name))
        {
            for (var index = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); index >= 0; index = text.IndexOf(name, index + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (IsWord(text, index, name.Length) && !scope.HasNegativeMark(text) && !scope.IsNegated(text, index, name.Length))
                {
                    return (index, name.Length);
                }
            }
        }

        return null;
    }

    // Not in a name: "orders_postgres_worker".
    private static bool IsWord(string text, int index, int length) =>
        (index == 0 || !(char.IsLetterOrDigit(text[index - 1]) || text[index - 1] is '_' or '-'))
        && (index + length >= text.Length || !(char.IsLetterOrDigit(text[index + length]) || text[index + length] is '_' or '-'));
}
