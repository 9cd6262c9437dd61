using Kindred.Core.Basics;
using Kindred.Statistics.Calibration;
using Kindred.Statistics.Resampling;

namespace Kindred.Core.Success;

/// <summary>
/// Use case: month ends of customers → chance of leaving within 90 days. A discrete-time hazard with periods of 90 days, stacked over month ends (van Houwelingen 2007): a customer counts at every month end it was
/// still there, with what was known on that day. Rows of one customer stay together. Judged on later months; a period that reaches into them is left out of learning.
/// </summary>
internal static class FitChurnRisk
{
    /// <summary>Departures from which probabilities are shown.</summary>
    public const int FewestDepartures = 20;

    private const int FewestLater = 5;
    private const double LaterShare = 0.25;

    public static (ChurnModel Model, IReadOnlyDictionary<int, ChurnRisk> Risks) Run(CustomerSigns signs, long seed)
    {
        var rows = RiskRows.Of(signs);
        var labelled = rows.Left.Length;
        var customers = Enumerable.Range(0, labelled).Select(i => rows.Rows[i].Row).Distinct().Count();
        var departures = Departures(rows, Enumerable.Range(0, labelled));
        var fall = Fall(rows);
        if (departures < FewestDepartures)
        {
            return (RankOnly(new($"확률은 아직 말할 수 없어요. 떠난 고객이 {Format.Whole(departures)}곳이에요. {Format.Whole(FewestDepartures)}곳부터 배울 수 있어서, 지금은 건강 점수 순서만 보여 드려요.",
                $"No probability yet: {Format.Whole(departures)} customers left, {Format.Whole(FewestDepartures)} are needed to learn from. Customers are only ranked by health."), null, []), Empty);
        }

        var quality = Judge(rows, seed);
        var (model, fields) = Fit(rows, [.. Enumerable.Range(0, labelled)], seed);
        Wording[] names = [.. fields.Select(field => field.Label)];
        if (quality is { SlopeLow: > 1.2 } or { SlopeHigh: < 0.8 } or { AucHigh: <= 0.5 })
        {
            return (RankOnly(new($"확률은 보여 드리지 않아요. 나중 달({Format.Date(quality.From)}부터)에 맞춰 보니 어긋났어요: 기울기 {Interval(quality.Slope, quality.SlopeLow, quality.SlopeHigh)}, 0.8–1.2여야 해요.",
                $"No probability: on later months (from {Format.Date(quality.From)}) it was off: slope {Interval(quality.Slope, quality.SlopeLow, quality.SlopeHigh)}, should be 0.8–1.2."), quality, names), Empty);
        }

        var said = quality is null
            ? new Wording($"고객 {Format.Grouped(customers)}곳, 떠난 {Format.Grouped(departures)}곳에서 배웠어요. 나중 달에 떠난 고객이 {Format.Whole(FewestLater)}곳보다 적어 아직 나중 달로는 확인하지 못했어요 (시험 중).",
                $"Learned from {Format.Grouped(customers)} customers, {Format.Grouped(departures)} of which left. Fewer than {Format.Whole(FewestLater)} left in the later months, so it could not be checked there yet (trial).")
            : new Wording($"고객 {Format.Grouped(customers)}곳, 떠난 {Format.Grouped(departures)}곳에서 배웠어요. {Format.Date(quality.From)}부터의 나중 달에서: 예상 {Format.Percent(quality.Mean)}, 실제 {Format.Percent(quality.Rate)}, 기울기 {Interval(quality.Slope, quality.SlopeLow, quality.SlopeHigh)}, AUC {Interval(quality.Auc, quality.AucLow, quality.AucHigh)} (떠난 {Format.Whole(quality.Departures)}곳).",
                $"Learned from {Format.Grouped(customers)} customers, {Format.Grouped(departures)} of which left. On later months, from {Format.Date(quality.From)}: expected {Format.Percent(quality.Mean)}, happened {Format.Percent(quality.Rate)}, slope {Interval(quality.Slope, quality.SlopeLow, quality.SlopeHigh)}, AUC {Interval(quality.Auc, quality.AucLow, quality.AucHigh)} ({Format.Whole(quality.Departures)} left).");
        return (new ChurnModel(true, said, labelled, customers, departures, FewestDepartures, quality, names, fall), Risks(rows, model, fields));

        ChurnModel RankOnly(Wording why, ChurnQuality? judged, Wording[] used) => new(false, why, labelled, customers, departures, FewestDepartures, judged, used, fall);
    }

