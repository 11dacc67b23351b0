using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents;

/// <summary>Finds the fields of a definition in an outline: own section, header, front matter, trailing block (catalogue 1.4).</summary>
internal static class FieldBinder
{
    private const int OwnSection = 0;
    private const int Header = 1;
    private const int FrontMatter = 2;
    private const int Trailing = 3;
    private const int Elsewhere = 4;
    private const int Nowhere = 5;

    public static ImmutableArray<BoundField> Bind(KindIndex index, MarkdownOutline outline, ImmutableArray<BoundSection?> owners, CompiledDefinition definition)
    {
        var found = new List<(int Rank, BoundField Field)>();
        foreach (var field in outline.Fields)
        {
            Add(field, Elsewhere);
        }

        // Forms that prose and headings have as well say something only where the usual forms say nothing.
        var known = found.Select(static entry => entry.Field.Definition.Role).ToHashSet(StringComparer.Ordinal);
        foreach (var field in outline.PlainLines)
        {
            Add(field, FrontMatter, known);
        }

        foreach (var (field, place) in LooseAnswerReader.UnderHeadings(index, outline, definition).Concat(LooseAnswerReader.InRows(index, outline, definition)))
        {
            if (!known.Contains(place.Field.Role))
            {
                found.Add((Elsewhere, new BoundField(place.Field, field)));
            }
        }

        return [.. found.OrderBy(static entry => entry.Rank).Select(static entry => entry.Field)];

        void Add(Field field, int worst, HashSet<string>? without = null)
        {
            var key = field.Notation == FieldNotation.FrontMatter ? HeadingKey.Normalize(field.Name.Replace('_', ' ')) : field.Key;
            var best = Nowhere;
            FieldDefinition? definition = null;
            foreach (var place in index.Fields(key))
            {
                var rank = Rank(place, field, outline, owners);
                if (rank < best)
                {
                    (best, definition) = (rank, place.Field);
                }
            }

            if (definition is not null && best <= worst && without?.Contains(definition.Role) != true)
            {
                found.Add((best, new BoundField(definition, field)));
            }
        }
    }

    private static int Rank(FieldPlace place, Field field, MarkdownOutline outline, ImmutableArray<BoundSection?> owners)
    {
        if (field.Notation == FieldNotation.FrontMatter)
        {
            return FrontMatter;
        }

        var section = outline.Sections[field.Section];
        var owner = owners[field.Section];
        if (place.Owner is not null && owner is not null && IsWithin(owner.Definition, place.Owner))
        {
            return OwnSection;
        }

        if (section.Level <= 1)
        {
            return place.Owner is null ? OwnSection : Header;
        }

        // A block of bold lines at the very end (catalogue 1.4) carries what the header lacks.
        if (field.Section == outline.Sections.Length - 1 && field.Notation == FieldNotation.BoldLine)
        {
            return Trailing;
        }

        return place.Field.IsAnywhere && !place.IsGeneric ? Elsewhere : Nowhere;
    }

    private static bool IsWithin(SectionDefinition inner, SectionDefinition outer) =>
        ReferenceEquals(inner, outer) || outer.Subsections.Contains(inner);
}
