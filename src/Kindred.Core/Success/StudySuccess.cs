using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Engagement;
using Kindred.Core.Profiles;
using Kindred.Core.Segments;

namespace Kindred.Core.Success;

/// <summary>Use case: facts and panel → everything about running customers.</summary>
internal static class StudySuccess
{
    public static Result<SuccessStudy> Run(AccountFacts facts, CustomerMonths months, SuccessRequest request, IReadOnlyList<ClassifiedAccount> standing, ReadingBook? reading)
    {
        if (request.KeyFeature is { } wanted && facts.Usage.All(use => use.Feature != wanted))
        {
            var names = string.Join(", ", facts.Usage.Select(use => use.Feature).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Take(20));
            return Result.Refused<SuccessStudy>("success.unknown-feature", wanted, $"사용 기록에 '{wanted}' 기능이 없어요. 있는 기능: {(names.Length > 0 ? names : "없음")}.", $"The usage file has no feature '{wanted}'. It has: {(names.Length > 0 ? names : "none")}.");
        }

        int[] paying = [.. Enumerable.Range(0, months.Lives.Count).Where(months.IsPaying)];
        if (paying.Length == 0)
        {
            return Result.Refused<SuccessStudy>("success.no-running-customers", Format.Date(facts.AsOf), $"{Format.Date(facts.AsOf)}에 이어지는 고객이 없어요. 지난 고객 {Format.Grouped(months.Lives.Count)}곳은 모두 떠났어요.",
                $"No customer runs on {Format.Date(facts.AsOf)}: all {Format.Grouped(months.Lives.Count)} have left.");
        }

        var use = new UseHistory(facts, request.KeyFeature);
        var signs = new CustomerSigns(facts, months, use, reading);
        var (model, risks) = FitChurnRisk.Run(signs, request.Seed);
        var health = new ScoreHealth(signs, request.Weights, paying.Select(row => months.Lives[row]), facts.AsOf);
        var renewals = FindRenewals.Run(signs, paying);
        var renewalOf = renewals.ToDictionary(renewal => renewal.Account);
        var places = new PlaceTiers(signs, standing).Run(request).ToDictionary(place => place.Account);
        var customers = paying.Select(row => Of(row, signs, health, risks.GetValueOrDefault(row), renewalOf, places)).OrderByDescending(AtStake).ThenBy(customer => customer.Account).ToArray();
        var alerts = RaiseAlerts.Run(customers, facts.AsOf, request.AlertsPerWeek);
        return Result.Accepted(new SuccessStudy
        {
            Request = request,
            AsOf = facts.AsOf,
            Currency = months.Currency,
            IsFromInvoices = months.IsFromInvoices,
            KeyFeature = use.KeyFeature,
            Customers = customers,
            Model = model,
            Renewals = FindRenewals.Calendar(renewals, facts.AsOf),
            Alerts = alerts,
            Tasks = Playbook.Run(customers, facts.AsOf),
            Stories = FindStories.Run(signs, customers, alerts, standing),
            Returners = FindStories.Returners(signs, standing),
            Notes = months.Notes,
            Assumptions = [.. Assumptions(signs, renewals, model)],
        });
    }

    private static CustomerHealth Of(int row, CustomerSigns signs, ScoreHealth health, ChurnRisk? risk, Dictionary<int, Renewal> renewals, Dictionary<int, TierPlace> places)
    {
        var (life, asOf) = (signs.Months.Lives[row], signs.Months.AsOf);
        var trend = signs.Use.Trend(life.Account, life.StartedOn, asOf);
        return new CustomerHealth
        {
            Account = life.Account,
            StartedOn = life.StartedOn,
            Monthly = signs.Months.At(row, signs.Months.Months),
            FirstMonthly = signs.Months.First(row),
            Health = health.Of(life),
            Risk = risk,
            SilentSince = signs.Use.IsSilent(life.Account, life.StartedOn, asOf) ? signs.Use.LastUsed(life.Account, asOf) : null,
            Trend = double.IsNaN(trend) ? null : trend,
            DaysOverdue = signs.DaysOverdue(life.Account, asOf),
            Renewal = renewals[life.Account],
            Place = places[life.Account],
        };
    }

    private static double AtStake(CustomerHealth customer) => 12.0 * customer.Monthly * (customer.Risk?.Probability ?? 1 - ((customer.Health.Total ?? 50) / 100));

    private static IEnumerable<Wording> Assumptions(CustomerSigns signs, IReadOnlyList<Renewal> renewals, ChurnModel model)
    {
        if (renewals.Any(renewal => !renewal.IsStated))
        {
            yield return new($"계약이 끝나는 날을 모르는 {Format.Grouped(renewals.Count(renewal => !renewal.IsStated))}곳은 1년 계약으로 보고 시작일의 기념일을 갱신일로 봤어요.", $"{Format.Grouped(renewals.Count(renewal => !renewal.IsStated))} contracts have no known end: taken to run for a year, they renew on the anniversary of their start.");
        }

        if (signs.Months.IsFromInvoices)
        {
            yield return new("구독 파일이 없어서 청구서에서 월 금액을 만들었어요.", "There are no subscriptions: monthly amounts come from invoices.");
        }

        if (signs.Use.KeyFeature is { } feature)
        {
            yield return new($"핵심 기능은 가장 많은 고객이 쓰는 '{feature}'이에요. 이번 달은 끝나지 않아서 지난달까지만 견줘요.", $"The key feature is '{feature}', the one used most. This month is not over: only months up to the last one are compared.");
        }

        if (model.IsProbability)
        {
            yield return new("확률은 같은 조건의 고객이 앞으로도 지금까지처럼 떠난다고 본 값이에요.", "Probabilities take customers like these to leave as they did so far.");
        }
    }
}
