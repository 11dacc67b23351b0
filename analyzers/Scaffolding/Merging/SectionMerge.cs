using System.Globalization;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Demands;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Scaffolding.Merging;

/// <summary>Merges sections as a whole: new ones arrive, what is no longer demanded goes unless somebody wrote in it.</summary>
internal static class SectionMerge
{
    public static void Run(ThreeWay versions)
    {
        foreach (var (name, section) in versions.Before.Sections.Where(entry => !versions.After.Sections.ContainsKey(entry.Key)))
        {
            if (versions.Mine.Sections.TryGetValue(name, out var mine) && (IsOwned(section) || versions.Mine.Text(mine) == versions.Before.Text(section)))
            {
                versions.Changes.Add(new TextChange(mine.Section.Span, ""));
            }
        }

        foreach (var (name, section) in versions.After.Sections)
        {
            if (versions.Mine.Sections.TryGetValue(name, out var mine))
            {
                MergeBody(versions, name, section, mine);
            }
            else if (!versions.Before.Sections.ContainsKey(name) && !IsInNewSection(versions, section))
            {
                Insert(versions, name, section);
            }
        }
    }

    // Which features a level has is no matter of opinion.
    private static bool IsOwned(BoundSection section) => section.Definition.Tables.Any(static table => table.Role == TableRoles.Features);

    // A list or paragraph that nobody touched is replaced as a whole.
    private static void MergeBody(ThreeWay versions, string name, BoundSection section, BoundSection mine)
    {
        if (!versions.Before.Sections.TryGetValue(name, out var before) || versions.After.HoldsParts(section))
        {
            return;
        }

        var (old, now) = (versions.Before.Body(before), versions.After.Body(section));
        if (old != now && versions.Mine.Body(mine) == old)
        {
            var text = versions.Mine.Document.Outline.Text;
            var start = Markdown.TextScan.Trimmed(text, mine.Section.BodySpan.Start, mine.Section.BodySpan.End);
            var source = versions.After.Document.Outline.Text;
            var body = Markdown.TextScan.Trimmed(source, section.Section.BodySpan.Start, section.Section.BodySpan.End);
            versions.Changes.Add(new TextChange(start, source.Substring(body.Start, body.Length)));
        }
    }

    // It arrives with the section that holds it.
    private static bool IsInNewSection(ThreeWay versions, BoundSection section)
    {
        var outline = versions.After.Document.Outline;
        for (var parent = section.Section.Parent; parent > 0; parent = outline.Sections[parent].Parent)
        {
            if (versions.After.Document.Sections.FirstOrDefault(other => other.Section.Index == parent) is { } owner && !versions.Mine.Sections.ContainsKey(versions.After.NameOf(owner)))
            {
                return true;
            }
        }

        return false;
    }

    private static void Insert(ThreeWay versions, string name, BoundSection section)
    {
        var document = versions.Document;
        var source = versions.After.Document.Outline.Text.Substring(section.Section.Span.Start, section.Section.Span.Length).TrimEnd() + "\n";
        if (section.Definition.HeadingTemplate.Length > 0)
        {
            if (PhasePlace(versions, name) is { } offset && !InsertionPoint.IsInOpenFence(document.Outline, offset))
            {
                versions.Changes.Add(new TextChange(new TextSpan(offset, 0), InsertionPoint.Separated(document.Outline.Text, offset, source)));
            }

            return;
        }

        var parent = versions.After.Document.Sections.FirstOrDefault(other => other.Section.Index == section.Section.Parent) is { } holder
            ? versions.Mine.Sections.GetValueOrDefault(versions.After.NameOf(holder))
            : null;
        if (SectionInsertion.Insert(document, new MissingSection(section.Definition, parent, Demand.Required), level => Shifted(source, section.Section.Level, level)) is { } change)
        {
            versions.Changes.Add(change);
        }
    }

    // Behind the last phase with a smaller number, else before the first one.
    private static int? PhasePlace(ThreeWay versions, string name)
    {
        var number = Number(name);
        var phases = versions.Mine.Sections.Where(static entry => entry.Value.Definition.HeadingTemplate.Length > 0).Select(static entry => (Number: Number(entry.Key), entry.Value.Section)).ToList();
        var before = phases.Where(phase => phase.Number < number).OrderBy(static phase => phase.Number).Select(static phase => phase.Section).LastOrDefault();
        return before?.Span.End ?? phases.OrderBy(static phase => phase.Number).Select(static phase => phase.Section).FirstOrDefault()?.Span.Start;
    }

    private static int Number(string name) => int.TryParse(name.AsSpan(name.LastIndexOf('/') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Shifted(string text, int from, int to) => from == to ? text
        : string.Join('\n', text.Split('\n').Select(line => line.StartsWith('#') ? new string('#', to - from + line.TakeWhile(static mark => mark == '#').Count()) + line.TrimStart('#') : line));
}
