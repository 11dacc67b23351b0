using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Workspaces;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Rules.Shape;

/// <summary>FW003: a framework document without a title heading.</summary>
public sealed class MissingTitleRule() : DocumentRule(new RuleDescriptor("FW003", "missing-title", Severity.Error, FixSafety.Unsafe, "0.1"))
{
    /// <inheritdoc/>
    public override void Check(DocumentRuleContext context)
    {
        // An excerpt embedded in another document shows a part and needs no title.
        var document = context.Document;
        if (!document.IsEmbedded && document.Outline.Title is null)
        {
            context.Report(document.TitleAnchor, $"The {document.Kind.Name} has no title heading; deliveries are grouped and handed over by it. Start it with \"# {document.Kind.Name}: <{(document.Kind.HasRole(KindRoles.Decides) ? "decision" : "project")}>\".");
        }
    }

    /// <inheritdoc/>
    public override ImmutableArray<Fix> GetFixes(FixContext context)
    {
        var outline = context.Bound.Outline;
        var offset = outline.FrontMatter?.Span.End ?? 0;
        var lead = offset == 0 ? "" : "\n\n";
        var rest = outline.Text[offset..];
        var gap = rest.Length - rest.TrimStart('\r', '\n').Length;
        var title = Title(context);
        return [new Fix($"Insert the title \"# {title}\"", FixSafety.Unsafe, [new TextChange(new TextSpan(offset, gap), $"{lead}# {title}\n\n")]) { IsPreferred = true }];
    }

    // A record of a decision is called after what it decides, which it may say in its front matter or metadata; its neighbours decide other things.
    private static string Title(FixContext context)
    {
        var (document, kind) = (context.Bound, context.Bound.Kind);
        if (!kind.HasRole(KindRoles.Decides))
        {
            return Project(context) is { Length: > 0 } project ? $"{kind.Name}: {project}" : kind.Name;
        }

        var subject = Written(document, FieldRoles.Title);
        if (subject.Length == 0 || TextPattern.Any(kind.TitlePatterns)?.Fits(HeadingKey.Normalize(subject)) == true)
        {
            return subject.Length == 0 ? kind.Name : subject;
        }

        var id = Written(document, FieldRoles.DecisionId);
        return id.Length == 0 ? $"{kind.Name}: {subject}" : document.Definition.Definition.Phrases.Fill(ScaffoldPhrases.DecisionTitle, ("id", id), ("subject", subject));
    }

    private static string Written(BoundDocument document, string role) =>
        document.Field(role)?.Value is { } value && document.Definition.Values.Placeholder(value) is null ? PlainText.Of(value.Trim(' ', '"', '\'')) : "";

    // The other documents of the folder know the project's name.
    private static string Project(FixContext context)
    {
        var folder = PathResolver.Folder(PathResolver.Folder(context.Document.Path).TrimEnd('/'));
        return context.Workspace.Documents.Values
            .Where(document => document.Path.StartsWith(folder, StringComparison.Ordinal) && !ReferenceEquals(document, context.Document))
            .OrderBy(static document => document.Path, StringComparer.Ordinal)
            .SelectMany(static document => document.GetAnalysis().Parts.Take(1))
            .Select(static part => part.Facts)
            .Where(static facts => facts.Project.Length > 0)
            .Select(static facts => ProjectReader.WrittenProject(facts.Title))
            .FirstOrDefault("");
    }
}
