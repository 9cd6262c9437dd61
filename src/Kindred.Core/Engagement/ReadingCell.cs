using Kindred.Core.Basics;

namespace Kindred.Core.Engagement;

/// <summary>How a cell compares with everybody else.</summary>
public enum CellVerdict
{
    /// <summary>Too few readers to compare.</summary>
    TooFew,

    /// <summary>No difference was seen; there may be one too small to see here.</summary>
    NoDifference,

    /// <summary>More often than everybody else, after correction for the number of cells.</summary>
    More,

    /// <summary>Less often.</summary>
    Less,
}

/// <summary>One cell of a cross table: a kind of person by a document type, a profile state or an industry.</summary>
/// <param name="Group">Kind of person.</param>
/// <param name="Column">Stable code of the column.</param>
/// <param name="Label">Name of the column for people.</param>
/// <param name="Figures">What they did and what became of them.</param>
/// <param name="Others">Meetings of the others in the same column: who read the same, of the same state or industry.</param>
/// <param name="Rest">Meetings of every other reader: what the verdict compares with.</param>
/// <param name="P">Two-sided hypergeometric mid-p against the rest; null where too few.</param>
/// <param name="AdjustedP">P after Holm's correction over the compared cells of the table; null where too few.</param>
public sealed record ReadingCell(ReaderGroup Group, string Column, Wording Label, GroupFigures Figures, Share Others, Share Rest, double? P, double? AdjustedP)
{
    /// <summary>Readers with a known outcome from which a cell is compared.</summary>
    public const int Need = 20;

    /// <summary>Highest corrected p that counts as a difference.</summary>
    public const double Level = 0.05;

    /// <summary>How it compares.</summary>
    public CellVerdict Verdict => AdjustedP is not { } p ? CellVerdict.TooFew : p >= Level ? CellVerdict.NoDifference : Figures.Met.Rate > Rest.Rate ? CellVerdict.More : CellVerdict.Less;

    /// <summary>The verdict in words, with its numbers. Never "because": reading goes with meeting, it need not bring it.</summary>
    public Wording Words => Verdict switch
    {
        CellVerdict.TooFew => new($"아직 비교할 수 없어요 (필요 {Format.Whole(Need)}명, 현재 {Format.Whole(Figures.Met.N)}명)", $"too few to compare (need {Format.Whole(Need)}, have {Format.Whole(Figures.Met.N)})"),
        CellVerdict.NoDifference => new($"차이가 보이지 않아요 (나머지 {Percent(Rest)}, {Format.Whole(Figures.Met.N)}명)", $"no difference seen (the rest {Percent(Rest)}, n {Format.Whole(Figures.Met.N)})"),
        CellVerdict.More => new($"나머지({Percent(Rest)})보다 자주 만났어요", $"met more often than the rest ({Percent(Rest)})"),
        _ => new($"나머지({Percent(Rest)})보다 드물게 만났어요", $"met less often than the rest ({Percent(Rest)})"),
    };

    private static string Percent(Share share) => share.Rate is { } rate ? Format.Percent(rate, 0) : "–";
}
