// The build of Framework LSP. `dotnet cake` builds and tests; `dotnet cake --target=NAME` runs one of the targets below.

var target = Argument("target", "Default");
var configuration = Argument("configuration", "Release");
var runtime = Argument("runtime", DefaultRuntime());
var publishFolder = Argument("output", "publish");
var native = Argument("native", false);

string DefaultRuntime() => System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;

string Executable() => MakeAbsolute(File($"{publishFolder}/framework-lsp{(IsRunningOnWindows() ? ".exe" : "")}")).FullPath;

Task("Build")
    .Description("Compiles everything; warnings are errors.")
    .Does(() => DotNetBuild("FrameworkLsp.sln", new DotNetBuildSettings { Configuration = configuration }));

Task("Publish")
    .Description("Makes the native executable in the folder given by --output.")
    .Does(() => DotNetPublish("server", new DotNetPublishSettings
    {
        Configuration = configuration,
        Runtime = runtime,
        OutputDirectory = publishFolder,
    }));

Task("Test")
    .Description("Builds and runs all tests; with --native=true the tests that start the executable use the published one.")
    .IsDependentOn("Build")
    .Does(() =>
    {
        var settings = new DotNetTestSettings { Configuration = configuration, NoBuild = true };
        if (native)
        {
            settings.EnvironmentVariables["FRAMEWORK_LSP_EXE"] = Executable();
        }

        var failed = new List<string>();
        foreach (var project in GetFiles("tests/*.Tests/*.csproj"))
        {
            try
            {
                DotNetTest(project.FullPath, settings);
            }
            catch (CakeException)
            {
                failed.Add(project.GetFilenameWithoutExtension().ToString());
            }
        }

        if (failed.Count > 0)
        {
            throw new CakeException($"Tests failed: {string.Join(", ", failed)}");
        }
    });

Task("Bench")
    .Description("Runs the benchmarks; takes minutes and is never part of the tests.")
    .Does(() => DotNetRun("tests/FrameworkLsp.Benchmarks", new DotNetRunSettings { Configuration = "Release" }));

Task("Docs")
    .Description("Writes the generated files: the rule index and the JSON Schema of the configuration.")
    .IsDependentOn("Build")
    .DoesForEach(() => GetFiles("tests/*.Tests/*.csproj"), project => DotNetTest(project.FullPath, new DotNetTestSettings
    {
        Configuration = configuration,
        NoBuild = true,
        Filter = "Category=GeneratedDocs",
        EnvironmentVariables = new Dictionary<string, string> { ["UPDATE_GENERATED"] = "1" },
    }));

Task("Default")
    .IsDependentOn("Test");

RunTarget(target);
