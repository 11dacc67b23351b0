using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Workspaces;

/// <summary>
/// The documents under one root with what is needed to lint them; immutable. An edit makes a new workspace that shares every other
/// document and all their computed results. Paths are relative to the root with forward slashes.
/// </summary>
public sealed class Workspace
{
    private Workspace(FrameworkDefinition definition, ConfigurationSet configurations, WorkspaceFiles files, ImmutableDictionary<string, Document> documents, long revision)
    {
        Definition = definition;
        Configurations = configurations;
        Files = files;
        Documents = documents;
        Revision = revision;
    }

    /// <summary>The framework definition before any configuration.</summary>
    public FrameworkDefinition Definition { get; }

    /// <summary>The configurations by folder.</summary>
    public ConfigurationSet Configurations { get; }

    /// <summary>The files around the documents.</summary>
    public WorkspaceFiles Files { get; }

    /// <summary>The documents by path. Every Markdown file may be in it; whether it is a framework document is found out on demand.</summary>
    public ImmutableDictionary<string, Document> Documents { get; }

    /// <summary>Grows with every change.</summary>
    public long Revision { get; }

    /// <summary>Makes an empty workspace.</summary>
    public static Workspace Create(FrameworkDefinition definition, ConfigurationSet? configurations = null, WorkspaceFiles? files = null) =>
        new(definition, configurations ?? ConfigurationSet.Create(definition, []), files ?? WorkspaceFiles.None, ImmutableDictionary.Create<string, Document>(StringComparer.Ordinal), 0);

    /// <summary>Adds or replaces a document.</summary>
    public Workspace WithDocument(string path, SourceText text) =>
        new(Definition, Configurations, Files, Documents.SetItem(path, new Document(path, text, Configurations.For(path))), Revision + 1);

    /// <summary>Adds or replaces documents; one step for a whole scan.</summary>
    public Workspace WithDocuments(IEnumerable<KeyValuePair<string, SourceText>> texts) =>
        new(
            Definition,
            Configurations,
            Files,
            Documents.SetItems(texts.Select(pair => KeyValuePair.Create(pair.Key, new Document(pair.Key, pair.Value, Configurations.For(pair.Key))))),
            Revision + 1);

    /// <summary>Removes documents; paths that are not there are ignored.</summary>
    public Workspace WithoutDocuments(IEnumerable<string> paths) =>
        new(Definition, Configurations, Files, Documents.RemoveRange(paths), Revision + 1);

    /// <summary>Replaces the configurations; every document is analysed anew.</summary>
    public Workspace WithConfigurations(ConfigurationSet configurations) =>
        new(
            Definition,
            configurations,
            Files,
            Documents.ToImmutableDictionary(
                static pair => pair.Key,
                pair => new Document(pair.Key, pair.Value.Text, configurations.For(pair.Key)),
                StringComparer.Ordinal),
            Revision + 1);

    /// <summary>Replaces the view of the files around the documents.</summary>
    public Workspace WithFiles(WorkspaceFiles files) => new(Definition, Configurations, files, Documents, Revision + 1);
}
