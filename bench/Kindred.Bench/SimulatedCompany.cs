using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Segments;
using Kindred.Core.Standards;
using Kindred.Statistics.Intervals;
using Kindred.Statistics.Resampling;
using Kindred.Statistics.Survival;

namespace Kindred.Bench;

/// <summary>
/// A company whose truth is known: eight segments, half of 12 and half of 40 customers. Populations: ln of the mean churn normal about ln 0.03 (0.5), ln concentration about ln 20 (0.7), both within the grid;
/// starts over 30 months; log-normal revenue (0.6) about a mean of each segment's own; of those that stay through the last twelve months a share (beta, mean 8 %, concentration 20) pays × 0.7 and one (15 %, 20) × 1.3.
/// </summary>
internal sealed class SimulatedCompany
{
    private static readonly DateOnly AsOf = new(2026, 6, 30);
    private static readonly DateOnly Open = new(2025, 6, 30);
    private const int Segments = 8;
    private const double Spread = 0.6;
    private readonly List<Company> _companies = [];
    private readonly List<Subscription> _subscriptions = [];
    private readonly Truth[] _truths = new Truth[Segments];

    public SimulatedCompany(long seed)
    {
        var random = new SeededRandom(seed, 60);
        for (var segment = 0; segment < Segments; segment++)
        {
            _truths[segment] = Make(random, segment, segment % 2 == 0 ? 12 : 40);
        }
    }

    /// <summary>For churn, value and net retention of every segment: its size, whether the interval holds the truth, its width, and for churn the width of Clopper and Pearson's.</summary>
    public IEnumerable<(string Figure, int Customers, bool IsCovered, double Width, double Exact)> Intervals()
    {
        var facts = new AccountFacts { AsOf = AsOf, Companies = _companies, Subscriptions = _subscriptions, Placed = [], Quality = new QualityReport([], []) };
        var study = SegmentsModule.Study(facts, new SegmentRequest { By = ["industry"] }).Value;
        for (var segment = 0; segment < Segments; segment++)
        {
            var (truth, row) = (_truths[segment], study.Find(Name(segment))!);
            var churn = row[SegmentMeasure.LogoChurn];
            var exact = ClopperPearson.Of(Math.Round(churn.Observed!.Value * churn.N), churn.N);
            yield return Held("churn", truth, truth.Churn, churn, exact.High - exact.Low);
            yield return Held("value", truth, truth.Value, row[SegmentMeasure.Clv], double.NaN);
            if (row[SegmentMeasure.Nrr].Value is not null)
            {
                yield return Held("nrr", truth, truth.Nrr, row[SegmentMeasure.Nrr], double.NaN);
            }
        }
    }

    private static (string, int, bool, double, double) Held(string name, Truth truth, double value, SegmentFigure figure, double exact) =>
        (name, truth.Customers, figure.Low <= value && value <= figure.High, (figure.High!.Value - figure.Low!.Value) / (name == "value" ? value : 1), exact);

    private static string Name(int segment) => "group " + Format.Whole(segment);

    private Truth Make(SeededRandom random, int segment, int customers)
    {
        var mean = Math.Clamp(0.03 * Math.Exp(0.5 * random.NextNormal()), 0.003, 0.4);
        var concentration = Math.Clamp(20 * Math.Exp(0.7 * random.NextNormal()), 1, 400);
        var life = new ShiftedBetaGeometric(mean * concentration, (1 - mean) * concentration);
        double centre = 11.5 + 0.5 * random.NextNormal(), smaller = Beta(random, 1.6, 18.4), larger = Beta(random, 3, 17);
        double hazards = 0, atRisk = 0, stayed = 0, expected = 0, opening = 0;
        var change = 1 - 0.3 * smaller * (1 - larger) + 0.3 * larger * (1 - smaller);
        for (var i = 0; i < customers; i++)
        {
            var account = _companies.Count;
            _companies.Add(new Company(account, "c" + Format.Whole(account), "", [], null, null, Place.Read(null, null, null), Name(segment), null, double.NaN, null, null, null, [], null));
            var start = AsOf.AddDays(-random.Below(900) - 14);
            start = new DateOnly(start.Year, start.Month, Math.Min(start.Day, 28));
            var amount = (long)Math.Round(Math.Exp(centre + Spread * random.NextNormal()));
            var rate = Beta(random, life.Alpha, life.Beta);
            var ended = 0;
            for (var month = 0; start.AddMonths(month + 1) <= AsOf && ended == 0; month++)
            {
                hazards += life.Hazard(month);
                atRisk++;
                ended = random.NextUnit() < rate ? month + 1 : 0;
            }

            DateOnly? end = ended > 0 ? start.AddMonths(ended) : null;
            if (start <= Open && !(end <= Open))
            {
                var age = Enumerable.Range(1, 60).Count(month => start.AddMonths(month) <= Open);
                opening += amount;
                expected += amount * life.Survival(age + 12) / life.Survival(age) * change;
            }

            var (isSmaller, isLarger) = (random.NextUnit() < smaller, random.NextUnit() < larger);
            var factor = isSmaller == isLarger ? 1 : isSmaller ? 0.7 : 1.3;
            var day = Open.AddDays(1 + random.Below(360));
            if (start <= Open && end is null)
            {
                stayed++;
                _subscriptions.Add(new Subscription(account, "", start, factor == 1 ? null : day, null, 1, new Money(amount, "KRW"), false));
                if (factor != 1)
                {
                    _subscriptions.Add(new Subscription(account, "", day, null, null, 1, new Money((long)Math.Round(amount * factor), "KRW"), false));
                }
            }
            else
            {
                _subscriptions.Add(new Subscription(account, "", start, end, null, 1, new Money(amount, "KRW"), false));
            }
        }

        var monthly = Math.Pow(1.1, 1 / 12.0) - 1;
        var revenue = Math.Exp(centre + Spread * Spread / 2) * (1 + stayed / customers * (change - 1));
        return new Truth(customers, hazards / atRisk, revenue * 0.8 * life.DiscountedLife(monthly, 60), opening > 0 ? expected / opening : double.NaN);
    }

    private static double Beta(SeededRandom random, double a, double b)
    {
        double x = random.NextGamma(a), y = random.NextGamma(b);
        return x / (x + y);
    }

    private sealed record Truth(int Customers, double Churn, double Value, double Nrr);
}
