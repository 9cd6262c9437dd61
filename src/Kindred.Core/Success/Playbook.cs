using Kindred.Core.Basics;

namespace Kindred.Core.Success;

/// <summary>Use case: tiers and what was seen → tasks with due days.</summary>
internal static class Playbook
{
    private const int RenewalTalkDays = 60;
    private const int ReportDaysBefore = 7;

    public static IReadOnlyList<SuccessTask> Run(IReadOnlyList<CustomerHealth> customers, DateOnly asOf) =>
        [.. customers.SelectMany(customer => Of(customer, asOf)).OrderBy(task => task.DueOn).ThenBy(task => task.Tier).ThenBy(task => task.Account).ThenBy(task => task.Id, StringComparer.Ordinal)];

    /// <summary>What each tier gets, in words.</summary>
    public static Wording Of(Tier tier) => tier switch
    {
        Tier.A => new("전담 담당자, 분기마다 비즈니스 리뷰(QBR), 맞춤 보고서", "A success manager of its own, a business review every quarter, an own report"),
        Tier.B => new("매달 안부, 이메일·전화, 안내서", "A check-in every month, by e-mail and phone; guides"),
        _ => new("자동 건강 점수, 온라인 설명서, 챗봇", "Automated health score, online manual, chatbot"),
    };

    private static IEnumerable<SuccessTask> Of(CustomerHealth customer, DateOnly asOf)
    {
        var (account, tier) = (customer.Account, customer.Place.Tier);
        foreach (var task in ByTier(customer, asOf))
        {
            yield return task;
        }

        if (customer.SilentSince is { } since)
        {
            yield return new(account, tier, "silent", new("전화하기", "Call them"), asOf.AddDays(3), SuccessWords.SilentSince(since));
        }

        if (customer.DaysOverdue > 0)
        {
            yield return new(account, tier, "overdue", new("미납 청구서 묻기", "Ask about the unpaid invoice"), asOf.AddDays(7), new($"기한이 {Format.Whole(customer.DaysOverdue)}일 지났어요", $"{Format.Whole(customer.DaysOverdue)} days past due"));
        }

        if (tier != Tier.C && customer.Renewal.On.DayNumber - asOf.DayNumber <= 90)
        {
            var talk = customer.Renewal.On.AddDays(-RenewalTalkDays);
            yield return new(account, tier, "renewal", new("갱신 이야기 꺼내기", "Open the talk about renewal"), talk > asOf ? talk : asOf.AddDays(3), new($"{Format.Date(customer.Renewal.On)} 갱신", $"Renews {Format.Date(customer.Renewal.On)}"));
        }
    }

    private static IEnumerable<SuccessTask> ByTier(CustomerHealth customer, DateOnly asOf)
    {
        var (account, tier) = (customer.Account, customer.Place.Tier);
        switch (tier)
        {
            case Tier.A:
                if (customer.Place.Before != Tier.A)
                {
                    yield return new(account, tier, "assign", new("전담 담당자 정하기", "Name its success manager"), asOf.AddDays(7), customer.Place.Why ?? new("A 등급에 새로 들어왔어요", "New in tier A"));
                }

                var review = Every(customer.StartedOn, 3, asOf.AddDays(ReportDaysBefore));
                yield return new(account, tier, "report", new("맞춤 보고서 보내기", "Send its own report"), review.AddDays(-ReportDaysBefore), new("분기 리뷰 일주일 전", "A week before the quarterly review"));
                yield return new(account, tier, "review", new("분기 비즈니스 리뷰(QBR)", "Quarterly business review"), review, new("시작일부터 석 달마다", "Every three months from its start"));
                break;
            case Tier.B:
                var check = Every(customer.StartedOn, 1, asOf);
                yield return new(account, tier, "check-in", new("안부 연락", "Check in"), check, new("매달", "Every month"));
                if (customer.Health.Factors.FirstOrDefault(factor => factor is { Factor: HealthFactor.Breadth, Score: < 0.8 }) is { } breadth)
                {
                    yield return new(account, tier, "guide", new("안 쓰는 기능 안내서 보내기", "Send the guide to features it does not use"), check, breadth.Said);
                }

                break;
            default:
                yield return new(account, tier, "health-mail", new("자동 건강 점수 메일", "Automated health mail"), new DateOnly(asOf.Year, asOf.Month, 1).AddMonths(1), new("매달 1일", "On the first of each month"));
                break;
        }
    }

    /// <summary>The next day after one that lies whole steps of months after the start.</summary>
    private static DateOnly Every(DateOnly started, int months, DateOnly after)
    {
        var steps = Math.Max(1, (((after.Year - started.Year) * 12) + after.Month - started.Month) / months);
        while (started.AddMonths(steps * months) <= after)
        {
            steps++;
        }

        return started.AddMonths(steps * months);
    }
}
