using System.Collections.Immutable;
using System.Globalization;
using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using FrameworkLsp.Analyzers.Yaml;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>
/// Reads the containers of compose files in fences: YAML with a mapping of services. A fence that is no sound YAML has none; that is another
/// rule's business.
/// </summary>
internal sealed class ComposeReader
{
    private const string AnyAddress = "0.0.0.0";

    // Several rules ask for the containers of the same document.
    private static readonly DocumentMemo<IReadOnlyList<ComposeService>> Known = new(ReadAll);

    private readonly CodeFence _fence;
    private readonly PhraseSet _runOnceWords;

    private ComposeReader(CodeFence fence, PhraseSet runOnceWords)
    {
        _fence = fence;
        _runOnceWords = runOnceWords;
    }

    /// <summary>The containers in document order.</summary>
    public static IReadOnlyList<ComposeService> Read(BoundDocument document) => Known.Of(document);

    private static List<ComposeService> ReadAll(BoundDocument document)
    {
        var definition = document.Definition.Definition;
        var key = definition.Naming.ServicesFolder.TrimEnd('/');
        var services = new List<ComposeService>();
        foreach (var fence in document.Outline.Fences.Where(fence => key.Length > 0 && fence.Language is "yaml" or "yml" && fence.Content.Contains(key + ":", StringComparison.Ordinal)))
        {
            var reader = new ComposeReader(fence, PhraseSet.Of(definition.Architecture.ComposeRunOnceWords));
            services.AddRange(reader.Services(key));
        }

        return services;
    }

    private IEnumerable<ComposeService> Services(string key) =>
        Child(YamlTree.Parse("", _fence.Content, new YamlDiagnostics()), key) is not YamlMapping services ? [] : services.Entries
            .Where(static entry => entry.Value is YamlMapping)
            .Select(entry => Service(entry.Key, entry.Value));

    private ComposeService Service(YamlScalar name, YamlNode node) => new(name.Value, Source(name.Span), _fence.Index, Text(Child(node, "image")))
    {
        Ports = [.. Items(Child(node, "ports")).Select(Port).OfType<ComposePort>()],
        Variables = [.. Variables(Child(node, "environment"))],
        BuildSpan = (Child(node, "build") is YamlMapping build ? Child(build, "context") : Child(node, "build")) is YamlScalar folder ? Source(Inner(folder)) : default,
        DependsOn = [.. DependsOn(Child(node, "depends_on"))],
        RunsOnce = _runOnceWords.OccursIn(name.Value) || _runOnceWords.OccursIn(string.Join(' ', Items(Child(node, "command")).Append(Child(node, "command")).Select(Text))),
    };

    // "8001:8000", "127.0.0.1:8001:8000/tcp", or the long form with "published".
    private ComposePort? Port(YamlNode node)
    {
        if (node is YamlMapping)
        {
            return Child(node, "published") is YamlScalar published && Number(published.Value) is { } long_
                ? new ComposePort(long_, Address(Text(Child(node, "host_ip")), Text(Child(node, "protocol"))), Source(Inner(published)))
                : null;
        }

        if (node is not YamlScalar scalar)
        {
            return null;
        }

        var slash = scalar.Value.IndexOf('/', StringComparison.Ordinal);
        var parts = (slash < 0 ? scalar.Value : scalar.Value[..slash]).Split(':');
        if (parts.Length < 2 || Number(parts[^2]) is not { } number)
        {
            return null;
        }

        var address = string.Join(':', parts[..^2]);
        var start = Inner(scalar).Start + (address.Length == 0 ? 0 : address.Length + 1);
        return new ComposePort(number, Address(address, slash < 0 ? "" : scalar.Value[(slash + 1)..]), Source(new TextSpan(start, parts[^2].Length)));
    }

    private IEnumerable<ComposeVariable> Variables(YamlNode? node)
    {
        foreach (var (key, value) in (node as YamlMapping)?.Entries ?? [])
        {
            var end = value.Span.End > key.Span.End ? value.Span.End : key.Span.End;
            yield return new ComposeVariable(key.Value, Source(key.Span), Text(value), Source(TextSpan.FromBounds(key.Span.Start, end)), ": ");
        }

        foreach (var item in node is YamlSequence ? Items(node).OfType<YamlScalar>() : [])
        {
            var sign = item.Value.IndexOf('=', StringComparison.Ordinal);
            var name = sign < 0 ? item.Value : item.Value[..sign];
            var inner = Inner(item);
            yield return new ComposeVariable(name, Source(new TextSpan(inner.Start, name.Length)), sign < 0 ? "" : item.Value[(sign + 1)..], Source(inner), "=");
        }
    }

    private IEnumerable<ComposeDependency> DependsOn(YamlNode? node) => node switch
    {
        YamlMapping mapping => mapping.Entries.Select(entry => new ComposeDependency(entry.Key.Value, Source(Inner(entry.Key)), mapping.Entries.Length == 1)),
        YamlSequence list => list.Items.OfType<YamlScalar>().Select(item => new ComposeDependency(item.Value, Source(Inner(item)), list.Items.Length == 1)),
        _ => [],
    };

    private TextSpan Source(TextSpan span) => _fence.ContentMap.ToSource(span);

    // Without quotes.
    private static TextSpan Inner(YamlScalar scalar) => scalar.IsPlain || scalar.Span.Length < 2 ? scalar.Span : new TextSpan(scalar.Span.Start + 1, scalar.Span.Length - 2);

    private static string Address(string address, string protocol) => (address is "" ? AnyAddress : address) + (protocol is "" or "tcp" ? "" : "/" + protocol);

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= ushort.MaxValue ? number : null;

    private static YamlNode? Child(YamlNode? node, string key) => (node as YamlMapping)?.Entries.FirstOrDefault(entry => entry.Key.Value == key).Value;

    private static string Text(YamlNode? node) => (node as YamlScalar)?.Value ?? "";

    private static ImmutableArray<YamlNode> Items(YamlNode? node) => (node as YamlSequence)?.Items ?? [];
}
