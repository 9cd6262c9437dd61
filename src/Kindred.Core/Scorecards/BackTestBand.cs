using Kindred.Core.Basics;

namespace Kindred.Core.Scorecards;

/// <summary>A mean with its percentile bootstrap interval.</summary>
/// <param name="Count">Values.</param>
/// <param name="Mean">Mean; NaN below <see cref="BackTest.FewestOutcomes"/> values.</param>
/// <param name="Low">Lower end of the 95 % interval; NaN likewise.</param>
/// <param name="High">Upper end.</param>
public sealed record MeanDays(int Count, double Mean, double Low, double High)
{
    /// <summary>Whether there are enough values to say anything.</summary>
    public bool IsEnough => Count >= BackTest.FewestOutcomes;
}

/// <summary>What became of the decisions of a range of scores.</summary>
/// <param name="From">Lowest score.</param>
/// <param name="To">Highest score.</param>
/// <param name="Rows">Decisions.</param>
/// <param name="Positives">Won.</param>
/// <param name="Share">Share of all decisions counted.</param>
/// <param name="WinRate">Positives / rows; NaN below <see cref="BackTest.FewestOutcomes"/> rows.</param>
/// <param name="Low">Lower end of its 95 % interval (Wilson); NaN likewise.</param>
/// <param name="High">Upper end.</param>
/// <param name="Cycle">Days from creation to outcome.</param>
/// <param name="ToValue">Days from winning to first recorded use, of won deals.</param>
public sealed record BackTestBand(int From, int To, int Rows, int Positives, double Share, double WinRate, double Low, double High, MeanDays Cycle, MeanDays ToValue)
{
    /// <summary>Whether there are enough rows for a rate.</summary>
    public bool IsEnough => Rows >= BackTest.FewestOutcomes;

    /// <summary>"not enough to say (need 20, have 12)".</summary>
    public static Wording NotEnough(int have) => new(
        $"말하기에는 적어요 ({Format.Whole(BackTest.FewestOutcomes)}건 필요, 지금 {Format.Whole(have)}건)", $"not enough to say (need {Format.Whole(BackTest.FewestOutcomes)}, have {Format.Whole(have)})");
}
