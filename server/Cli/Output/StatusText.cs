using FrameworkLsp.Analyzers.Features.Board;

namespace FrameworkLsp.Server.Cli.Output;

/// <summary>Shows deliveries to people.</summary>
internal static class StatusText
{
    /// <summary>Writes deliveries, an empty line between two.</summary>
    public static void Write(IReadOnlyList<DeliveryBoard> boards, TextWriter output)
    {
        for (var index = 0; index < boards.Count; index++)
        {
            if (index > 0)
            {
                output.WriteLine();
            }

            Write(boards[index], output);
        }
    }

    private static void Write(DeliveryBoard board, TextWriter output)
    {
        var parts = new[]
        {
            Printable.Of(board.Title),
            board.RequestId is { } id ? Printable.Of(id) : "",
            board.Level is { } level ? $"level {level.Display}" : "",
            board.Modules.IsEmpty ? "" : "modules " + string.Join(", ", board.Modules.Select(static module => module.Name)),
        };
        output.WriteLine(string.Join(" | ", parts.Where(static part => part.Length > 0)));
        Catalog.WriteTable([.. board.Stages.SelectMany(Rows)], output);
        var totals = board.Requirements;
        output.WriteLine($"Requirements: {totals.Total}, planned {totals.Planned}, checked {totals.Checked}, reported {totals.Reported}, done {totals.Done}, out of scope {totals.Descoped}");
        foreach (var document in board.Stages.SelectMany(static stage => stage.Documents).Where(static document => document.IsStale))
        {
            output.WriteLine($"{Printable.Of(document.Path)} is out of date: {Printable.Of(string.Join(' ', document.Lacks))}");
        }

        foreach (var step in board.Stages.Select(static stage => stage.Step).OfType<BoardStep>())
        {
            output.WriteLine($"Next: {step.Title} ({Product.Command} {(step.After is { } after ? "next " + Printable.Of(after) : "new " + step.Kind.Id)})");
        }
    }

    // A stage with several documents has a row for each.
    private static IEnumerable<string[]> Rows(BoardStage stage)
    {
        var head = new[] { "  " + stage.Stage.Id, stage.Stage.Name, Word(stage.State) };
        return stage.Documents.IsEmpty
            ? [[.. head, ""]]
            : stage.Documents.Select((document, index) => (string[])[.. index == 0 ? head : ["", "", ""], Printable.Of(document.Path) + Findings(document.Findings)]);
    }

    private static string Word(StageState state) => state switch
    {
        StageState.InReview => "in review",
        StageState.NotNeeded => "not needed",
        StageState.Stale => "out of date",
        _ => state.ToString().ToLowerInvariant(),
    };

    private static string Findings(FindingCounts counts)
    {
        var parts = new[] { Count(counts.Errors, "error"), Count(counts.Warnings, "warning") }.Where(static part => part.Length > 0).ToList();
        return parts.Count == 0 ? "" : $" ({string.Join(", ", parts)})";

        static string Count(int count, string name) => count == 0 ? "" : Names.Count(count, name);
    }
}
