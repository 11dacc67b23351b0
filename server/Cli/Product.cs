using System.Reflection;

namespace FrameworkLsp.Server.Cli;

/// <summary>What the product is called.</summary>
internal static class Product
{
    /// <summary>The name of the command.</summary>
    public const string Command = "framework-lsp";

    /// <summary>The product's name.</summary>
    public const string Name = "Framework LSP";

    /// <summary>The version, for example <c>0.1.0</c>.</summary>
    public static string Version { get; } =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
