using Kindred.Core.Basics;

namespace Kindred.Core.Success;

/// <summary>Use case: what was seen → at most so many alerts a week, those with most at stake; the rest waits in a list with the reason.</summary>
internal static class RaiseAlerts
{
    private const double RiskTimes = 2;
    private const int RenewalDays = 60;

    public static IReadOnlyList<Alert> Run(IReadOnlyList<CustomerHealth> customers, DateOnly asOf, int budget)
    {
        var known = customers.Where(customer => customer.Risk is not null).Select(customer => customer.Risk!.Probability).ToArray();
        var usual = known.Length == 0 ? 0 : known.Average();
        var all = customers.Select(customer => (Customer: customer, Seen: Seen(customer, asOf, usual).ToArray())).Where(pair => pair.Seen.Length > 0)
            .Select(pair => new Alert(pair.Customer.Account, [.. pair.Seen.Select(one => one.Kind)], [.. pair.Seen.Select(one => one.Said)], AtStake(pair.Customer), null) { States = [.. pair.Seen.Select(one => new AlertState(one.Kind, one.Severity))] })
            .OrderByDescending(alert => alert.AtStake).ThenBy(alert => alert.Account).ToArray();
        return [.. all.Select((alert, i) => i < budget ? alert : alert with
        {
            Waits = budget == 0
                ? new("한 주 알림을 0건으로 정해 두었어요", "The alerts of a week are set to 0")
                : new($"이번 주 {Format.Whole(budget)}건이 찼어요. 걸린 금액이 더 큰 고객이 앞에 {Format.Whole(i)}곳 있어요", $"This week's {Format.Whole(budget)} are taken; {Format.Whole(i)} customers ahead have more at stake"),
        })];
    }

    private static double AtStake(CustomerHealth customer) => 12.0 * customer.Monthly * (customer.Risk?.Probability ?? 1 - ((customer.Health.Total ?? 50) / 100));

    private static IEnumerable<(string Kind, Wording Said, double Severity)> Seen(CustomerHealth customer, DateOnly asOf, double usual)
    {
        if (customer.SilentSince is { } since)
        {
            yield return ("silent", SuccessWords.SilentSince(since), 0);
        }

        if (customer.HasFallen)
        {
            yield return ("fall", SuccessWords.Trend(customer.Trend!.Value), 1 - customer.Trend.Value);
        }

        if (customer.Risk is { } risk && risk.Probability >= RiskTimes * usual)
        {
            yield return ("risk", new($"90일 안에 떠날 확률 {Format.Percent(risk.Probability, 0)} (평균 {Format.Percent(usual, 0)})", $"{Format.Percent(risk.Probability, 0)} chance of leaving within 90 days (mean {Format.Percent(usual, 0)})"), risk.Probability);
        }

        if (customer.DaysOverdue > 30)
        {
            yield return ("overdue", new($"청구서 기한이 {Format.Whole(customer.DaysOverdue)}일 지났어요", $"An invoice is {Format.Whole(customer.DaysOverdue)} days past due"), customer.DaysOverdue);
        }

        if (customer.Renewal.On.DayNumber - asOf.DayNumber <= RenewalDays && customer.Health.Total < HealthScore.PoorBelow)
        {
            yield return ("renewal", new($"{Format.Date(customer.Renewal.On)} 갱신인데 건강 점수가 {Format.Fixed(customer.Health.Total!.Value, 0)}점이에요", $"Renews {Format.Date(customer.Renewal.On)} with a health of {Format.Fixed(customer.Health.Total!.Value, 0)}"), 100 - customer.Health.Total.Value);
        }
    }
}
