// The build of Framework LSP. `dotnet cake` builds and tests; `dotnet cake --target=NAME` runs one of the targets below.

var target = Argument("target", "Default");
var configuration = Argument("configuration", "Release");
var runtime = Argument("runtime", DefaultRuntime());
var publishFolder = Argument("output", "publish");
var native = Argument("native", false);

string DefaultRuntime() => System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;

string Executable() => MakeAbsolute(File($"{publishFolder}/framework-lsp{(IsRunningOnWindows() ? ".exe" : "")}")).FullPath;

// What npm calls itself, and what a runtime is called among extensions of VS Code.
string Npm() => IsRunningOnWindows() ? "npm.cmd" : "npm";
string VsixTarget() => runtime.Replace("linux-musl-", "alpine-").Replace("win-", "win32-").Replace("osx-", "darwin-");
string Vsix() => MakeAbsolute(File($"{publishFolder}/framework-lsp-{VsixTarget()}.vsix")).FullPath;

// Runs a program and fails with its name when it does.
void Run(string program, string arguments, string folder = ".", Dictionary<string, string> environment = null)
{
    var settings = new ProcessSettings { Arguments = arguments, WorkingDirectory = folder, EnvironmentVariables = environment };
    var code = StartProcess(program, settings);
    if (code != 0)
    {
        throw new CakeException($"{program} {arguments} ended with {code}.");
    }
}

// What programs are not there, each with the way to get it.
void Need(params (string Program, string Install)[] programs)
{
    var missing = programs
        .Where(program => System.IO.Path.IsPathRooted(program.Program) ? !System.IO.File.Exists(program.Program) : Context.Tools.Resolve(program.Program) is null)
        .ToList();
    if (missing.Count > 0)
    {
        throw new CakeException("Missing: " + string.Join("; ", missing.Select(program => $"{program.Program} ({program.Install})")));
    }
}

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

Task("Vsix")
    .Description("Makes the extension for VS Code with the native executable in it: framework-lsp-TARGET.vsix in the folder given by --output.")
    .IsDependentOn("Publish")
    .Does(() =>
    {
        Need((Npm(), "Node.js 20 or newer with npm"));
        var client = Directory("client-vscode");
        Run(Npm(), "ci", client);
        CleanDirectory($"{client}/server");
        CopyFileToDirectory(Executable(), $"{client}/server");
        Run(Npm(), "run --silent check", client);
        Run(Npm(), "run --silent build", client);
        Run(Npm(), $"run --silent package -- --target {VsixTarget()} -o \"{Vsix()}\"", client);
    });

Task("E2E-Tools")
    .Description("Says which programs the tests in real editors lack.")
    .Does(() =>
    {
        if (!IsRunningOnLinux() || DefaultRuntime() != "linux-x64")
        {
            throw new CakeException("The tests in real editors run on Linux on x64 only.");
        }

        Need(
            (Npm(), "Node.js 20 or newer with npm"),
            (EnvironmentVariable("CHROMIUM", "/usr/bin/chromium"), "apt-get install chromium, or name another Chromium in CHROMIUM"),
            ("nvim", "apt-get install neovim"),
            ("emacs", "apt-get install emacs-nox elpa-eglot"));
    });

Task("E2E")
    .Description("Tests in real editors: the packaged extension in VS Code (in a browser), Neovim, Emacs. Linux on x64 only.")
    .IsDependentOn("E2E-Tools")
    .IsDependentOn("Vsix")
    .Does(() =>
    {
        // Every part runs, so that one run tells everything that is wrong.
        var failed = new List<string>();
        void Try(string what, Action run)
        {
            Information($"== {what}");
            try
            {
                run();
            }
            catch (CakeException exception)
            {
                Error(exception.Message);
                failed.Add(what);
            }
        }

        var suite = "tests/e2e/vscode";
        Try("Unit tests of the extension", () => Run(Npm(), "test --silent", "client-vscode"));
        Try("Install VS Code", () => Run("node", $"{suite}/setup.mjs"));
        Try("VS Code, by its API", () => Run("node", $"{suite}/api.mjs --vsix \"{Vsix()}\" --tests client-vscode/out/api"));
        Try("VS Code, in the browser", () => Run("node", $"{suite}/ui.mjs --vsix \"{Vsix()}\""));
        Try("Neovim and Emacs", () => DotNetTest("tests/FrameworkLsp.Server.Tests", new DotNetTestSettings
        {
            Configuration = configuration,
            Filter = "TestCategory=E2E",
            EnvironmentVariables = new Dictionary<string, string> { ["FRAMEWORK_LSP_EXE"] = Executable() },
        }));
        if (failed.Count > 0)
        {
            throw new CakeException($"Failed: {string.Join(", ", failed)}");
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
