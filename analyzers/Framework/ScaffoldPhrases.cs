using System.Collections.Immutable;

namespace FrameworkLsp.Analyzers.Framework;

/// <summary>
/// What new documents say where the words belong to no field or column. Phrases hold names in braces, for example <c>{module}</c>, which the
/// tool fills in; a phrase that the pack does not have is left out of the document.
/// </summary>
/// <param name="Texts">The phrases by id.</param>
public sealed record ScaffoldPhrases(ImmutableDictionary<string, string> Texts)
{
    /// <summary>A phase that every plan has: where it is required.</summary>
    public const string EveryLevel = "every-level";

    /// <summary>Something that is required from a level on: <c>{level}</c> is its number, <c>{name}</c> its name.</summary>
    public const string FromLevel = "from-level";

    /// <summary>A phase that comes with a module: when it is required (<c>{module}</c>).</summary>
    public const string WithModule = "with-module";

    /// <summary>The name of a task: <c>{phase}</c> and <c>{number}</c> are numbers.</summary>
    public const string Task = "task";

    /// <summary>The title of a task that is a sub-stage: <c>{name}</c> and <c>{sub-stage}</c>.</summary>
    public const string SubStageTask = "sub-stage-task";

    /// <summary>The title of a task that is a requirement: <c>{name}</c> and <c>{id}</c>.</summary>
    public const string RequirementTask = "requirement-task";

    /// <summary>What a task produces: <c>{items}</c>.</summary>
    public const string Produces = "produces";

    /// <summary>What of the first task of a phase is for modules without a sub-stage of their own: <c>{modules}</c>.</summary>
    public const string ModuleSetup = "module-setup";

    /// <summary>When the task of a requirement without acceptance notes is done: <c>{name}</c>.</summary>
    public const string RequirementDone = "requirement-done";

    /// <summary>The title of the task that makes the services.</summary>
    public const string ServicesTask = "services-task";

    /// <summary>When that task is done.</summary>
    public const string ServicesDone = "services-done";

    /// <summary>Why a feature is included: <c>{level}</c> is the one it starts at.</summary>
    public const string FeatureIncluded = "feature-included";

    /// <summary>What it takes to get a feature that is left out: <c>{effort}</c> and <c>{trigger}</c> of the step to <c>{level}</c>.</summary>
    public const string FeatureImpact = "feature-impact";

    /// <summary>A step to a higher level: <c>{from}</c>, <c>{to}</c>, <c>{effort}</c>, <c>{trigger}</c>, <c>{summary}</c>.</summary>
    public const string UpgradeStep = "upgrade-step";

    /// <summary>That there is nothing to list.</summary>
    public const string Nothing = "nothing";

    /// <summary>What a coverage subtotal says: <c>{done}</c>, <c>{total}</c>, <c>{percent}</c>.</summary>
    public const string Subtotal = "subtotal";

    /// <summary>What proves a measured coverage: <c>{report}</c>.</summary>
    public const string CoverageEvidence = "coverage-evidence";

    /// <summary>What a row of tests says: <c>{passed}</c> and <c>{failed}</c>.</summary>
    public const string TestsEvidence = "tests-evidence";

    /// <summary>What a row of tests says besides when some were not run: <c>{skipped}</c>.</summary>
    public const string TestsSkipped = "tests-skipped";

    /// <summary>What a row that compares coverage with its threshold says: <c>{coverage}</c>, <c>{threshold}</c>, <c>{sign}</c>.</summary>
    public const string ThresholdEvidence = "threshold-evidence";

    /// <summary>A deliverable that is there: <c>{name}</c> and <c>{path}</c>.</summary>
    public const string DeliverablePresent = "deliverable-present";

    /// <summary>A deliverable that is still missing: <c>{name}</c>.</summary>
    public const string DeliverableOpen = "deliverable-open";

    /// <summary>A stage as the origin of a deliverable: <c>{stage}</c>.</summary>
    public const string ProducedAt = "produced-at";

    /// <summary>Introduces what a prompt lacks.</summary>
    public const string MissingIntro = "missing-intro";

    /// <summary>Introduces the choice of a level.</summary>
    public const string LevelQuestion = "level-question";

    /// <summary>A level to choose: <c>{number}</c>, <c>{name}</c>, <c>{minutes}</c>, <c>{summary}</c>.</summary>
    public const string LevelOption = "level-option";

    /// <summary>Introduces the choice of modules.</summary>
    public const string ModulesQuestion = "modules-question";

    /// <summary>A module to choose: <c>{name}</c>, <c>{note}</c>.</summary>
    public const string ModuleOption = "module-option";

    /// <summary>The note at a module that the prompt speaks of.</summary>
    public const string ModuleMentioned = "module-mentioned";

    /// <summary>Where an answer is written.</summary>
    public const string AnswerBlank = "answer-blank";

    /// <summary>The verdict that nothing is missing.</summary>
    public const string Verdict = "verdict";

    /// <summary>An input that is there: <c>{name}</c> and <c>{answer}</c>.</summary>
    public const string InputPresent = "input-present";

    /// <summary>The title of a decision: <c>{id}</c> and <c>{subject}</c>.</summary>
    public const string DecisionTitle = "decision-title";

    /// <summary>What a decision is about: <c>{trigger}</c> and <c>{keyword}</c>.</summary>
    public const string DecisionSubject = "decision-subject";

    /// <summary>The id of a decision: <c>{date}</c> without dashes and <c>{number}</c>.</summary>
    public const string DecisionId = "decision-id";

    /// <summary>Why a decision is needed: <c>{trigger}</c>, <c>{keyword}</c>, <c>{document}</c>.</summary>
    public const string DecisionContext = "decision-context";

    /// <summary>Where the passage stands that a decision is taken from: <c>{document}</c>.</summary>
    public const string DecisionExtracted = "decision-extracted";

    /// <summary>No phrases.</summary>
    public static ScaffoldPhrases Empty { get; } = new(ImmutableDictionary<string, string>.Empty);

    /// <summary>The phrase with an id; empty when the pack does not have it.</summary>
    public string this[string id] => Texts.GetValueOrDefault(id, "");

    /// <summary>The phrase with its names filled in.</summary>
    public string Fill(string id, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = this[id];
        foreach (var (name, value) in values)
        {
            text = text.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }

        return text;
    }
}
