using System.Text;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Scaffolding;

/// <summary>
/// Writes a new document of a kind: title, the header fields and sections that the kind demands, filled with what is known. A pure function
/// of the request; lines end in LF.
/// </summary>
public sealed class DocumentScaffold
{
    private readonly ScaffoldText _text;
    private readonly FieldDraft _fields;
    private readonly SectionDraft _sections;
    private readonly ScaffoldRequest _request;

    private DocumentScaffold(FrameworkDefinition definition, ScaffoldRequest request)
    {
        _request = request;
        _text = new ScaffoldText(definition, request);
        _fields = new FieldDraft(_text);
        _sections = new SectionDraft(_text, _fields);
    }

    /// <summary>The text of the document.</summary>
    public static string Write(FrameworkDefinition definition, ScaffoldRequest request) => new DocumentScaffold(definition, request).Write();

    private string Write()
    {
        var kind = _request.Kind;
        var builder = new StringBuilder().Append("# ").Append(Title(kind)).Append('\n');

        // What stands in a section of its own is not repeated in the header.
        var header = kind.HeaderFields.Where(field => _fields.IsWritten(field, Condition.Always) && !IsToldInSection(kind, field) && !IsAsked(field)).ToList();
        if (header.Count > 0)
        {
            builder.Append('\n');
            header.ForEach(field => builder.Append(_fields.Write(field)));
        }

        foreach (var table in kind.Tables.Where(table => !kind.AllSections().Any(section => section.Tables.Any(own => own.Role == table.Role))))
        {
            builder.Append('\n').Append(_sections.Table(null, table));
        }

        foreach (var section in kind.Sections.Where(_sections.IsWritten))
        {
            builder.Append('\n').Append(_sections.Write(section, 2));
        }

        return builder.ToString();
    }

    private string Title(DocumentKind kind)
    {
        if (_request.Content.Decision is { } decision)
        {
            var phrases = _text.Definition.Phrases;
            return phrases.Fill(ScaffoldPhrases.DecisionTitle, ("id", decision.Id), ("subject", decision.Subject(phrases)));
        }

        return _request.Facts.Project.Length > 0 ? $"{kind.Name}: {_request.Facts.Project}" : kind.Name;
    }

    // What the document asks for is not stated.
    private bool IsAsked(FieldDefinition field) =>
        _request.Kind.HasRole(KindRoles.ValidatesPrompt) && ClarificationDraft.IsRequest(_text) && _fields.Value(field).Length == 0;

    private bool IsToldInSection(DocumentKind kind, FieldDefinition field) => field.Presence != Presence.Required && field.Role != FieldRoles.Status
        && kind.Sections.Any(section => _sections.IsWritten(section) && section.Fields.Any(own => own.Role == field.Role && _fields.IsWritten(own, section.When)));
}
