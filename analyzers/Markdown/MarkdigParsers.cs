using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;

namespace FrameworkLsp.Analyzers.Markdown;

/// <summary>
/// The Markdig set-up, made once. Only blocks are parsed with the document; <see cref="InlineReader"/> asks for the inlines of the few
/// leaves that can hold any. Emphasis is left out: it never changes where a link or code span is, and it costs most of the time.
/// </summary>
internal static class MarkdigParsers
{
    // Markdig gives up a text whose containers nest deeper than 128 (it throws). Deeper markers stay text here instead.
    private const int MaximumDepth = 100;

    private static readonly Lazy<(MarkdownPipeline Pipeline, InlineParserList Inlines)> Shared = new(Build);

    /// <summary>Parses the blocks. The inlines of all leaves are still to be read; their lines are intact.</summary>
    public static MarkdownDocument ParseBlocks(string text) => global::Markdig.Parsers.MarkdownParser.Parse(text, Shared.Value.Pipeline);

    /// <summary>Makes a reader for the inlines of a document's leaves; not safe for use from two threads.</summary>
    public static InlineProcessor CreateInlineProcessor(MarkdownDocument document) =>
        new(document, Shared.Value.Inlines, preciseSourcelocation: true, context: null);

    private static (MarkdownPipeline, InlineParserList) Build()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseAutoLinks(new AutoLinkOptions { AllowDomainWithoutPeriod = true });
        builder.InlineParsers.TryRemove<EmphasisInlineParser>();
        builder.BlockParsers.Replace<QuoteBlockParser>(new ShallowQuoteParser());
        builder.BlockParsers.Replace<ListBlockParser>(new ShallowListParser());
        foreach (var parser in builder.BlockParsers)
        {
            parser.Closed += static (_, block) => KeepLines(block);
        }

        var pipeline = builder.Build();
        return (pipeline, new InlineParserList(builder.InlineParsers));
    }

    private static void KeepLines(Block block)
    {
        if (block is LeafBlock leaf)
        {
            leaf.ProcessInlines = false;
        }
    }

    private static bool IsTooDeep(BlockProcessor processor)
    {
        var depth = 0;
        for (var container = processor.CurrentContainer; container is not null; container = container.Parent)
        {
            depth++;
        }

        return depth >= MaximumDepth;
    }

    private sealed class ShallowQuoteParser : QuoteBlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor) => IsTooDeep(processor) ? BlockState.None : base.TryOpen(processor);
    }

    private sealed class ShallowListParser : ListBlockParser
    {
        public override BlockState TryOpen(BlockProcessor processor) => IsTooDeep(processor) ? BlockState.None : base.TryOpen(processor);
    }
}
