using Kindred.Core.Basics;
using Kindred.Statistics.Intervals;
using Kindred.Statistics.Resampling;

namespace Kindred.Core.Leads;

/// <summary>A lead whose outcome is known, with the score it had (or would have had) when it came.</summary>
/// <param name="Score">0–100.</param>
/// <param name="IsPositive">Won.</param>
/// <param name="DecidedOn">Day of the outcome, or null.</param>
/// <param name="CycleDays">Days from creation to outcome, or null.</param>
/// <param name="DaysToValue">Days from winning to first value, or null.</param>
public sealed record ScoredOutcome(int Score, bool IsPositive, DateOnly? DecidedOn, double? CycleDays = null, double? DaysToValue = null);

/// <summary>A mean with its percentile bootstrap interval.</summary>
/// <param name="Count">Values.</param>
/// <param name="Mean">Mean; NaN without values.</param>
/// <param name="Low">Lower end of the 95 % interval; NaN below ten values.</param>
/// <param name="High">Upper end.</param>
public sealed record MeanDays(int Count, double Mean, double Low, double High);

/// <summary>What became of the leads of a range of scores.</summary>
/// <param name="From">Lowest score.</param>
/// <param name="To">Highest score.</param>
/// <param name="Rows">Leads.</param>
/// <param name="Positives">Won.</param>
/// <param name="Low">Lower end of the win rate's 95 % interval (Wilson).</param>
/// <param name="High">Upper end.</param>
/// <param name="Cycle">Days from creation to outcome.</param>
/// <param name="ToValue">Days from winning to first value.</param>
public sealed record BackTestBand(int From, int To, int Rows, int Positives, double Low, double High, MeanDays Cycle, MeanDays ToValue)
{
    /// <summary>Positives / rows; NaN without rows.</summary>
    public double WinRate => Rows > 0 ? (double)Positives / Rows : double.NaN;
}

/// <summary>A back-test.</summary>
/// <param name="From">First day counted; null when there are no dates and everything was counted.</param>
/// <param name="IsAfterLearning">True when only outcomes after the card was learned were counted: the card has not seen them.</param>
/// <param name="Rows">Leads counted.</param>
/// <param name="Bands">By score, lowest first.</param>
public sealed record BackTestResult(DateOnly? From, bool IsAfterLearning, int Rows, IReadOnlyList<BackTestBand> Bands);

/// <summary>Looks back: win rate, cycle and time to value by score band, on outcomes the card has not seen where dates allow that.</summary>
public static class BackTest
{
    /// <summary>Fewest outcomes to look back on.</summary>
    public const int FewestOutcomes = 20;

    private const double LaterShare = 0.2;
    private const int FewestForInterval = 10;
    private const int Draws = 2000;
    private static readonly int[] DefaultEdges = [0, 40, 55, 70, 85];

    /// <summary>Runs the back-test.</summary>
    /// <param name="outcomes">Leads with their scores and outcomes.</param>
    /// <param name="learnedOn">Day the card was learned.</param>
    /// <param name="edges">Lowest scores of the bands, the first 0, rising; null: 0, 40, 55, 70, 85.</param>
    /// <param name="seed">Of the bootstrap.</param>
    /// <returns>The bands; refused: <c>leads.too-few-outcomes</c>.</returns>
    public static Result<BackTestResult> Run(IReadOnlyList<ScoredOutcome> outcomes, DateOnly learnedOn, IReadOnlyList<int>? edges = null, long seed = 1)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        edges ??= DefaultEdges;
        var (counted, from, isAfter) = Later(outcomes, learnedOn);
        if (counted.Count < FewestOutcomes)
        {
            return Result.Refused<BackTestResult>(LeadChecks.TooFewOutcomes(counted.Count, FewestOutcomes));
        }

        var bands = new List<BackTestBand>();
        for (var i = 0; i < edges.Count; i++)
        {
            var to = i + 1 < edges.Count ? edges[i + 1] - 1 : 100;
            var inside = counted.Where(outcome => outcome.Score >= edges[i] && outcome.Score <= to).ToArray();
            var won = inside.Count(outcome => outcome.IsPositive);
            var wilson = WilsonInterval.Of(won, inside.Length);
            bands.Add(new BackTestBand(edges[i], to, inside.Length, won, wilson.Low, wilson.High,
                Mean([.. inside.Select(outcome => outcome.CycleDays).OfType<double>()], seed, 2 * i), Mean([.. inside.Where(outcome => outcome.IsPositive).Select(outcome => outcome.DaysToValue).OfType<double>()], seed, (2 * i) + 1)));
        }

        return Result.Accepted(new BackTestResult(from, isAfter, counted.Count, bands));
    }

    /// <summary>Outcomes after the card was learned; where these are too few, the last fifth by date; without dates, all.</summary>
    private static (IReadOnlyList<ScoredOutcome> Counted, DateOnly? From, bool IsAfter) Later(IReadOnlyList<ScoredOutcome> outcomes, DateOnly learnedOn)
    {
        var after = outcomes.Where(outcome => outcome.DecidedOn > learnedOn).ToArray();
        if (after.Length >= FewestOutcomes)
        {
            return (after, learnedOn.AddDays(1), true);
        }

        var dated = outcomes.Where(outcome => outcome.DecidedOn is not null).OrderBy(outcome => outcome.DecidedOn).ToArray();
        if (dated.Length * 2 < outcomes.Count || dated.Length == 0)
        {
            return (outcomes, null, false);
        }

        // Outcomes of one day stay together.
        var from = dated[(int)(dated.Length * (1 - LaterShare))].DecidedOn!.Value;
        return ([.. dated.Where(outcome => outcome.DecidedOn >= from)], from, false);
    }

    private static MeanDays Mean(double[] values, long seed, int stream)
    {
        if (values.Length < FewestForInterval)
        {
            return new MeanDays(values.Length, values.Length == 0 ? double.NaN : values.Average(), double.NaN, double.NaN);
        }

        var random = new SeededRandom(seed, 100 + stream);
        var means = new double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var sum = 0.0;
            for (var i = 0; i < values.Length; i++)
            {
                sum += values[random.Below(values.Length)];
            }

            means[draw] = sum / values.Length;
        }

        Array.Sort(means);
        return new MeanDays(values.Length, values.Average(), means[(int)(0.025 * Draws)], means[(int)(0.975 * Draws) - 1]);
    }
}
