using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Success;

namespace Kindred.Cli;

/// <summary>What <c>kindred health</c> prints for people.</summary>
internal static class HealthText
{
    public static void Write(AccountFacts facts, SuccessStudy study, int top, Language language)
    {
        var ko = language == Language.Korean;
        Console.WriteLine(ko
            ? $"{Format.Date(study.AsOf)} 기준, 고객 {Format.Grouped(study.Customers.Count)}곳, {study.Currency}"
            : $"As of {Format.Date(study.AsOf)}, {Format.Grouped(study.Customers.Count)} customers, {study.Currency}");
        Console.WriteLine(study.Model.Said.In(language));
        if (study.Model.Fall is { AfterFall: { } after, Otherwise: { } otherwise } fall)
        {
            Console.WriteLine(ko
                ? $"핵심 기능 사용이 40% 넘게 준 달 뒤 90일 안에 떠난 비율 {Rate(after)} (n {Format.Grouped(fall.Fallen)}), 아니면 {Rate(otherwise)} (n {Format.Grouped(fall.Others)})"
                : $"After a fall of 40 % or more in the key feature {Rate(after)} left within 90 days (n {Format.Grouped(fall.Fallen)}), otherwise {Rate(otherwise)} (n {Format.Grouped(fall.Others)})");
        }

        Console.WriteLine();
        foreach (var customer in study.AtRisk.Take(top))
        {
            Customer(facts, customer, language);
        }

        Silent(facts, study, language);
        Console.WriteLine();
        Console.WriteLine(ko ? "갱신" : "Renewals");
        foreach (var month in study.Renewals.Take(4))
        {
            Console.WriteLine($"  {Format.Date(month.Month)[..7]}: {Format.Grouped(month.Renewals.Count)}{(ko ? "곳" : "")}, {Money(month.Monthly, study.Currency)}{(ko ? "/월" : " a month")}");
        }

        Alerts(facts, study, language);
        foreach (var line in study.Notes.Select(note => "! " + note.Message.In(language)).Concat(study.Assumptions.Select(assumption => "- " + assumption.In(language))))
        {
            Console.WriteLine(line);
        }
    }

    public static string Money(double minor, string currency) => currency.Length == 0 ? "–" : Format.Grouped((double)Math.Round(new Money((long)Math.Round(minor), currency).Major)) + " " + currency;

    private static void Customer(AccountFacts facts, CustomerHealth customer, Language language)
    {
        var ko = language == Language.Korean;
        var health = customer.Health.Total is { } total
            ? $"{Format.Fixed(total, 0)} ({Format.Fixed(customer.Health.Low, 0)}–{Format.Fixed(customer.Health.High, 0)})"
            : "–";
        var risk = customer.Risk is { } own ? $", {(ko ? "90일 안에 떠날 확률" : "leaves within 90 days")} {Format.Percent(own.Probability)} ({Format.Percent(own.Low)}–{Format.Percent(own.High)})" : "";
        Console.WriteLine($"{facts.Companies[customer.Account].Name} [{customer.Place.Tier}]: {(ko ? "건강" : "health")} {health}{risk}");
        foreach (var reason in customer.Risk?.Reasons ?? [])
        {
            Console.WriteLine($"    {reason.Label.In(language)} ({Format.Fixed(reason.Odds, 1)}×)");
        }

        if (customer.Health.Unknown.ToArray() is { Length: > 0 } unknown)
        {
            Console.WriteLine((ko ? "    모르는 것: " : "    unknown: ") + string.Join(", ", unknown.Select(factor => HealthWeights.Label(factor.Factor).In(language))));
        }
    }

    private static void Silent(AccountFacts facts, SuccessStudy study, Language language)
    {
        var silent = study.Silent.ToArray();
        Console.WriteLine();
        Console.WriteLine(language == Language.Korean ? $"조용해진 고객 {Format.Whole(silent.Length)}곳" : $"{Format.Whole(silent.Length)} customers fell silent");
        foreach (var customer in silent)
        {
            Console.WriteLine($"  {facts.Companies[customer.Account].Name}: {customer.Health.Factors[0].Said.In(language)}");
        }
    }

    private static void Alerts(AccountFacts facts, SuccessStudy study, Language language)
    {
        var ko = language == Language.Korean;
        Console.WriteLine();
        Console.WriteLine(ko ? $"이번 주 알림 {Format.Whole(study.Alerts.Count(alert => alert.IsRaised))}건, 기다리는 것 {Format.Whole(study.Alerts.Count(alert => !alert.IsRaised))}건" : $"{Format.Whole(study.Alerts.Count(alert => alert.IsRaised))} alerts this week, {Format.Whole(study.Alerts.Count(alert => !alert.IsRaised))} waiting");
        foreach (var alert in study.Alerts.Take(study.Alerts.Count(alert => alert.IsRaised) + 5))
        {
            Console.WriteLine($"  {(alert.IsRaised ? "!" : "…")} {facts.Companies[alert.Account].Name}: {string.Join("; ", alert.Reasons.Select(reason => reason.In(language)))} ({(ko ? "걸린 금액 " : "at stake ")}{Money(alert.AtStake, study.Currency)}{(ko ? "/년" : " a year")}){(alert.Waits is { } waits ? " — " + waits.In(language) : "")}");
        }
    }

    private static string Rate((double Rate, double Low, double High) share) => $"{Format.Percent(share.Rate)} ({Format.Percent(share.Low)}–{Format.Percent(share.High)})";
}
