using Kindred.Core.Basics;
using Kindred.Statistics.Intervals;

namespace Kindred.Core.Scorecards;

/// <summary>What one cut would mean.</summary>
/// <param name="Cut">Score from which a lead is worked.</param>
/// <param name="Volume">Left-out rows at or above it.</param>
/// <param name="Share">Their share of all rows.</param>
/// <param name="Precision">Rate of the outcome among them; NaN when there are none.</param>
/// <param name="PrecisionLow">Lower end of its 95 % interval (Wilson).</param>
/// <param name="PrecisionHigh">Upper end.</param>
/// <param name="Recall">Share of all positives that lie at or above it.</param>
/// <param name="ExpectedWins">Positives per 100 rows worked or not.</param>
/// <param name="RepHours">Hours a rep needs for 100 incoming leads at this cut.</param>
public sealed record ThresholdRow(int Cut, int Volume, double Share, double Precision, double PrecisionLow, double PrecisionHigh, double Recall, double ExpectedWins, double RepHours);

/// <summary>What the current cut means for recent leads, in words, and a better one where it lets through too few or too many.</summary>
/// <param name="Share">Share of recent leads at or above the cut.</param>
/// <param name="Rate">Their rate of the outcome; NaN when there are none.</param>
/// <param name="Low">Lower end of the rate's interval.</param>
/// <param name="High">Upper end.</param>
/// <param name="Text">The sentence to print beside the cut.</param>
/// <param name="Suggested">A cut that fits the capacity, or null where the current one does.</param>
public sealed record CutMeaning(double Share, double Rate, double Low, double High, Wording Text, int? Suggested);

/// <summary>Every cut of a card with what it would mean.</summary>
public static class ThresholdTable
{
    /// <summary>Share of leads below which a cut lets through too few.</summary>
    public const double TooFew = 0.10;

    /// <summary>Share of leads above which it lets through too many.</summary>
    public const double TooMany = 0.40;

    private const double AimedShare = 0.25;

    /// <summary>Leads from which "of 100" is said instead of plain counts.</summary>
    private const int FewestForHundred = 20;

    /// <summary>Rows for cuts 1 … 100.</summary>
    /// <param name="evidence">Left-out scores.</param>
    /// <param name="hoursPerLead">Hours a rep spends on a lead; 2 unless the team says otherwise.</param>
    public static IReadOnlyList<ThresholdRow> Of(CardEvidence evidence, double hoursPerLead = 2)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        int rows = evidence.Rows.Sum(), positives = evidence.Positives.Sum();
        var table = new ThresholdRow[Scorecard.Total];
        int n = 0, y = 0;
        for (var cut = Scorecard.Total; cut >= 1; cut--)
        {
            n += evidence.Rows[cut];
            y += evidence.Positives[cut];
            var interval = n > 0 ? WilsonInterval.Of(y, n) : new Interval(0, 1);
            var share = rows > 0 ? (double)n / rows : 0;
            table[cut - 1] = new ThresholdRow(cut, n, share, n > 0 ? (double)y / n : double.NaN, interval.Low, interval.High,
                positives > 0 ? (double)y / positives : double.NaN, rows > 0 ? 100.0 * y / rows : 0, 100 * share * hoursPerLead);
        }

        return table;
    }

    /// <summary>What a cut means for recent leads.</summary>
    /// <param name="evidence">Left-out scores.</param>
    /// <param name="cut">The cut.</param>
    /// <param name="capacity">Share of leads the reps can work, 0–1; null: a quarter is aimed at.</param>
    public static CutMeaning Meaning(CardEvidence evidence, int cut, double? capacity = null)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentOutOfRangeException.ThrowIfLessThan(cut, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cut, Scorecard.Total);
        int rows = evidence.RecentRows.Sum(), n = evidence.RecentRows.Skip(cut).Sum(), y = evidence.RecentPositives.Skip(cut).Sum();
        var share = rows > 0 ? (double)n / rows : 0;
        var rate = n > 0 ? (double)y / n : double.NaN;
        var interval = n > 0 ? WilsonInterval.Of(y, n) : new Interval(0, 1);
        int? suggested = null;
        if (rows > 0 && share is < TooFew or > TooMany)
        {
            var aim = Math.Clamp(capacity ?? AimedShare, 0.01, 1);
            suggested = Enumerable.Range(1, Scorecard.Total).MinBy(other => Math.Abs((double)evidence.RecentRows.Skip(other).Sum() / rows - aim));
            suggested = suggested == cut ? null : suggested;
        }

        var koWhen = evidence.HasDates ? "최근 90일 리드" : "평가한 리드";
        var enWhen = evidence.HasDates ? "the last 90 days' leads" : "the leads it was checked on";
        var ko = $"{koWhen} {Format.Grouped(rows)}건 가운데 {Format.Percent(share, 0)}가 {Format.Whole(cut)}점을 넘어요.";
        var en = $"{Format.Percent(share, 0)} of {enWhen} ({Format.Grouped(rows)}) reach {Format.Whole(cut)}.";
        if (rows == 0)
        {
            (ko, en) = (evidence.HasDates ? "최근 90일에 들어온 리드가 없어서 기준이 어떤 뜻인지 아직 몰라요." : "평가한 리드가 없어서 기준이 어떤 뜻인지 아직 몰라요.", evidence.HasDates ? "No leads came in the last 90 days: what the cut means is not known yet." : "No leads were checked: what the cut means is not known yet.");
        }
        else if (!evidence.HasOutcomes && evidence.Rows.Sum() == 0)
        {
            ko += " 결과가 아직 적어서 성공률은 몰라요.";
            en += " There are too few outcomes for a rate yet.";
        }
        else if (n is > 0 and < FewestForHundred)
        {
            ko += $" 그중 {Format.Whole(n)}건 가운데 {Format.Whole(y)}건이 성공했어요. 비율을 말하기에는 적어요.";
            en += $" {Format.Whole(y)} of those {Format.Whole(n)} had the outcome: too few for a rate.";
        }
        else if (n > 0)
        {
            ko += $" 그중 100건에 {Format.Fixed(100 * rate, 0)}건이 성공했어요 ({Format.Fixed(100 * interval.Low, 0)}–{Format.Fixed(100 * interval.High, 0)}).";
            en += $" Of 100 of those, {Format.Fixed(100 * rate, 0)} had the outcome ({Format.Fixed(100 * interval.Low, 0)}–{Format.Fixed(100 * interval.High, 0)}).";
        }

        if (suggested is { } better)
        {
            var isFew = share < TooFew;
            ko += isFew ? $" 너무 적어요. 기준을 {Format.Whole(better)}점으로 두면 인원에 맞아요." : $" 너무 많아요. 기준을 {Format.Whole(better)}점으로 두면 인원에 맞아요.";
            en += isFew ? $" That is few: a cut of {Format.Whole(better)} would fit the team." : $" That is many: a cut of {Format.Whole(better)} would fit the team.";
        }

        return new CutMeaning(share, rate, interval.Low, interval.High, new Wording(ko, en), suggested);
    }
}
