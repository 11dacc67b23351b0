using FrameworkLsp.Analyzers.Documents;
using FrameworkLsp.Analyzers.Documents.Facts;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Features.Hover;

/// <summary>Explains a service name: its parts, the form, the reasons for a longer one, and how each layer writes it.</summary>
internal static class ServiceNameHover
{
    /// <summary>The hover for a name at a place; null when there is none.</summary>
    public static HoverText? At(DocumentPlace place)
    {
        if (ServiceOccurrences.At(place.Document, place.Offset) is not { } mention)
        {
            return null;
        }

        var name = place.Document.Definition.ServiceNames.Parse(mention.Name.ToLowerInvariant());
        return new HoverText(place.ToSource(mention.Span), Describe(place.Document, name));
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
}
