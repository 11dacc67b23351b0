using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using FrameworkLsp.Server.Protocol;
using NUnit.Framework;
using StreamJsonRpc;

namespace FrameworkLsp.Server.Tests.Lsp.Protocol;

/// <summary>What the server sends is checked message by message in the tests over the wire; here is what it reads and how it is named.</summary>
internal sealed class ConformityTests
{
    private static IEnumerable<(MethodInfo Method, string Name)> Handlers() => typeof(LspJsonContext).Assembly.GetTypes()
        .SelectMany(static type => type.GetMethods())
        .Select(static method => (method, method.GetCustomAttribute<JsonRpcMethodAttribute>()?.Name))
        .Where(static pair => pair.Name is not null)
        .Select(static pair => (pair.method, pair.Name!));

    private static IEnumerable<TestCaseData> IncomingParams() => Handlers()
        .Where(static handler => LspSchema.Method(handler.Name) is not null && handler.Method.GetParameters() is [var first, ..] && first.ParameterType != typeof(CancellationToken))
        .Select(static handler => new TestCaseData(handler.Name, handler.Method.GetParameters()[0].ParameterType).SetArgDisplayNames(handler.Name));

    private static IEnumerable<Type> Structures() => typeof(LspJsonContext).Assembly.GetTypes()
        .Where(static type => type.Namespace == typeof(LspJsonContext).Namespace && !type.IsEnum && LspSchema.Structure(type.Name) is not null);

    private static IEnumerable<Type> Enumerations() => typeof(LspJsonContext).Assembly.GetTypes()
        .Where(static type => type.Namespace == typeof(LspJsonContext).Namespace && type.IsEnum && type != typeof(PositionEncoding));

    [Test]
    public void Every_handler_is_a_method_of_the_specification_that_the_client_sends()
    {
        var names = Handlers().Select(static handler => handler.Name).ToList();

        Assert.That(names, Does.Contain("textDocument/didChange"));
        Assert.That(names.Where(static name => !name.StartsWith("frameworkLsp/", StringComparison.Ordinal) && (string?)LspSchema.Method(name)?["direction"] is not ("clientToServer" or "both")), Is.Empty);
    }

    [TestCaseSource(nameof(IncomingParams))]
    public void Params_with_as_little_or_as_much_as_allowed_are_understood(string method, Type type)
    {
        var schema = LspSchema.Method(method)!["params"];
        var info = LspJsonContext.Default.GetTypeInfo(type)!;

        Assert.Multiple(() =>
        {
            Assert.That(JsonSerializer.Deserialize(LspSchema.Smallest(schema), info), Is.Not.Null);
            Assert.That(JsonSerializer.Deserialize(LspSchema.Largest(schema), info), Is.Not.Null);
        });
    }

    [TestCaseSource(nameof(Structures))]
    public void Structures_have_no_members_that_the_specification_does_not_know(Type type)
    {
        var members = LspSchema.Structure(type.Name)!;
        var info = LspJsonContext.Default.GetTypeInfo(type);
        Assert.That(info, Is.Not.Null, "The type is not in the JSON context; remove it.");

        var unknown = info!.Properties.Select(static property => property.Name).Where(name => !members.ContainsKey(name) && !members.ContainsKey(name + "?"));

        Assert.That(info.Kind == JsonTypeInfoKind.Object ? unknown : [], Is.Empty);
    }

    [TestCaseSource(nameof(Enumerations))]
    public void Enumerations_have_the_values_of_the_specification(Type type)
    {
        foreach (var member in Enum.GetNames(type))
        {
            var expected = LspSchema.EnumValue(type.Name, member);
            Assert.That(expected, Is.Not.Null, member);
            Assert.That((int)expected!, Is.EqualTo(Convert.ToInt32(Enum.Parse(type, member))), member);
        }
    }

    [Test]
    public void The_check_finds_what_does_not_conform()
    {
        var type = LspSchema.Method("textDocument/publishDiagnostics")!["params"];
        var broken = JsonNode.Parse("""{"uri":5,"diagnostics":[{"range":{"start":{"line":0,"character":-1},"end":{"line":0}},"message":"x","severity":9,"more":1}]}""");

        Assert.That(LspSchema.Violations(broken, type, "params").Count(), Is.EqualTo(5));
    }
}
