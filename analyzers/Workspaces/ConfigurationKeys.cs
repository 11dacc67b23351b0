using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>What the value of a configuration key looks like.</summary>
public enum ConfigurationValue
{
    /// <summary>The path of another configuration file.</summary>
    File,

    /// <summary>A glob or a list of globs.</summary>
    Globs,

    /// <summary>A list of folders.</summary>
    Folders,

    /// <summary>A list of name parts: lower-case letters, digits and underscores.</summary>
    Tokens,

    /// <summary>A mapping from rule ids or names to severities.</summary>
    Severities,

    /// <summary>A list of mappings with keys of their own.</summary>
    Mappings,

    /// <summary>A document kind, or <c>none</c>.</summary>
    Kind,

    /// <summary>A mapping with keys of its own.</summary>
    Mapping,
}

/// <summary>A key of the configuration file.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">What its value looks like.</param>
/// <param name="Description">What it does, in a sentence or two.</param>
/// <param name="Example">An example of the key with its value, as YAML without indentation.</param>
public sealed record ConfigurationKey(string Name, ConfigurationValue Value, string Description, string Example)
{
    /// <summary>The keys of its mapping, or of each mapping in its list; empty for other values.</summary>
    public ImmutableArray<ConfigurationKey> Keys { get; init; } = [];

    /// <summary>Whether the mapping that it belongs to must have it.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>
/// The keys of the configuration file: the one table from which its reader's names, its JSON Schema, the file that <c>init</c> writes and
/// completion come.
/// </summary>
public static class ConfigurationKeys
{
    /// <summary>The value that switches a rule off.</summary>
    public const string Off = "off";

    /// <summary>The kind of files that are no framework documents.</summary>
    public const string NoKind = "none";

    internal const string Extends = "extends";
    internal const string Include = "include";
    internal const string Exclude = "exclude";
    internal const string Rules = "rules";
    internal const string Overrides = "overrides";
    internal const string Files = "files";
    internal const string Kinds = "kinds";
    internal const string Kind = "kind";
    internal const string FrameworkRoots = "framework_roots";
    internal const string Naming = "naming";
    internal const string Contexts = "contexts";
    internal const string Domains = "domains";
    internal const string Types = "types";

    /// <summary>The keys in the order in which they are documented.</summary>
    public static ImmutableArray<ConfigurationKey> All { get; } =
    [
        new(
            Extends,
            ConfigurationValue.File,
            "Another configuration file to start from, relative to this one. What is set here wins; lists are joined, only \"include\" is replaced. Its globs hold relative to this file's folder.",
            "extends: ../shared/.framework-lsp.yaml"),
        new(
            Include,
            ConfigurationValue.Globs,
            "The files to check, as globs relative to this file's folder. Without it every Markdown file is looked at. A glob without a slash matches in every folder.",
            "include: [\"artifacts/**\", \"docs/**\"]"),
        new(
            Exclude,
            ConfigurationValue.Globs,
            "Files and folders to leave out, in addition to what .gitignore names.",
            "exclude: [\"archive/**\", \"*.draft.md\"]"),
        new(
            Rules,
            ConfigurationValue.Severities,
            "Severity by rule, by its id or name: error, warning, info, hint or off. \"framework-lsp rules\" lists the rules.",
            "rules:\n  FW013: warning\n  missing-section: error"),
        new(
            Overrides,
            ConfigurationValue.Mappings,
            "Severities for some files only. Later entries win over earlier ones and over \"rules\".",
            "overrides:\n  - files: [\"archive/**\"]\n    rules:\n      FW013: off")
        {
            Keys =
            [
                new(Files, ConfigurationValue.Globs, "The files, as globs relative to this file's folder.", "files: [\"archive/**\"]") { IsRequired = true },
                new(Rules, ConfigurationValue.Severities, "Severity by rule for these files.", "rules:\n  FW013: off"),
            ],
        },
        new(
            Kinds,
            ConfigurationValue.Mappings,
            "The document kind by glob, for files that are not recognised or recognised wrongly; \"none\" for files that are no framework documents. The first match wins. \"framework-lsp kinds\" lists the kinds.",
            "kinds:\n  - {files: \"docs/scratch/**\", kind: none}")
        {
            Keys =
            [
                new(Files, ConfigurationValue.Globs, "The files, as globs relative to this file's folder.", "files: [\"docs/scratch/**\"]") { IsRequired = true },
                new(Kind, ConfigurationValue.Kind, "The kind of these files.", "kind: none") { IsRequired = true },
            ],
        },
        new(
            FrameworkRoots,
            ConfigurationValue.Folders,
            "Folders with a copy of the framework's own documentation, which is reference material and not checked as the project's documents.",
            "framework_roots: [docs/framework]"),
        new(
            Naming,
            ConfigurationValue.Mapping,
            "Additions to the naming convention of services.",
            "naming:\n  contexts: [lending]\n  domains: [credit_scoring]\n  types: [gateway]")
        {
            Keys =
            [
                new(Contexts, ConfigurationValue.Tokens, "Contexts of this project, the first part of a service name.", "contexts: [lending]"),
                new(Domains, ConfigurationValue.Tokens, "Domains that are clear in this project, and compounds that count as one part.", "domains: [credit_scoring]"),
                new(Types, ConfigurationValue.Tokens, "Service types of this project, the last part of a service name.", "types: [gateway]"),
            ],
        },
    ];
}
