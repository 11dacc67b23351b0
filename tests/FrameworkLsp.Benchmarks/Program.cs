using System.Globalization;
using BenchmarkDotNet.Running;
using FrameworkLsp.Benchmarks;

// "generate N FOLDER" writes documents for the comparison with other linters; anything else goes to BenchmarkDotNet.
if (args is ["generate", var count, var folder])
{
    DeliveryGenerator.Write(int.Parse(count, CultureInfo.InvariantCulture), folder);
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(DocumentBenchmarks).Assembly).Run(args is [] ? ["--filter", "*"] : args);
return 0;
