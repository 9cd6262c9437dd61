using Kindred.Core.Basics;

namespace Kindred.Reports.Charts;

/// <summary>How a figure was computed: printed under every chart.</summary>
/// <param name="Method">Method in words.</param>
/// <param name="Rows">Rows behind it.</param>
/// <param name="Seed">Seed of what was random, or null.</param>
public sealed record Provenance(Wording Method, long Rows, long? Seed = null)
{
    internal string In(Language language)
    {
        var rows = language == Language.Korean ? $"{Format.Grouped(Rows)}행" : Rows == 1 ? "1 row" : $"{Format.Grouped(Rows)} rows";
        var seed = Seed is { } value ? (language == Language.Korean ? " · 시드 " : " · seed ") + Format.Whole(value) : "";
        return Method.In(language) + " · " + rows + seed;
    }
}