    /// <summary>Probabilities and outcomes on later months of a model that saw the earlier ones only; null where either part holds too few departures.</summary>
    public static (double[] Probability, byte[] Left, int[] Customer, DateOnly From)? Later(RiskRows rows, long seed)
    {
        var labelled = rows.Left.Length;
        var from = rows.Rows[(int)((1 - LaterShare) * (labelled - 1))].Day;
        int[] later = [.. Enumerable.Range(0, labelled).Where(i => rows.Rows[i].Day >= from)];
        int[] earlier = [.. Enumerable.Range(0, labelled).Where(i => rows.Rows[i].Day.AddDays(RiskRows.Horizon) <= from)];
        if (Departures(rows, earlier) < FewestDepartures || Departures(rows, later) < FewestLater)
        {
            return null;
        }

        var (model, fields) = Fit(rows, earlier, seed);
        return ([.. later.Select(i => model.Probability([.. fields.Select(field => field.Codes[i])]).Value)], [.. later.Select(i => rows.Left[i])], [.. later.Select(i => rows.Rows[i].Row)], from);
    }

    private static ChurnQuality? Judge(RiskRows rows, long seed)
    {
        if (Later(rows, seed) is not { } later)
        {
            return null;
        }

        var quality = CalibrationQuality.Of(later.Probability, later.Left, seed);
        var auc = AreaUnderCurve.Of(later.Probability, later.Left);
        var clusters = Clusters.From(later.Customer);
        var error = 1.96 * Math.Sqrt(auc.Variance);
        ClusteredSlope? slope = later.Probability.Distinct().Take(2).Count() > 1 ? ClusteredSlope.Of(later.Probability, later.Left, clusters) : null;
        return new ChurnQuality(later.From, later.Left.Length, clusters.Count, later.Customer.Where((_, i) => later.Left[i] == 1).Distinct().Count(), auc.Value, Math.Max(0, auc.Value - error), Math.Min(1, auc.Value + error),
            slope?.Slope, slope?.Low, slope?.High, quality.ExpectedError, quality.ExpectedErrorLimit, later.Probability.Average(), later.Left.Average(left => left));
    }

    private static (CalibratedLogistic Model, RiskField[] Fields) Fit(RiskRows rows, int[] train, long seed)
    {
        byte[] left = [.. train.Select(i => rows.Left[i])];
        var clusters = Clusters.From([.. train.Select(i => rows.Rows[i].Row)]);
        RiskField[] fields = [.. rows.Fields.Where(field => train.Select(i => field.Codes[i]).Distinct().Take(2).Count() > 1)];
        return (CalibratedLogistic.Run([.. fields.Select(field => Array.ConvertAll(train, i => field.Codes[i]))], [.. fields.Select(field => field.Levels.Length)], left, clusters, seed, [1, 3, 10, 30, 100, 300]), fields);
    }

    private static Dictionary<int, ChurnRisk> Risks(RiskRows rows, CalibratedLogistic model, RiskField[] fields)
    {
        var from = rows.Rows.Count - rows.Now;
        double[] usual = [.. fields.Select((field, j) => rows.Now == 0 ? 0 : Enumerable.Range(from, rows.Now).Average(i => model.Contribution(j, field.Codes[i])))];
        var risks = new Dictionary<int, ChurnRisk>();
        for (var i = from; i < rows.Rows.Count; i++)
        {
            var (value, low, high) = model.Probability([.. fields.Select(field => field.Codes[i])]);
            RiskReason[] reasons = [.. fields.Select((field, j) => (Field: field, Log: model.Contribution(j, field.Codes[i]) - usual[j])).Where(pair => pair.Log > 0.1).OrderByDescending(pair => pair.Log).Take(3)
                .Select(pair => new RiskReason(pair.Field.Id, new($"{pair.Field.Label.Ko}: {pair.Field.Levels[pair.Field.Codes[i]].Ko}", $"{pair.Field.Label.En}: {pair.Field.Levels[pair.Field.Codes[i]].En}"), Math.Exp(pair.Log)))];
            risks[rows.Rows[i].Row] = new ChurnRisk(value, low, high, reasons);
        }

        return risks;
    }

    private static FallEvidence? Fall(RiskRows rows)
    {
        var codes = rows.Fields.First(field => field.Id == HealthWeights.Id(HealthFactor.UsageTrend)).Codes;
        int fallen = 0, fallenLeft = 0, others = 0, othersLeft = 0;
        for (var i = 0; i < rows.Left.Length; i++)
        {
            var isFall = codes[i] is 1 or 2;
            fallen += isFall ? 1 : 0;
            fallenLeft += isFall ? rows.Left[i] : 0;
            others += codes[i] > 2 ? 1 : 0;
            othersLeft += codes[i] > 2 ? rows.Left[i] : 0;
        }

        return fallen + others == 0 ? null : new FallEvidence(fallen, fallenLeft, others, othersLeft);
    }

    private static int Departures(RiskRows rows, IEnumerable<int> among) => among.Where(i => rows.Left[i] == 1).Select(i => rows.Rows[i].Row).Distinct().Count();

    private static string Interval(double? value, double? low, double? high) => value is { } number ? $"{Format.Fixed(number, 2)} ({Format.Fixed(low ?? number, 2)}–{Format.Fixed(high ?? number, 2)})" : "–";

    private static readonly Dictionary<int, ChurnRisk> Empty = [];
}
