using Kindred.Core.Basics;
using Kindred.Core.Segments;

namespace Kindred.Core.Success;

/// <summary>Use case: figures → health of 100. Rules of thumb that people can check and edit, no forecast: that is <see cref="FitChurnRisk"/>.</summary>
internal sealed class ScoreHealth
{
    private const double WorstTrend = 0.5;
    private const double EnoughContacts = 3;
    private readonly CustomerSigns _signs;
    private readonly HealthWeights _weights;
    private readonly DateOnly _day;
    private readonly double[] _ticketRates;
    private readonly double _features;

    public ScoreHealth(CustomerSigns signs, HealthWeights weights, IEnumerable<CustomerLife> customers, DateOnly day)
    {
        (_signs, _weights, _day) = (signs, weights, day);
        var all = customers.ToArray();
        _ticketRates = [.. all.Select(life => signs.Of(HealthFactor.Tickets, life, day)).Where(rate => !double.IsNaN(rate)).Order()];
        double[] breadths = [.. all.Select(life => signs.Of(HealthFactor.Breadth, life, day)).Where(count => !double.IsNaN(count)).Order()];
        // What the broader half uses: a feature nobody uses is no failing of the customer.
        _features = breadths.Length == 0 ? 0 : Math.Max(1, breadths[(int)(0.75 * (breadths.Length - 1))]);
    }

    public HealthScore Of(CustomerLife life)
    {
        var raw = HealthWeights.Factors.Select(factor => (Factor: factor, Figure: _signs.Of(factor, life, _day))).Select(one => (one.Factor, one.Figure, Score: Score(one.Factor, one.Figure))).ToArray();
        var known = raw.Where(one => one.Score is not null).Sum(one => _weights[one.Factor]);
        var factors = raw.Select(one => new FactorScore(one.Factor, _weights[one.Factor], one.Score is null || known == 0 ? 0 : 100.0 * _weights[one.Factor] / known, one.Score,
            one.Score is null ? null : one.Figure, one.Score is null ? Why(one.Factor, life) : Said(one.Factor, one.Figure, life))).ToArray();
        var low = raw.Sum(one => _weights[one.Factor] * (one.Score ?? 0));
        return new HealthScore(known == 0 ? null : factors.Sum(factor => factor.Points), low, low + 100 - known, known, factors);
    }

    private double? Score(HealthFactor factor, double figure) => double.IsNaN(figure) ? null : factor switch
    {
        HealthFactor.UsageTrend => Math.Clamp((figure - WorstTrend) / (1 - WorstTrend), 0, 1),
        HealthFactor.Breadth => Math.Min(1, figure / _features),
        HealthFactor.Tickets => ShareAbove(figure),
        HealthFactor.Engagement => Math.Min(1, figure / EnoughContacts),
        HealthFactor.Survey => Math.Min(1, figure / _signs.SatisfactionScale),
        _ => figure,
    };

    /// <summary>Share of customers with more tickets a seat, those with as many counted half.</summary>
    private double ShareAbove(double rate)
    {
        int above = 0, equal = 0;
        foreach (var other in _ticketRates)
        {
            above += other > rate ? 1 : 0;
            equal += other.Equals(rate) ? 1 : 0;
        }

        return rate <= 0 ? 1 : (above + 0.5 * equal) / _ticketRates.Length;
    }

    private Wording Said(HealthFactor factor, double figure, CustomerLife life)
    {
        var percent = Format.Percent(figure, 0);
        return factor switch
        {
            HealthFactor.UsageTrend when _signs.Use.IsSilent(life.Account, life.StartedOn, _day) => SuccessWords.SilentSince(_signs.Use.LastUsed(life.Account, _day)),
            HealthFactor.UsageTrend => SuccessWords.Trend(figure),
            HealthFactor.Breadth => new($"최근 3개월에 기능 {Format.Whole((long)figure)}개 사용 (전체 {Format.Whole(_signs.Use.Features)}개)", $"{Format.Whole((long)figure)} of {Format.Whole(_signs.Use.Features)} features used in 3 months"),
            HealthFactor.Tickets => new($"좌석당 한 달 {Format.Fixed(figure, 3)}건", $"{Format.Fixed(figure, 3)} tickets a seat and month"),
            HealthFactor.Payment => new($"지난 1년 청구의 {percent}를 제때 결제", $"{percent} of a year's invoices paid in time"),
            HealthFactor.Sponsor => figure >= 1 ? new("돈을 정하는 사람을 알아요", "The economic buyer is known") : figure > 0 ? new("쓰거나 미는 사람만 알아요", "Only a user or champion is known") : new("결정권자도 미는 사람도 몰라요", "Neither economic buyer nor champion is known"),
            HealthFactor.Engagement => new($"최근 90일 접촉 {Format.Whole((long)figure)}번", $"{Format.Whole((long)figure)} contacts in 90 days"),
            _ => new($"평균 {Format.Fixed(figure, 1)}점 ({Format.Number(_signs.SatisfactionScale)}점 만점)", $"{Format.Fixed(figure, 1)} of {Format.Number(_signs.SatisfactionScale)} on average"),
        };
    }

    private Wording Why(HealthFactor factor, CustomerLife life) => factor switch
    {
        HealthFactor.UsageTrend or HealthFactor.Breadth when !_signs.Use.IsKnown => new("사용 기록 파일이 없어요", "There is no usage file"),
        HealthFactor.UsageTrend or HealthFactor.Breadth when _signs.Use.LastMonth(_day) is null => new("사용 기록이 지난달까지 오지 않아요", "The usage file does not reach the last month"),
        HealthFactor.UsageTrend when _day.DayNumber - life.StartedOn.DayNumber < 92 => new("시작한 지 석 달이 안 됐어요", "Started less than three months ago"),
        HealthFactor.UsageTrend => new("줄어들 만한 사용이 없었어요", "There was no use to fall from"),
        HealthFactor.Breadth => new("기능 이름이 하나뿐이거나 막 시작했어요", "Only one feature is named, or it has just started"),
        HealthFactor.Tickets => _signs.Facts.Tickets.Count == 0 ? new("문의 파일이 없어요", "There is no tickets file") : new("시작한 지 한 달이 안 됐어요", "Started less than a month ago"),
        HealthFactor.Payment => new("기한과 결제일이 있는 청구서가 없어요", "No invoice has both a due day and a paid day"),
        HealthFactor.Sponsor => new("아는 사람이 없어요", "Nobody is known there"),
        HealthFactor.Engagement => new("고객과의 접촉이 기록에 거의 없어요", "The files hold hardly any contact with customers"),
        _ => new("만족도 응답이 없어요", "Nobody was asked"),
    };
}
