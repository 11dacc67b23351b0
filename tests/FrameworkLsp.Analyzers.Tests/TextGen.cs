using CsCheck;

namespace FrameworkLsp.Analyzers.Tests;

/// <summary>Generates texts from pieces, which hit what a rule looks for far more often than random characters.</summary>
internal static class TextGen
{
    /// <summary>One of some pieces.</summary>
    public static Gen<string> Piece(params string[] pieces) => Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]);

    /// <summary>Several of some pieces, one behind the other.</summary>
    public static Gen<string> Of(int least, int most, params string[] pieces) => Piece(pieces).Array[least, most].Select(static parts => string.Concat(parts));
}
