using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Collections;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;
using Microsoft.CodeAnalysis.Text;

namespace FrameworkLsp.Analyzers.Documents.Facts;

/// <summary>Collects the facts of a bound document and where they stand.</summary>
public static class FactCollector
{
    /// <summary>Collects.</summary>
    public static (DocumentFacts Facts, FactLocations Locations) Collect(BoundDocument document, CancellationToken cancellationToken = default)
    {
        var spans = new Dictionary<FactKey, TextSpan>();
        spans[FactKey.Title] = document.TitleAnchor;
        void Place(FactKey key, TextSpan span)
        {
            cancellationToken.ThrowIfCancellationRequested();
            spans.TryAdd(key, span);
        }

        var links = LinkReader.Read(document)
            .Select((link, ordinal) =>
            {
                Place(FactKey.Link(ordinal), link.Span);
                return link.Fact;
            })
            .ToEquatableArray();
        var mentions = ServiceNameCollector.Collect(document);
        var services = PlaceServices(mentions, Place);
        var facts = new DocumentFacts
        {
            Path = document.Path,
            Part = document.Part,
            Kind = document.Kind.Id,
            IsExtended = document.IsExtended,
            State = document.State,
            StatedState = DocumentStateReader.Stated(document),
            StatusText = DocumentStateReader.StatusText(document),
            IsTemplate = document.IsTemplate,
            IsReference = document.IsReference,
            HasElision = document.HasElision,
            Title = document.Outline.Title?.Title ?? "",
            Project = ProjectReader.Project(document),
            RequestId = Text(document, FieldRoles.RequestId, FactKey.RequestId, Place),
            ApprovedBy = Text(document, FieldRoles.ApprovedBy, FactKey.ApprovedBy, Place),
            FeatureId = ProjectReader.FeatureId(document, span => Place(FactKey.FeatureId, span)),
            FileFeatureId = ProjectReader.FileFeatureId(document),
            Level = LevelReader.Read(document, span => Place(FactKey.Level, span)),
            Modules = ReadModules(document, Place),
            ModulesAreExplained = ModuleReader.IsExplained(document),
            Services = [.. services.Select(static service => service.Name)],
            ServiceMentions = [.. services.Select(static service => service.Mentions)],
            HyphenatedServices = mentions
                .GroupBy(static mention => mention.Name, StringComparer.Ordinal)
                .Select(static group => group.Select(static mention => mention.Written.Contains('-', StringComparison.Ordinal)).ToList() is var hyphens && hyphens.IndexOf(true) is var first and >= 0
                    ? new HyphenatedService(group.Key, first, hyphens.TrueForAll(static hyphen => hyphen))
                    : null)
                .OfType<HyphenatedService>()
                .ToEquatableArray(),
            ServiceReasons = ServiceReasonReader.Read(document, mentions).Distinct().ToEquatableArray(),
            Requirements = RequirementReader.Definitions(document)
                .Select(requirement =>
                {
                    Place(FactKey.Requirement(requirement.Fact.Id, requirement.Fact.Scope), requirement.Span);
                    return requirement.Fact;
                })
                .DistinctBy(static fact => (fact.Id, fact.Scope))
                .ToEquatableArray(),
            Traces = RequirementReader.Traces(document)
                .Select(trace =>
                {
                    Place(FactKey.Trace(trace.Fact.Id, trace.Fact.Table, trace.Fact.Scope), trace.Span);
                    return trace.Fact;
                })
                .ToEquatableArray(),
            HasTraceability = document.TablesOf(TableRoles.Traceability).Any(static table => table.Columns.ContainsKey(ColumnRoles.RequirementId)),
            Checks = CheckReader.Read(document)
                .Select((row, ordinal) =>
                {
                    Place(FactKey.Check(ordinal), row.Span);
                    return row.Fact;
                })
                .ToEquatableArray(),
            Coverage = CoverageReader.Facts(document)
                .Select((slot, ordinal) =>
                {
                    Place(FactKey.Coverage(ordinal), slot.Span);
                    return slot.Fact;
                })
                .ToEquatableArray(),
            Tests = TestCountReader.Read(document)
                .Select((slot, ordinal) =>
                {
                    Place(FactKey.Tests(ordinal), slot.Span);
                    return slot.Count;
                })
                .ToEquatableArray(),
            OpenQuestions = OpenQuestionReader.Read(document)
                .Select((question, ordinal) =>
                {
                    Place(FactKey.OpenQuestion(ordinal), question.Span);
                    return question.Text;
                })
                .ToEquatableArray(),
            SaysComplete = CompletenessReader.Verdict(document) is not null,
            RequirementCoverage = RequirementCoverageReader.Read(document)
                .Select((slot, ordinal) =>
                {
                    Place(FactKey.RequirementCoverage(ordinal), slot.Span);
                    return slot.Fact;
                })
                .ToEquatableArray(),
            Evidence = EvidenceReader.Read(document)
                .Select((slot, ordinal) =>
                {
                    Place(FactKey.Evidence(ordinal), slot.Span);
                    return slot.Fact;
                })
                .ToEquatableArray(),
            Deliverables = DeliverableReader.Read(document)
                .Select((slot, ordinal) =>
                {
                    Place(FactKey.Deliverable(ordinal), slot.Span);
                    return slot.Path;
                })
                .ToEquatableArray(),
            Mentions = MentionReader.Read(document)
                .Select(mention =>
                {
                    Place(FactKey.Mention(mention.Id), mention.Span);
                    return mention.Id;
                })
                .ToEquatableArray(),
            OverallResult = Status(document, ValueKinds.OverallResult, VocabularyIds.OverallResult, FactKey.Status, Place),
            ReportStatus = Status(document, ValueKinds.ReportStatus, VocabularyIds.ReportStatus, FactKey.Status, Place),
            Recommendation = Status(document, ValueKinds.Recommendation, VocabularyIds.Recommendation, FactKey.Recommendation, Place),
            Deviations = DeviationReader.Read(document).ToEquatableArray(),
            Phases = PlanPhaseReader.Read(document)
                .Select((phase, ordinal) =>
                {
                    Place(FactKey.Phase(ordinal), phase.Span);
                    return new PhaseFact(phase.Title, phase.Phase?.Number, phase.Number, phase.IsNamed);
                })
                .ToEquatableArray(),
            Fragments = FragmentReader.Read(document)
                .Select((link, ordinal) =>
                {
                    Place(FactKey.Fragment(ordinal), link.Span);
                    return link.Fact;
                })
                .ToEquatableArray(),
            Anchors = document.IsEmbedded ? [] : HeadingSlugs.Sections(document.Outline).Select(static entry => entry.Slug).Order(StringComparer.Ordinal).ToEquatableArray(),
            NavigationPaths = NavigationReader.Rows(document)
                .SelectMany(static row => new[] { row.Reads, row.Table.Cell(row.Row, ColumnRoles.Tools) }
                    .OfType<TableCell>()
                    .SelectMany(static cell => NavigationReader.References(cell.Raw, cell.ContentSpan.Start))
                    .Select(reference => (row.Stage, Reference: reference)))
                .Select((entry, ordinal) =>
                {
                    Place(FactKey.NavigationPath(ordinal), entry.Reference.Span);
                    return new NavigationPathFact(entry.Stage, entry.Reference.Path);
                })
                .ToEquatableArray(),
            Conflicts = ConflictReader.Read(document)
                .Select((conflict, ordinal) =>
                {
                    Place(FactKey.Conflict(ordinal), conflict.Span);
                    return conflict.Fact;
                })
                .ToEquatableArray(),
            DecisionNeeds = DecisionNeedReader.Read(document)
                .Select((need, ordinal) =>
                {
                    Place(FactKey.DecisionNeed(ordinal), need.Span);
                    return need.Fact;
                })
                .ToEquatableArray(),
            CitesDecision = DecisionNeedReader.CitesDecision(document, links),
            DecidedWords = DecisionNeedReader.Decided(document).ToEquatableArray(),
            RetiredContexts = RetiredContextReader.Read(document).ToEquatableArray(),
            Links = links,
            RefersTo = PredecessorReader.Read(document, links).ToEquatableArray(),
        };
        if (document.Section(SectionRoles.TraceabilityMatrix) is { } matrix)
        {
            Place(FactKey.TraceTable, matrix.Section.TitleSpan);
        }
        else if (document.TablesOf(TableRoles.Traceability).FirstOrDefault() is { Table.Section: > 0 and var section })
        {
            Place(FactKey.TraceTable, document.Outline.Sections[section].TitleSpan);
        }

        return (facts, new FactLocations(spans, document.ToSource));
    }

