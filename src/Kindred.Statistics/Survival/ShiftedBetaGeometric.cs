namespace Kindred.Statistics.Survival;

/// <summary>
/// Lives counted in whole periods whose chance of ending is the same every period for one unit and beta-distributed over units (Fader and Hardie 2007, J. Interactive Marketing 21:76).
/// Survival falls fast at first and slower later, because the fickle leave first. Witness: the paper's two cohorts, maximised to 1e-11.
/// </summary>
/// <param name="Alpha">&gt; 0.</param>
/// <param name="Beta">&gt; 0.</param>
public sealed record ShiftedBetaGeometric(double Alpha, double Beta)
{
    private const int MostSteps = 500;

    /// <summary>Mean chance of ending in the first period, α / (α + β).</summary>
    public double Mean => Alpha / (Alpha + Beta);

    /// <summary>α + β: large where all units are alike.</summary>
    public double Concentration => Alpha + Beta;

    /// <summary>Chance of ending in period s + 1 of those still there after s: α / (α + β + s).</summary>
    /// <param name="periods">s ≥ 0.</param>
    public double Hazard(int periods) => Alpha / (Alpha + Beta + periods);

    /// <summary>S(periods): the share still there after that many periods.</summary>
    /// <param name="periods">≥ 0.</param>
    public double Survival(int periods)
    {
        double survival = 1;
        for (var s = 0; s < periods; s++)
        {
            survival *= 1 - Hazard(s);
        }

        return survival;
    }

    /// <summary>Σ S(t) v^t over t = 0 … horizon − 1, v = 1 / (1 + rate): the expected number of discounted periods, the first paid at once.</summary>
    /// <param name="rate">Discount per period, ≥ 0; above 0 where there is no horizon.</param>
    /// <param name="horizon">Periods, or null without end.</param>
    public double DiscountedLife(double rate, int? horizon = null)
    {
        if (!(rate >= 0) || (rate == 0 && horizon is null))
        {
            throw new ArgumentOutOfRangeException(nameof(rate), rate, "Without a horizon the discount is above 0.");
        }

        double sum = 0, survival = 1, discount = 1;
        for (var t = 0; t < (horizon ?? int.MaxValue); t++)
        {
            sum += survival * discount;
            survival *= 1 - Hazard(t);
            discount /= 1 + rate;

            // What is left is below survival · discount / rate.
            if (horizon is null && survival * discount < 1e-14 * rate * sum)
            {
                break;
            }
        }

        return sum;
    }

    /// <summary>Log likelihood of counts by period: period s is a binomial of ended among those at risk with chance <see cref="Hazard"/>(s).</summary>
    /// <param name="ended">Per period those that ended in it.</param>
    /// <param name="atRisk">Per period those that were seen through it or ended in it.</param>
    public double LogLikelihood(ReadOnlySpan<double> ended, ReadOnlySpan<double> atRisk)
    {
        double log = 0;
        for (var s = 0; s < ended.Length; s++)
        {
            log += (ended[s] == 0 ? 0 : ended[s] * Math.Log(Alpha)) + (atRisk[s] - ended[s]) * Math.Log(Beta + s) - atRisk[s] * Math.Log(Alpha + Beta + s);
        }

        return log;
    }

    /// <summary>Maximum likelihood, by Newton's method in ln α and ln β.</summary>
    /// <param name="ended">As in <see cref="LogLikelihood"/>; 0 ≤ ended ≤ at risk; one above 0.</param>
    /// <param name="atRisk">As in <see cref="LogLikelihood"/>.</param>
    /// <returns>The fit, or null where the maximum lies at the edge (no spread between units, or everything ended).</returns>
    public static ShiftedBetaGeometric? Fit(ReadOnlySpan<double> ended, ReadOnlySpan<double> atRisk)
    {
        Check(ended, atRisk);
        double a = 0, b = Math.Log(5), log = new ShiftedBetaGeometric(1, 5).LogLikelihood(ended, atRisk);
        for (var step = 0; step < MostSteps; step++)
        {
            var (ga, gb, haa, hab, hbb) = Derivatives(Math.Exp(a), Math.Exp(b), ended, atRisk);
            var determinant = haa * hbb - hab * hab;
            var isPeak = haa < 0 && determinant > 0;
            var (da, db) = isPeak ? (-(hbb * ga - hab * gb) / determinant, -(haa * gb - hab * ga) / determinant) : (ga / (1 + Math.Abs(haa)), gb / (1 + Math.Abs(hbb)));
            var largest = Math.Max(Math.Abs(da), Math.Abs(db));
            var share = Math.Min(1, 2 / Math.Max(largest, 1e-300));
            double next;
            for (; (next = new ShiftedBetaGeometric(Math.Exp(a + share * da), Math.Exp(b + share * db)).LogLikelihood(ended, atRisk)) < log - 1e-13 * Math.Abs(log) && share > 1e-12; share /= 2)
            {
                // Halved until the likelihood does not fall.
            }

            (a, b, log) = (a + share * da, b + share * db, next);
            if (Math.Abs(a) > 16 || Math.Abs(b) > 16)
            {
                return null;
            }

            if (isPeak && largest < 1e-10)
            {
                break;
            }
        }

        return new ShiftedBetaGeometric(Math.Exp(a), Math.Exp(b));
    }

    internal static void Check(ReadOnlySpan<double> ended, ReadOnlySpan<double> atRisk)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(ended.Length, atRisk.Length);
        double all = 0;
        for (var s = 0; s < ended.Length; s++)
        {
            if (!(ended[s] >= 0 && ended[s] <= atRisk[s] && double.IsFinite(atRisk[s])))
            {
                throw new ArgumentException("Those that ended are at most those at risk.", nameof(ended));
            }

            all += ended[s];
        }

        if (all == 0)
        {
            throw new ArgumentException("Nothing has ended.", nameof(ended));
        }
    }

    /// <summary>First and second derivatives in ln α and ln β.</summary>
    private static (double Ga, double Gb, double Haa, double Hab, double Hbb) Derivatives(double alpha, double beta, ReadOnlySpan<double> ended, ReadOnlySpan<double> atRisk)
    {
        double fa = 0, fb = 0, faa = 0, fab = 0, fbb = 0;
        for (var s = 0; s < ended.Length; s++)
        {
            double sum = alpha + beta + s, own = beta + s, stayed = atRisk[s] - ended[s];
            fa += ended[s] / alpha - atRisk[s] / sum;
            fb += stayed / own - atRisk[s] / sum;
            faa += -ended[s] / (alpha * alpha) + atRisk[s] / (sum * sum);
            fab += atRisk[s] / (sum * sum);
            fbb += -stayed / (own * own) + atRisk[s] / (sum * sum);
        }

        return (alpha * fa, beta * fb, alpha * fa + alpha * alpha * faa, alpha * beta * fab, beta * fb + beta * beta * fbb);
    }
}
