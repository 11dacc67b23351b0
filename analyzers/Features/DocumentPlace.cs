using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features;

/// <summary>A place in a recognised document, as editor features see it: the innermost document around a cursor.</summary>
/// <param name="Document">The document: the file's own or one embedded in it.</param>
/// <param name="Offset">The offset in the document's outline.</param>
public sealed record DocumentPlace(BoundDocument Document, int Offset)
{
    /// <summary>The text of the outline.</summary>
    public string Text => Document.Outline.Text;

    /// <summary>The framework definition.</summary>
    public FrameworkDefinition Framework => Document.Definition.Definition;

    /// <summary>The line of the place, without its line end.</summary>
    public TextSpan Line
    {
        get
        {
            var start = Offset;
            while (start > 0 && Text[start - 1] is not ('\n' or '\r'))
            {
                start--;
            }

            var end = Text.AsSpan(Offset).IndexOfAny('\r', '\n');
            return TextSpan.FromBounds(start, end < 0 ? Text.Length : Offset + end);
        }
    }

    /// <summary>Finds the place of an offset of a file's source text; null when the file is no framework document.</summary>
    public static DocumentPlace? Find(BoundFile file, int sourceOffset)
    {
        DocumentPlace? innermost = null;
        var length = int.MaxValue;
        foreach (var part in file.Parts)
        {
            var start = part.ToSource.ToSource(0);
            var end = part.ToSource.ToSource(part.Outline.Text.Length);
            if (sourceOffset >= start && sourceOffset <= end && (part.Part == 0 || end - start < length))
            {
                innermost = new DocumentPlace(part, Locate(part, sourceOffset));
                length = end - start;
            }
        }

        return innermost;
    }

    /// <summary>The word around the place; empty at the place when there is none.</summary>
    /// <param name="isPart">Which characters are part of a word.</param>
    public TextSpan Word(Func<char, bool> isPart)
    {
        var (start, end) = (Offset, Offset);
        while (start > 0 && isPart(Text[start - 1]))
        {
            start--;
        }

        while (end < Text.Length && isPart(Text[end]))
        {
            end++;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The entry of a comma-separated value around the place, without the blanks beside it.</summary>
    public TextSpan EntryIn(TextSpan value)
    {
        var (start, end) = (Offset, Offset);
        while (start > value.Start && Text[start - 1] is not (',' or ';'))
        {
            start--;
        }

        while (end < value.End && Text[end] is not (',' or ';'))
        {
            end++;
        }

        while (start < Offset && Text[start] == ' ')
        {
            start++;
        }

        while (end > Offset && Text[end - 1] == ' ')
        {
            end--;
        }

        return TextSpan.FromBounds(start, end);
    }

    /// <summary>The text of a span of the outline.</summary>
    public string TextOf(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The span of the outline in the file's source text.</summary>
    public TextSpan ToSource(TextSpan span) => Document.ToSource.ToSource(span);

    /// <summary>The bound section at or above the place; null in the header or in a section the definition does not know.</summary>
    public BoundSection? Owner
    {
        get
        {
            var section = Document.Outline.SectionAt(Offset);
            return section.Index < Document.Owners.Length ? Document.Owners[section.Index] : null;
        }
    }

    // The map only leads to the source; since it is monotonic, the way back is a search.
    internal static int Locate(BoundDocument part, int sourceOffset)
    {
        if (part.ToSource.IsIdentity)
        {
            return Math.Min(sourceOffset, part.Outline.Text.Length);
        }

        var low = 0;
        var high = part.Outline.Text.Length;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (part.ToSource.ToSource(middle) <= sourceOffset)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }
}
