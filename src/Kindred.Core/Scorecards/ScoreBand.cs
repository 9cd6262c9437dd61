using Kindred.Statistics.Intervals;

namespace Kindred.Core.Scorecards;

/// <summary>A range of scores and its rate of the outcome on left-out rows.</summary>
/// <param name="From">Lowest score.</param>
/// <param name="To">Highest score.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Positives">Those with the outcome.</param>
/// <param name="Low">Lower end of the rate's 95 % interval (Wilson).</param>
/// <param name="High">Upper end.</param>
public sealed record ScoreBand(int From, int To, int Rows, int Positives, double Low, double High)
{
    /// <summary>Positives / rows.</summary>
    public double Rate => Rows > 0 ? (double)Positives / Rows : double.NaN;

    /// <summary>At most five bands of about equally many left-out rows, lowest first; a band needs 20 rows.</summary>
    public static IReadOnlyList<ScoreBand> Of(CardEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        const int fewest = 20;
        var total = evidence.Rows.Sum();
        var wanted = Math.Clamp(total / fewest, 1, 5);
        var bands = new List<ScoreBand>();
        int from = 0, n = 0, y = 0, done = 0;
        for (var score = 0; score <= Scorecard.Total; score++)
        {
            n += evidence.Rows[score];
            y += evidence.Positives[score];
            var isLast = score == Scorecard.Total;
            if (isLast || (bands.Count < wanted - 1 && n >= fewest && done + n >= (double)total * (bands.Count + 1) / wanted))
            {
                if (isLast && n < fewest && bands.Count > 0)
                {
                    var joined = bands[^1];
                    (from, n, y) = (joined.From, n + joined.Rows, y + joined.Positives);
                    bands.RemoveAt(bands.Count - 1);
                }

                var interval = WilsonInterval.Of(y, Math.Max(1, n));
                bands.Add(new ScoreBand(from, score, n, y, interval.Low, interval.High));
                done += n;
                (from, n, y) = (score + 1, 0, 0);
            }
        }

        return bands;
    }
}
