using Kindred.Statistics.Intervals;
using Kindred.Statistics.Survival;

namespace Kindred.Core.Segments;

/// <summary>What a customer is worth and costs: pooled lives × mean revenue × margin, discounted up to the horizon; spend per customer won; payback; and what the two imply.</summary>
internal sealed class SegmentValue
{
    private readonly CustomerMonths _months;
    private readonly IReadOnlyList<SegmentGroup> _groups;
    private readonly SegmentRequest _request;
    private readonly AcquisitionCosts? _costs;
    private readonly SegmentLives _lives;
    private readonly double _relativeVariance;
    private readonly double _monthly;

    public SegmentValue(CustomerMonths months, IReadOnlyList<SegmentGroup> groups, SegmentRequest request, AcquisitionCosts? costs, SegmentLives lives)
    {
        (_months, _groups, _request, _costs, _lives) = (months, groups, request, costs, lives);
        _monthly = Math.Pow(1 + request.DiscountPerYear, 1 / 12.0) - 1;
        _relativeVariance = RelativeVariance();
    }

    public IEnumerable<SegmentFigure> Figures(int group, SegmentFigure churn, bool isPooled)
    {
        var rows = _groups[group].Rows.Where(row => _months.First(row) > 0).ToArray();
        var value = Value(group, rows, isPooled).ToArray();
        var cost = Cost(group, isPooled, churn).ToArray();
        return value.Concat(cost);
    }

    /// <summary>Posterior mean of survival by month up to the horizon.</summary>
    public IReadOnlyList<double> Expected(int group) => [.. _lives.Of(group).Survival(_request.HorizonMonths).Select(left => Math.Min(1, left))];

    private double Life(ShiftedBetaGeometric life) => life.DiscountedLife(_monthly, _request.HorizonMonths);

    /// <summary>Squared coefficient of variation of revenue within segments, of all together: twelve customers do not tell their own spread.</summary>
    private double RelativeVariance()
    {
        double sum = 0;
        var degrees = 0;
        foreach (var group in _groups)
        {
            var own = group.Rows.Select(row => (double)_months.First(row)).Where(value => value > 0).ToArray();
            if (own.Length > 1)
            {
                var mean = own.Average();
                sum += own.Sum(value => (value - mean) * (value - mean)) / (mean * mean);
                degrees += own.Length - 1;
            }
        }

        return degrees == 0 ? 0.5 : sum / degrees;
    }

    private IEnumerable<SegmentFigure> Value(int group, int[] rows, bool isPooled)
    {
        if (rows.Length == 0 || _lives.Curves[group] is not { } curve)
        {
            foreach (var measure in new[] { SegmentMeasure.Clv, SegmentMeasure.ClvObserved, SegmentMeasure.ClvBeyond })
            {
                yield return SegmentFigure.None(measure, 0, "금액을 아는 고객이 없어요.", "No customer's amount is known.");
            }

            yield break;
        }

        var margin = rows.Average(row => (double)_months.Last(row) > 0 ? _months.Last(row) : _months.First(row)) * _request.Margin;
        var error = Math.Sqrt(_relativeVariance / rows.Length);
        var (mean, interval) = _lives.Of(group).Of(Life, error);
        yield return new SegmentFigure(SegmentMeasure.Clv, margin * mean, margin * interval.Low, margin * interval.High, rows.Length, IsPooled: isPooled);

        var seen = Math.Min(_request.HorizonMonths, (int)Math.Floor(curve.Steps[^1].Time));
        if (seen < 1)
        {
            yield return SegmentFigure.None(SegmentMeasure.ClvObserved, rows.Length, "한 달을 넘긴 고객이 아직 없어요.", "No customer has been seen for a month yet.");
        }
        else
        {
            double life = 0;
            for (var month = 0; month < seen; month++)
            {
                life += curve.At(month) * Math.Pow(1 + _monthly, -month);
            }

            var restricted = curve.RestrictedMean(seen);
            var spread = 1.959963984540054 * Math.Sqrt(error * error + Square(restricted.StandardError / restricted.Mean));
            yield return new SegmentFigure(SegmentMeasure.ClvObserved, margin * life, margin * life * Math.Exp(-spread), margin * life * Math.Exp(spread), rows.Length);
        }

        var posterior = _lives.Of(group);
        var beyond = 1 - posterior.Mean(life => seen < 1 ? 0 : life.DiscountedLife(_monthly, seen)) / mean;
        yield return new SegmentFigure(SegmentMeasure.ClvBeyond, Math.Clamp(beyond, 0, 1), null, null, rows.Length, IsPooled: isPooled);
    }

    private IEnumerable<SegmentFigure> Cost(int group, bool isPooled, SegmentFigure churn)
    {
        SegmentMeasure[] measures = [SegmentMeasure.Cac, SegmentMeasure.ClvToCac, SegmentMeasure.Payback, SegmentMeasure.ImpliedRatio];
        var won = _costs is null ? [] : _groups[group].Rows.Where(row => _costs.ByAccount.ContainsKey(_months.Lives[row].Account) && _months.First(row) > 0).ToArray();
        if (won.Length == 0)
        {
            var (ko, en) = _costs is null ? ("영업·마케팅 비용 파일이 없어요. 달과 채널이 적힌 비용 파일을 더해 주세요.", "There is no file of sales and marketing costs. Add one with months and channels.") : ("비용을 아는 계약이 없어요.", "No customer was won whose cost is known.");
            return measures.Select(measure => SegmentFigure.None(measure, 0, ko, en));
        }

        var spend = won.Sum(row => _costs!.ByAccount[_months.Lives[row].Account]);
        var cac = spend / won.Length;
        var count = PoissonInterval.Of(won.Length);
        var margin = won.Average(row => (double)_months.First(row)) * _request.Margin;
        var cacFigure = new SegmentFigure(SegmentMeasure.Cac, cac, spend / count.High, spend / count.Low, won.Length);

        // Where a customer's share of the spend follows its amount, cost and revenue rise together and the ratio does not know the amount.
        var error = Math.Sqrt((1.0 / won.Length) + (_request.CostsByAmount ? 0 : _relativeVariance / won.Length));
        var months = cac / margin;
        var spread = Math.Exp(1.959963984540054 * error);
        var payback = new SegmentFigure(SegmentMeasure.Payback, months, months / spread, months * spread, won.Length);
        var (life, interval) = _lives.Of(group).Of(Life, error);
        var ratio = new SegmentFigure(SegmentMeasure.ClvToCac, life / months, interval.Low / months, interval.High / months, won.Length, IsPooled: isPooled);
        var implied = churn.Value is > 0 and var rate && months > 0
            ? new SegmentFigure(SegmentMeasure.ImpliedRatio, 1 / (rate * months), 1 / (churn.High!.Value * months), 1 / (Math.Max(churn.Low!.Value, 1e-9) * months), won.Length, churn.Observed > 0 ? 1 / (churn.Observed.Value * months) : null, isPooled)
            : SegmentFigure.None(SegmentMeasure.ImpliedRatio, won.Length, "이탈률을 몰라서 계산할 수 없어요.", "Churn is not known.");
        return spend > 0 ? [cacFigure, ratio, payback, implied] : measures.Select(measure => SegmentFigure.None(measure, won.Length, "이 고객들에게 나눠진 비용이 0이에요.", "No spend falls on these customers."));
    }

    private static double Square(double value) => value * value;
}
