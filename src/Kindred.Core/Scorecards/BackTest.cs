using Kindred.Core.Basics;
using Kindred.Statistics.Intervals;
using Kindred.Statistics.Resampling;

namespace Kindred.Core.Scorecards;

/// <summary>Which scores a back-test counts.</summary>
public enum BackTestBasis
{
    /// <summary>The last 20 % by date, scored by a card learned from the earlier 80 %.</summary>
    TimeSplit,

    /// <summary>Every decision, scored by a card learned from the other folds; where there are no dates to split at.</summary>
    LeftOutFolds,
}

/// <summary>A back-test.</summary>
/// <param name="Basis">Which scores were counted.</param>
/// <param name="From">First day a counted decision began; null without dates.</param>
/// <param name="LearnedOn">Day the card was learned.</param>
/// <param name="Seed">Seed of the bootstrap.</param>
/// <param name="Rows">Decisions counted.</param>
/// <param name="Positives">Won among them.</param>
/// <param name="Bands">By score, lowest first.</param>
/// <param name="AllRows">All left-out decisions.</param>
/// <param name="AllBands">The same over all of them by left-out folds: more rows, but the folds are mixed in time. Equal to <paramref name="Bands"/> without a time split.</param>
/// <param name="Cut">The card's cut.</param>
/// <param name="AtCut">What the cut means for the leads of the last quarter.</param>
public sealed record BackTestResult(BackTestBasis Basis, DateOnly? From, DateOnly LearnedOn, long Seed, int Rows, int Positives, IReadOnlyList<BackTestBand> Bands, int AllRows, IReadOnlyList<BackTestBand> AllBands, int Cut, CutMeaning AtCut);

/// <summary>Looks back: win rate, cycle and time to value by score band, from scores of cards that had not learned from the decision.</summary>
public static class BackTest
{
    /// <summary>Fewest rows of a band, values of a mean, and rows in all, of which anything is said.</summary>
    public const int FewestOutcomes = 20;

    private const int Draws = 2000;
    private static readonly int[] DefaultEdges = [0, 40, 55, 70, 85];

    /// <summary>Runs the back-test.</summary>
    /// <param name="rows">Left-out scores with their outcomes.</param>
    /// <param name="evidence">Evidence of the same card, for the share of recent leads at the cut.</param>
    /// <param name="cut">The card's cut; it is always the edge of a band.</param>
    /// <param name="edges">Lowest scores of the bands, the first 0, rising; null: 0, 40, 55, 70, 85.</param>
    /// <returns>The bands; refused: <c>scorecards.too-few-outcomes</c>.</returns>
    public static Result<BackTestResult> Run(BackTestRows rows, CardEvidence evidence, int cut, IReadOnlyList<int>? edges = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(evidence);
        edges ??= DefaultEdges;
        if (edges.Count == 0 || edges[0] != 0 || edges.Zip(edges.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            throw new ArgumentException("Edges start at 0 and rise.", nameof(edges));
        }

        if (rows.Rows.Count < FewestOutcomes)
        {
            return Result.Refused<BackTestResult>(ScorecardChecks.TooFewOutcomes(rows.Rows.Count, FewestOutcomes));
        }

        int[] lowest = [.. edges.Append(cut).Distinct().Order()];
        var all = Bands([.. rows.Rows.Select(row => (row, row.Score))], lowest, rows.Seed);
        var later = rows.Rows.Where(row => row.LaterScore is not null).ToArray();
        var isSplit = later.Length >= FewestOutcomes;
        var counted = isSplit ? later : [.. rows.Rows];
        return Result.Accepted(new BackTestResult(
            isSplit ? BackTestBasis.TimeSplit : BackTestBasis.LeftOutFolds,
            counted.Min(row => row.Times.StartedOn ?? row.Times.EndedOn), rows.LearnedOn, rows.Seed, counted.Length, counted.Count(row => row.IsPositive),
            isSplit ? Bands([.. later.Select(row => (row, row.LaterScore!.Value))], lowest, rows.Seed) : all,
            rows.Rows.Count, all, cut, ThresholdTable.Meaning(evidence, cut)));
    }

    private static List<BackTestBand> Bands((BackTestRow Row, int Score)[] scored, int[] lowest, long seed)
    {
        var bands = new List<BackTestBand>();
        for (var i = 0; i < lowest.Length; i++)
        {
            var to = i + 1 < lowest.Length ? lowest[i + 1] - 1 : Scorecard.Total;
            BackTestRow[] inside = [.. scored.Where(each => each.Score >= lowest[i] && each.Score <= to).Select(each => each.Row)];
            var won = inside.Count(row => row.IsPositive);
            var isEnough = inside.Length >= FewestOutcomes;
            var wilson = isEnough ? WilsonInterval.Of(won, inside.Length) : new Interval(double.NaN, double.NaN);
            bands.Add(new BackTestBand(lowest[i], to, inside.Length, won, (double)inside.Length / scored.Length, isEnough ? (double)won / inside.Length : double.NaN, wilson.Low, wilson.High,
                Mean([.. inside.Select(row => row.Times.CycleDays).OfType<double>()], seed, 2 * i),
                Mean([.. inside.Where(row => row.IsPositive).Select(row => row.Times.DaysToValue).OfType<double>()], seed, (2 * i) + 1)));
        }

        return bands;
    }

    private static MeanDays Mean(double[] values, long seed, int stream)
    {
        if (values.Length < FewestOutcomes)
        {
            return new MeanDays(values.Length, double.NaN, double.NaN, double.NaN);
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
