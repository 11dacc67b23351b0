using FrameworkLsp.Analyzers.Documents.Values;
using FrameworkLsp.Analyzers.Framework;

namespace FrameworkLsp.Analyzers.Tests.Documents.Values;

internal sealed class CheckMatcherTests
{
    private static readonly CheckMatcher Matcher = new(EmbeddedPacks.Default.Checks);

    [TestCase("Coverage threshold", "", "coverage-threshold")]
    [TestCase("Coverage", "", "coverage")]
    [TestCase("Linting (all services)", "", "linting")]
    [TestCase("Ruff linting", "", "linting")]
    [TestCase("Style", "`uv run ruff format . --check`", "formatting")]
    [TestCase("Requirement coverage", "", "requirements-traceability")]
    [TestCase("ruff format", "", "formatting")]
    [TestCase("Ruff", "", "linting")]
    [TestCase("pytest --cov", "", "coverage")]
    [TestCase("pytest", "", "tests")]
    [TestCase("Coverage ≥ 75%", "", "coverage-threshold")]
    [TestCase("Python 3.12+", "", "python-version")]
    [TestCase("Style and types", "uv run mypy . && uv run ruff check .", "linting")]
    [TestCase("Smoke", "curl http://localhost:8000/health", null)]
    public void Finds_checks(string name, string command, string? expected) => Assert.That(Matcher.Find(name, command)?.Id, Is.EqualTo(expected));

    [TestCase("Coverage", true)]
    [TestCase("Test coverage:", true)]
    [TestCase("Coverage (total)", true)]
    [TestCase("Coverage (lending_api)", false)]
    [TestCase("Coverage (services/lending)", false)]
    [TestCase("Coverage of the worker", false)]
    [TestCase("Testing & coverage", false)]
    public void Tells_the_check_from_a_part_of_it(string name, bool expected) =>
        Assert.That(Matcher.IsNamed(EmbeddedPacks.Default.Checks.Single(static check => check.Id == "coverage"), name), Is.EqualTo(expected));
}
