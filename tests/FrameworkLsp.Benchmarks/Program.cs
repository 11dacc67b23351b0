using System.Globalization;
using BenchmarkDotNet.Running;
using FrameworkLsp.Benchmarks;

// "generate N FOLDER" writes documents for the comparison with other linters; anything else goes to BenchmarkDotNet.
if (args is ["generate", var count, var folder])
{
    DeliveryGenerator.Write(int.Parse(count, CultureInfo.InvariantCulture), folder);
    return 0;
}

// "cancellation" tells how long work goes on after it was cancelled.
if (args is ["cancellation"])
{
    CancellationProbe.Run(Console.Out);
    return 0;
}

// "parsing FOLDER" compares linting with reading and parsing alone.
if (args is ["parsing", var parsed])
{
    ParseComparison.Run(parsed, Console.Out);
    return 0;
}

BenchmarkSwitcher.FromAssembly(typeof(DocumentBenchmarks).Assembly).Run(args is [] ? ["--filter", "*"] : args);
return 0;
