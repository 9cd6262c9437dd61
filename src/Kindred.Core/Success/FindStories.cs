using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.CustomerValue;
using Kindred.Core.Profiles;
using Kindred.Core.Segments;

namespace Kindred.Core.Success;

/// <summary>Use case: running customers → stories told (as the activities say) and candidates for the next one; customers that left → those that would fit now.</summary>
internal static class FindStories
{
    private const int FewestMonths = 12;
    private const int MostCandidates = 10;
    private static readonly string[] Words = ["case study", "success story", "customer story", "testimonial", "reference interview", "사례", "성공 사례", "고객 이야기", "레퍼런스 인터뷰"];

    public static IReadOnlyList<Story> Run(CustomerSigns signs, IReadOnlyList<CustomerHealth> customers, IReadOnlyList<Alert> alerts, IReadOnlyList<ClassifiedAccount> standing)
    {
        var asOf = signs.Months.AsOf;
        var told = signs.Facts.Activities.Where(activity => activity.Account >= 0 && !(activity.On > asOf) && Words.Any(word => activity.Kind.Contains(word, StringComparison.OrdinalIgnoreCase))).GroupBy(activity => activity.Account).ToDictionary(group => group.Key, group => group.Max(activity => activity.On));
        var value = RankCustomers.Run(signs.Facts).TryGet(out var ranking, out _) ? ranking.Customers.Where(customer => customer.Rank > 0).ToDictionary(customer => customer.Account, customer => customer.Value) : [];
        var alerted = alerts.Select(alert => alert.Account).ToHashSet();
        var able = customers.Where(customer => !told.ContainsKey(customer.Account) && !alerted.Contains(customer.Account) && customer.Health is { Total: >= HealthScore.WellFrom, KnownWeight: >= 50 }
                && CustomerLife.Between(customer.StartedOn, asOf) >= FewestMonths && customer.Monthly >= customer.FirstMonthly && IsFit(customer.Account))
            .OrderByDescending(customer => value.GetValueOrDefault(customer.Account)).ThenBy(customer => customer.Account).Take(MostCandidates);
        return [.. customers.Where(customer => told.ContainsKey(customer.Account)).Select(customer => new Story(customer.Account, true, [.. Told(told[customer.Account]), .. Facts(customer)])), .. able.Select(customer => new Story(customer.Account, false, [.. Facts(customer)]))];

        bool IsFit(int account) => standing.Count == 0 || standing[account].State is AccountState.Core or AccountState.Adjacent;

        IEnumerable<Wording> Facts(CustomerHealth customer)
        {
            var months = Format.Whole((int)CustomerLife.Between(customer.StartedOn, asOf));
            yield return new($"{months}개월째 고객", $"Customer for {months} months");
            if (customer.FirstMonthly > 0 && customer.Monthly > customer.FirstMonthly)
            {
                var grown = Format.Percent((double)customer.Monthly / customer.FirstMonthly - 1, 0);
                yield return new($"월 금액이 {grown} 늘었어요", $"Monthly amount up {grown}");
            }

            if (customer.Health.Total is { } total)
            {
                yield return new($"건강 {Format.Fixed(total, 0)}점", $"Health {Format.Fixed(total, 0)}");
            }

            if (standing.Count > 0 && standing[customer.Account].State == AccountState.Core)
            {
                yield return new("핵심 고객상", "Core of the profile");
            }
        }
    }

    /// <summary>Customers that left and stand in the core now, or next to it having grown since.</summary>
    public static IReadOnlyList<Returner> Returners(CustomerSigns signs, IReadOnlyList<ClassifiedAccount> standing)
    {
        if (standing.Count == 0)
        {
            return [];
        }

        var months = signs.Months;
        return [.. Enumerable.Range(0, months.Lives.Count).Where(row => months.Lives[row].HasEnded && !months.IsPaying(row))
            .Select(row => new Returner(months.Lives[row].Account, months.Lives[row].EndedOn!.Value, standing[months.Lives[row].Account].State == AccountState.Core, [.. Changes(signs.Facts, months.Lives[row])]))
            .Where(returner => returner.IsCore || (standing[returner.Account].State == AccountState.Adjacent && returner.Changes.Any(change => change.En.StartsWith("Has grown", StringComparison.Ordinal))))
            .OrderByDescending(returner => returner.Changes.Count).ThenByDescending(returner => returner.IsCore).ThenByDescending(returner => returner.LeftOn).ThenBy(returner => returner.Account)];
    }

    private static IEnumerable<Wording> Told(DateOnly? on) => on is { } day ? [new($"{Format.Date(day)}에 사례로 소개", $"Told as a story on {Format.Date(day)}")] : [new("사례로 소개", "Told as a story")];

    private static IEnumerable<Wording> Changes(AccountFacts facts, CustomerLife life)
    {
        var left = life.EndedOn!.Value;
        if (facts.Signals.LastOrDefault(signal => signal.Account == life.Account && signal.On > left && signal.On <= facts.AsOf && IsGrowth(signal.Kind)) is { } growth)
        {
            var detail = growth.Detail is { Length: > 0 } text ? " (" + text + ")" : "";
            yield return new($"떠난 뒤 직원이 늘었어요{detail}", $"Has grown since it left{detail}");
        }

        var before = facts.Technologies.Where(fact => fact.Account == life.Account && !(fact.SeenOn > left)).Select(fact => fact.Product).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var product in facts.Technologies.Where(fact => fact.Account == life.Account && fact.SeenOn > left && fact.SeenOn <= facts.AsOf && !before.Contains(fact.Product)).Select(fact => fact.Product).Distinct(StringComparer.OrdinalIgnoreCase).Take(3))
        {
            yield return new($"떠난 뒤 {product}을(를) 쓰기 시작했어요", $"Has adopted {product} since it left");
        }
    }

    private static bool IsGrowth(string kind) => kind.Contains("headcount", StringComparison.OrdinalIgnoreCase) || kind.Contains("head count", StringComparison.OrdinalIgnoreCase) || kind.Contains("직원", StringComparison.Ordinal) || kind.Contains("인원", StringComparison.Ordinal);
}
