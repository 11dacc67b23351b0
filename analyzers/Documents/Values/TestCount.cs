namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>
/// How many tests there are. What tools count differs: skipped tests, those that broke before they ran and those that were expected to fail
/// are among all tests for one and not for the next, so that a count is a range.
/// </summary>
/// <param name="Ran">The tests that passed or failed.</param>
/// <param name="All">All of them.</param>
public readonly record struct TestCount(int Ran, int All)
{
    /// <summary>Whether two counts may be of the same tests.</summary>
    public bool Agrees(TestCount other) => Ran <= other.All && other.Ran <= All;
}

/// <summary>A number of tests in a text.</summary>
/// <param name="Number">The number as written: all tests, or those that passed.</param>
/// <param name="Count">How many tests there are by it and the numbers beside it.</param>
public readonly record struct TestCountToken(NumberToken Number, TestCount Count);
