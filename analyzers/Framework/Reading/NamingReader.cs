using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Yaml;

namespace FrameworkLsp.Analyzers.Framework.Reading;

/// <summary>Reads how services are named.</summary>
internal sealed class NamingReader(PackReading reading)
{
    private static readonly ImmutableArray<KeyValuePair<string, ContextState>> States =
    [
        new("active", ContextState.Active),
        new("reserved", ContextState.Reserved),
        new("deprecated", ContextState.Deprecated),
        new("unregistered", ContextState.Unregistered),
    ];

    /// <summary>Reads the convention.</summary>
    public NamingConvention Read(YamlMap map) => new()
    {
        Syntax = reading.Pattern(map, "syntax"),
        DefaultForm = map.Text("default_form"),
        ExtendedForm = map.Text("extended_form"),
        DefaultParts = map.Integer("default_parts") ?? 3,
        LengthGate = map.Integer("length_gate") ?? int.MaxValue,
        LengthLimit = map.Integer("length_limit") ?? int.MaxValue,
        Types = map.Maps("types", type => new ServiceType(
            reading.NewId(type, "id", PackSpace.ServiceType),
            type.Text("description"),
            type.Texts("technologies"),
            type.Flag("two_parts"))),
        TypeSynonyms = Synonyms(map),
        Contexts = map.Maps("contexts", ReadContext),
        GenericContexts = map.Texts("generic_contexts"),
        CompoundTokens = map.Texts("compound_tokens"),
        DataServicePatterns = reading.Patterns(map, "data_service_patterns"),
        ShorthandNames = map.Texts("shorthand_names"),
        TemplateNames = map.Texts("template_names"),
        AmbiguousDomains = map.TextsMap("ambiguous_domains"),
        ClearDomains = map.Texts("clear_domains"),
        RedundantFunctions = map.TextsMap("redundant_functions"),
        RedundantWords = map.Texts("redundant_words"),
        RedundantWithType = map.TextsMap("redundant_with_type"),
        Abbreviations = map.TextMap("abbreviations"),
        AllowedAbbreviations = map.Texts("allowed_abbreviations"),
        ProviderTokens = map.Texts("provider_tokens"),
        Reasons = map.Maps("reasons", reason => new NamingReason(
            reading.NewNumber(reason, "number", PackSpace.Reason),
            reason.RequiredText("name"))),
        AntiReasons = map.Texts("anti_reasons"),
        ReasonForm = map.Text("reason_form"),
        ReasonWords = map.Texts("reason_words"),
        ReasonCitation = reading.Pattern(map, "reason_citation"),
        Layers = map.Maps("layers", layer => new NamingLayer(
            reading.NewId(layer, "id", PackSpace.Layer),
            layer.RequiredText("separator"))),
        ServiceHeadings = map.Texts("service_headings"),
        ServiceColumns = map.Texts("service_columns"),
        CodeColumns = map.Texts("code_columns"),
        ServicesFolder = map.Text("services_folder"),
        InfrastructureNames = map.Texts("infrastructure_names"),
        InfrastructureSuffixes = map.Texts("infrastructure_suffixes"),
    };

    private ServiceContext ReadContext(YamlMap map) => new(
        reading.NewId(map, "id", PackSpace.Context),
        map.Texts("domains"),
        map.Texts("services"))
    {
        State = map.Choice("state", States, ContextState.Active),
        ShortPrefix = map.Text("short_prefix"),
        Replacements = map.Texts("replacements"),
        Note = map.Text("note"),
    };

    private ImmutableDictionary<string, string> Synonyms(YamlMap map)
    {
        map.Map("type_synonyms", synonyms =>
        {
            foreach (var entry in synonyms.Entries)
            {
                if (synonyms.Scalar(entry.Key.Value) is { } type)
                {
                    reading.Refer(synonyms, type, PackSpace.ServiceType);
                }
            }

            return synonyms;
        });
        return map.TextMap("type_synonyms");
    }
}
