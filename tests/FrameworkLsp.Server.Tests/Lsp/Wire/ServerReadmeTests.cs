using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FrameworkLsp.Server.Tests.Lsp.Protocol;
using FrameworkLsp.Testing;
using NUnit.Framework;

namespace FrameworkLsp.Server.Tests.Lsp.Wire;

/// <summary>The tables of server/README.md say what the server does, no more and no less.</summary>
[Category("Wire")]
internal sealed partial class ServerReadmeTests
{
    // What the server advertises without being asked for a feature of the table.
    private static readonly string[] NoFeatures = ["positionEncoding", "experimental"];

    private static IReadOnlyList<(string Methods, string Capabilities)> Features { get; } =
        [.. Rows("| Feature | Method | Capability |").Select(static cells => (cells[1], cells[2]))];

    private static IEnumerable<string> Requests => Features
        .SelectMany(static row => Code().Matches(row.Methods.Replace(" (from the server)", "", StringComparison.Ordinal)).Select(static match => match.Groups["name"].Value))
        .Where(static method => LspSchema.Method(method) is { } known && (string?)known["kind"] == "request" && (string?)known["direction"] != "serverToClient");

    [Test]
    public async Task Every_capability_of_the_table_is_advertised_and_every_advertised_one_is_in_the_table()
    {
        var advertised = (await AdvertisedAsync()).ToList();

        var told = Features.SelectMany(static row => Code().Matches(row.Capabilities).Select(static match => match.Groups["name"].Value)).ToList();

        Assert.That(advertised.Except(NoFeatures), Is.EquivalentTo(told.Distinct()));
    }

    [Test]
    public void Every_method_of_the_table_is_one_of_the_protocol()
    {
        var methods = Features.SelectMany(static row => Code().Matches(row.Methods).Select(static match => match.Groups["name"].Value)).ToList();

        Assert.Multiple(() =>
        {
            Assert.That(methods, Has.Count.GreaterThan(15));
            Assert.That(methods.Where(static method => !method.StartsWith("frameworkLsp/", StringComparison.Ordinal) && LspSchema.Method(method) is null), Is.Empty);
            Assert.That(methods, Is.Unique);
        });
    }

    [Test]
    public async Task Every_method_of_the_table_is_answered()
    {
        await using var server = await LspProcess.InitializeAsync(Everything());
        var unknown = new List<string>();
        foreach (var method in Requests)
        {
            var response = await server.RequestRawAsync(method, LspSchema.Smallest(LspSchema.Method(method)!["params"]));
            if ((int?)response["error"]?["code"] == -32601)
            {
                unknown.Add(method);
            }
        }

        Assert.That(unknown, Is.Empty);
    }

    [Test]
    public async Task Every_command_of_the_table_is_advertised_and_every_advertised_one_is_in_the_table()
    {
        await using var server = LspProcess.Start();
        var result = await server.HandshakeAsync(Everything());

        var advertised = result["capabilities"]!["executeCommandProvider"]!["commands"]!.AsArray().Select(static name => (string)name!);

        Assert.That(Rows("| Command | Argument | Answer |").Select(static cells => cells[0].Trim('`')), Is.EquivalentTo(advertised));
    }

    private static async Task<IEnumerable<string>> AdvertisedAsync()
    {
        await using var server = LspProcess.Start();
        var capabilities = (await server.HandshakeAsync(Everything()))["capabilities"]!.AsObject();
        return capabilities.Where(static pair => pair.Key != "workspace").Select(static pair => pair.Key)
            .Concat(capabilities["workspace"]!.AsObject().SelectMany(static pair => pair.Key == "fileOperations"
                ? pair.Value!.AsObject().Select(static operation => "workspace.fileOperations." + operation.Key)
                : ["workspace." + pair.Key]));
    }

    // A client that can do everything but register on the way, so that all is advertised at once.
    private static JsonObject Everything()
    {
        var capabilities = LspSchema.Largest(new JsonObject { ["ref"] = "ClientCapabilities" })!.AsObject();
        Unregister(capabilities);
        return capabilities;
    }

    private static void Unregister(JsonObject node)
    {
        foreach (var (key, value) in node.ToList())
        {
            if (key == "dynamicRegistration")
            {
                node[key] = false;
            }
            else if (value is JsonObject inner)
            {
                Unregister(inner);
            }
        }
    }

    private static IEnumerable<string[]> Rows(string header) => File.ReadLines(Path.Combine(RepositoryRoot.Path, "server", "README.md"))
        .SkipWhile(line => line != header)
        .Skip(2)
        .TakeWhile(static line => line.StartsWith('|'))
        .Select(static line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
