using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Features.Hover;

/// <summary>Explains a service name: its parts, the form, the reasons for a longer one, and how each layer writes it.</summary>
internal static class ServiceNameHover
{
    /// <summary>The hover for a name at a place; null when there is none.</summary>
    public static HoverText? At(DocumentPlace place)
    {
        var names = place.Document.Definition.ServiceNames;
        if (TokenAt(place) is not { } span || names.IsInfrastructure(place.TextOf(span)))
        {
            return null;
        }

        // In running text only a name that ends in a type is surely one; where names are listed, every name is.
        var name = names.Parse(place.TextOf(span).ToLowerInvariant());
        var isName = (name.Type is not null && name.Parts.Length > 1)
            || ServiceNameCollector.Collect(place.Document).Any(mention => mention.Span == span);
        return isName ? new HoverText(place.ToSource(span), Describe(place.Document, name)) : null;
    }

    /// <summary>The text about a name.</summary>
    public static string Describe(BoundDocument document, ServiceName name)
    {
        var convention = document.Definition.Definition.Naming;
        var writer = new HoverWriter().Title(name.Name, "service name");
        Parts(writer, convention, name);
        Form(writer, convention, name);
        var layers = convention.Layers.GroupBy(static layer => layer.Separator, StringComparer.Ordinal).ToList();
        writer.Gap().Paragraph(layers.Count > 0 ? "*Written in each layer*" : "");
        foreach (var layer in layers)
        {
            writer.Line($"`{name.Name.Replace("_", layer.Key, StringComparison.Ordinal)}`", layer.Select(static entry => entry.Id));
        }

        return writer.ToString();
    }

    private static void Parts(HoverWriter writer, NamingConvention convention, ServiceName name)
    {
        var context = convention.Contexts.FirstOrDefault(candidate => candidate.Id == name.Context || (candidate.ShortPrefix.Length > 0 && candidate.ShortPrefix == name.Context));
        writer.Line("Context", $"`{name.Context}`" + Describe(context));
        writer.Line("Domain", name.Domain.Length == 0 ? "" : $"`{name.Domain}`" + Describe(convention, name.Domain));
        writer.Line("Function", name.Function.Length == 0 ? "" : $"`{name.Function}`");
        writer.Line("Type", name.Type is { } type
            ? $"`{type.Id}` \u2014 {type.Description}" + (type.Technologies.IsEmpty ? "" : $" ({string.Join(", ", type.Technologies)})")
            : $"missing; one of {string.Join(", ", convention.Types.Select(static candidate => $"`{candidate.Id}`"))}");
        writer.Line("Length", name.Name.Length > convention.LengthGate ? $"{name.Name.Length}; up to {convention.LengthGate} characters are easy to read, {convention.LengthLimit} are allowed" : "");
        writer.Gap();
    }

    private static void Form(HoverWriter writer, NamingConvention convention, ServiceName name)
    {
        var count = convention.DefaultParts;
        var reasons = convention.Reasons.Select(static reason => $"{reason.Number} {reason.Name}");
        writer.Paragraph(name.Parts.Length > count
            ? $"The default is {count} parts, `{convention.DefaultForm}`. This name has {name.Parts.Length} (`{convention.ExtendedForm}`), which needs one of these reasons, cited where the name is decided:"
            : $"{count} parts are the default, `{convention.DefaultForm}`. A longer name, `{convention.ExtendedForm}`, needs one of these reasons:");
        writer.Paragraph(string.Join("; ", reasons));
        writer.Paragraph(convention.AntiReasons.IsEmpty ? "" : $"No reason: {string.Join(", ", convention.AntiReasons)}.");
    }

    private static string Describe(ServiceContext? context) => context switch
    {
        null => " (not in the list of contexts)",
        { State: ContextState.Deprecated } => $" (deprecated: {context.Note}; use {string.Join(", ", context.Replacements)})",
        { State: ContextState.Reserved } => $" (reserved: {context.Note})",
        { Domains.IsEmpty: false } => $" with {string.Join(", ", context.Domains)}",
        _ => "",
    };

    private static string Describe(NamingConvention convention, string domain) =>
        convention.AmbiguousDomains.TryGetValue(domain, out var functions)
            ? $" (ambiguous: say what it does, for example {string.Join(", ", functions)})"
            : "";

    private static TextSpan? TokenAt(DocumentPlace place)
    {
        var (start, end) = (place.Offset, place.Offset);
        while (start > 0 && IsNameCharacter(place.Text[start - 1]))
        {
            start--;
        }

        while (end < place.Text.Length && IsNameCharacter(place.Text[end]))
        {
            end++;
        }

        var span = TextSpan.FromBounds(start, end);
        return span.Length > 2 && place.Text.AsSpan(start, span.Length).IndexOfAny('_', '-') > 0 ? span : null;
    }

    private static bool IsNameCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-';
}
