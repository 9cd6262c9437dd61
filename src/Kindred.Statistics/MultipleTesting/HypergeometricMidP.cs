namespace Kindred.Statistics.MultipleTesting;

/// <summary>
/// Mid-p values of a 2 × 2 table with fixed margins (Lancaster 1961): half the probability of the observed table counts as extreme.
/// Two-sided is twice the smaller side, at most 1 (as <c>epitools::ormidp.test</c> and OpenEpi have it).
/// Witness: SciPy <c>hypergeom.sf</c> and <c>pmf</c>. O(standard deviation) each.
/// </summary>
public sealed class HypergeometricMidP
{
    private readonly double[] _logFactorial;
    private readonly int _rows;
    private readonly int _positives;

    /// <summary>Prepares the margins: O(rows).</summary>
    /// <param name="rows">N ≥ 1.</param>
    /// <param name="positives">0 ≤ P ≤ N.</param>
    public HypergeometricMidP(int rows, int positives)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(positives);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(positives, rows);
        _rows = rows;
        _positives = positives;
        _logFactorial = new double[rows + 1];
        for (var i = 2; i <= rows; i++)
        {
            _logFactorial[i] = _logFactorial[i - 1] + Math.Log(i);
        }
    }

    private HypergeometricMidP(int rows, int positives, double[] logFactorial)
    {
        _rows = rows;
        _positives = positives;
        _logFactorial = logFactorial;
    }

    /// <summary>Probability of exactly <paramref name="tp"/> positives among <paramref name="covered"/> rows.</summary>
    public double Probability(int covered, int tp)
    {
        var lowest = Math.Max(0, covered - (_rows - _positives));
        if (tp < lowest || tp > Math.Min(covered, _positives))
        {
            return 0;
        }

        return Math.Exp(Choose(_positives, tp) + Choose(_rows - _positives, covered - tp) - Choose(_rows, covered));
    }

    /// <summary>P(X &gt; tp) + P(X = tp)/2.</summary>
    public double Upper(int covered, int tp) => Tail(covered, tp, 0.5);

    /// <summary>P(X ≥ tp): the one-sided p of Fisher's exact test for more positives.</summary>
    public double FisherUpper(int covered, int tp) => Tail(covered, tp, 1);

    /// <summary>P(X ≤ tp): the one-sided p of Fisher's exact test for fewer positives.</summary>
    public double FisherLower(int covered, int tp) => Math.Min(1, 1 - Tail(covered, tp, 0));

    /// <summary>
    /// One-sided p of Fisher's exact test inside a smaller table: of <paramref name="rows"/> rows with <paramref name="positives"/> positives,
    /// <paramref name="covered"/> rows have <paramref name="tp"/> positives or more (or fewer).
    /// </summary>
    public double FisherWithin(int rows, int positives, int covered, int tp, bool isUpper)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, _rows);
        if (covered >= rows)
        {
            return 1;
        }

        var inner = new HypergeometricMidP(rows, positives, _logFactorial);
        return isUpper ? inner.FisherUpper(covered, tp) : inner.FisherLower(covered, tp);
    }

    /// <summary>Two-sided mid-p.</summary>
    public double TwoSided(int covered, int tp)
    {
        var outward = Outward(covered, tp, out _) - 0.5 * Probability(covered, tp);
        return Math.Min(1, 2 * Math.Min(outward, 1 - outward));
    }

    /// <summary>The largest tp below the mean and the smallest above it whose two-sided mid-p is at most <paramref name="level"/>; -1 and int.MaxValue where none is.</summary>
    public (int Low, int High) Critical(int covered, double level)
    {
        var lowest = Math.Max(0, covered - (_rows - _positives));
        var highest = Math.Min(covered, _positives);
        var mean = (double)covered * _positives / _rows;
        var deviation = Math.Sqrt(mean * (1 - (double)_positives / _rows) * (_rows - covered) / Math.Max(1, _rows - 1));
        var reach = deviation * -FindableUplift.NormalQuantile(Math.Clamp(level / 2, 1e-300, 0.5));
        int above = Math.Max((int)Math.Ceiling(mean), lowest), below = Math.Min((int)Math.Floor(mean), highest);
        var high = FirstExtreme(Math.Clamp((int)Math.Ceiling(mean + reach), above, highest + 1), above, highest, 1, tp => TwoSided(covered, tp) <= level);
        var low = FirstExtreme(Math.Clamp((int)Math.Floor(mean - reach), lowest - 1, below), below, lowest, -1, tp => TwoSided(covered, tp) <= level);
        return (low < lowest ? -1 : low, high > highest ? int.MaxValue : high);
    }

    /// <summary>
    /// The value nearest to <paramref name="inner"/> that is extreme, looking from there outward to <paramref name="outer"/>; one beyond it when none is.
    /// Once extreme, always extreme further out, so a guess is bracketed by doubling steps and then halved.
    /// </summary>
    private static int FirstExtreme(int guess, int inner, int outer, int outward, Func<int, bool> isExtreme)
    {
        int known = (outer - inner) * outward + 1, not = -1, at = (guess - inner) * outward;
        for (var step = 1; known - not > 1; step *= 2)
        {
            at = Math.Clamp(at, not + 1, known - 1);
            if (isExtreme(inner + at * outward))
            {
                known = at;
                at -= step;
                if (at <= not)
                {
                    break;
                }
            }
            else
            {
                not = at;
                at += step;
                if (at >= known)
                {
                    break;
                }
            }
        }

        while (known - not > 1)
        {
            var middle = (known + not) >> 1;
            if (isExtreme(inner + middle * outward))
            {
                known = middle;
            }
            else
            {
                not = middle;
            }
        }

        return inner + known * outward;
    }

    /// <summary>Sum of the probabilities beyond tp, plus <paramref name="own"/> times that of tp.</summary>
    private double Tail(int covered, int tp, double own)
    {
        var outward = Outward(covered, tp, out var isUpper);
        var probability = Probability(covered, tp);
        return isUpper ? outward - (1 - own) * probability : 1 - outward + own * probability;
    }

    /// <summary>Probability of tp or anything farther from the mean on its side.</summary>
    private double Outward(int covered, int tp, out bool isUpper)
    {
        var lowest = Math.Max(0, covered - (_rows - _positives));
        var highest = Math.Min(covered, _positives);
        isUpper = (long)tp * _rows >= (long)covered * _positives;
        if (tp > highest)
        {
            return 0;
        }

        if (tp < lowest)
        {
            return 0;
        }

        var term = Probability(covered, tp);
        var sum = term;
        if (isUpper)
        {
            for (var x = tp; x < highest && term > sum * 1e-17; x++)
            {
                term *= (double)(_positives - x) * (covered - x) / ((double)(x + 1) * (_rows - _positives - covered + x + 1));
                sum += term;
            }
        }
        else
        {
            for (var x = tp; x > lowest && term > sum * 1e-17; x--)
            {
                term *= (double)x * (_rows - _positives - covered + x) / ((double)(_positives - x + 1) * (covered - x + 1));
                sum += term;
            }
        }

        return sum;
    }

    private double Choose(int n, int k) => _logFactorial[n] - _logFactorial[k] - _logFactorial[n - k];
}