    private static string Text(BoundDocument document, string role, FactKey key, Action<FactKey, TextSpan> place)
    {
        if (document.Field(role) is not { } field)
        {
            return "";
        }

        place(key, field.Field.ValueSpan);
        var value = PlainText.Of(field.Value).Trim();
        var values = document.Definition.Values;
        return values.IsDash(value) || values.Placeholder(field.Value) is not null || values.IsChoiceList(field.Value) ? "" : value;
    }

    private static EquatableArray<string>? ReadModules(BoundDocument document, Action<FactKey, TextSpan> place)
    {
        if (ModuleReader.Find(document) is { } answer)
        {
            place(FactKey.Modules, answer.Field.Field.Span);
            return new EquatableArray<string>(answer.Reading.Modules);
        }

        if (document.Field(FieldRoles.Modules) is { } field)
        {
            place(FactKey.Modules, field.Field.Span);
        }

        return null;
    }

    private static List<(string Name, int Mentions)> PlaceServices(IReadOnlyList<ServiceMention> mentions, Action<FactKey, TextSpan> place)
    {
        var services = new List<(string Name, int Mentions)>();
        foreach (var group in mentions.GroupBy(static mention => mention.Name, StringComparer.Ordinal))
        {
            var ordinal = 0;
            foreach (var mention in group)
            {
                place(FactKey.Service(mention.Name, ordinal++), mention.Span);
            }

            services.Add((group.Key, ordinal));
        }

        return services;
    }

    private static string? Status(BoundDocument document, string valueKind, string vocabulary, FactKey key, Action<FactKey, TextSpan> place)
    {
        foreach (var field in document.Fields)
        {
            if (field.Definition.ValueKind == valueKind)
            {
                place(key, field.Field.Value.Length > 0 ? field.Field.ValueSpan : field.Field.Span);
                return document.Definition.Status(vocabulary).Classify(field.Value);
            }
        }

        return null;
    }
}
