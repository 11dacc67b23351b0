using System.Collections.Immutable;
using FrameworkLsp.Analyzers.Framework;
using FrameworkLsp.Analyzers.Markdown;

namespace FrameworkLsp.Analyzers.Documents.Values;

/// <summary>Tells whether a text names who approved something. The words for it are the names of the fields and columns that hold an approver.</summary>
public sealed class ApprovalMatcher
{
    private readonly ImmutableArray<string> _words;
    private readonly ValueClassifier _values;
    private readonly DateReader _dates;

    /// <summary>Prepares a definition.</summary>
    public ApprovalMatcher(FrameworkDefinition definition, ValueClassifier values, DateReader dates)
    {
        (_values, _dates) = (values, dates);
        var fields = definition.Kinds.SelectMany(static kind => kind.HeaderFields.Concat(kind.AllSections().SelectMany(static section => section.Fields)))
            .Where(static field => field.Role == FieldRoles.ApprovedBy)
            .SelectMany(static field => field.Aliases.Prepend(field.Name))
            .ToList();
        var columns = definition.Kinds.SelectMany(static kind => kind.AllSections().SelectMany(static section => section.Tables))
            .SelectMany(static table => table.Columns)
            .Where(static column => column.Role == ColumnRoles.ApprovedBy)
            .SelectMany(static column => column.Aliases.Append(column.Name));
        Word = fields.FirstOrDefault() ?? "";
        _words = [.. fields.Concat(columns).Select(Words.Fold).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The first of the words as the definition writes it; empty when it has none.</summary>
    public string Word { get; }

    /// <summary>Whether a normalised name is one of a field for the approver.</summary>
    public bool IsWord(string key) => _words.Contains(key);

    /// <summary>Whether an approver stands behind one of the words: "approved by A. Ito".</summary>
    public bool NamesApprover(string text)
    {
        var folded = Words.Fold(PlainText.Of(text));
        foreach (var word in _words)
        {
            var index = Words.IndexOfPhrase(folded, word);
            if (index < 0)
            {
                continue;
            }

            var rest = folded[(index + word.Length)..].TrimStart(' ', ':', '*');
            var end = rest.AsSpan().IndexOfAny(";|");
            if (IsPerson(end < 0 ? rest : rest[..end]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a row names approver and date: in columns of their own or in its status.</summary>
    public bool IsApproved(BoundTable table, TableRow row)
    {
        var status = table.Cell(row, ColumnRoles.Status)?.Raw ?? "";
        return (NamesApprover(status) && _dates.OccursIn(status))
            || (IsPerson(table.Text(row, ColumnRoles.ApprovedBy)) && (_dates.OccursIn(table.Text(row, ColumnRoles.Date)) || _dates.OccursIn(table.Text(row, ColumnRoles.ApprovedBy))));
    }

    private bool IsPerson(string text) => text.Trim() is var name && name.Any(char.IsLetter) && !_values.IsDash(name) && _values.Placeholder(name) is null;
}
