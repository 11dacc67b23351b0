using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace FrameworkLsp.Analyzers.Rules.Hygiene;

/// <summary>FW916: a C# fence with syntax errors.</summary>
public sealed class InvalidCsharpFenceRule() : CodeFenceRule(new RuleDescriptor("FW916", "invalid-csharp-fence", Severity.Warning, FixSafety.None, "0.1"))
{
    private const string MemberPrefix = "class C {\n";
    private const string StatementPrefix = "class C { async System.Threading.Tasks.Task M() {\n";
    private static readonly CSharpParseOptions Options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview).WithDocumentationMode(DocumentationMode.None);

    private protected override string LanguageName => "C#";

    // An excerpt may be a file, members of a type or statements of a method: the first reading without errors wins, and the
    // complaint comes from the reading that gets furthest.
    private protected override CodeError? FindError(string code)
    {
        var text = WithoutElisions(code);
        CodeError? furthest = null;
        foreach (var (prefix, suffix) in new[] { ("", ""), (MemberPrefix, "\n}"), (StatementPrefix, "\n}}") })
        {
            var tree = CSharpSyntaxTree.ParseText(prefix + text + suffix, Options);
            var error = tree.GetDiagnostics().FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
            if (error is null)
            {
                return null;
            }

            var offset = Math.Clamp(error.Location.SourceSpan.Start - prefix.Length, 0, code.Length);
            if (furthest is null || offset > furthest.Offset)
            {
                furthest = new CodeError(error.GetMessage(System.Globalization.CultureInfo.InvariantCulture).TrimEnd('.'), offset, IsExcerpt: false);
            }
        }

        return furthest;
    }

    // "..." is no C# and stands for code left out; blanks keep the offsets.
    private static string WithoutElisions(string code) => code.Replace("...", "   ", StringComparison.Ordinal).Replace('…', ' ');
}
