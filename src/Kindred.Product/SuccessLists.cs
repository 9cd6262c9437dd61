using System.Text;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Success;
using Kindred.Files.Writing;

namespace Kindred.Product;

/// <summary>What each team takes away, as CSV that no spreadsheet takes for formulas, in the reader's language: sales renewals and firms to win back, marketing stories, product the health of every customer, everyone the tasks. Amounts stand to the last digit.</summary>
public static class SuccessLists
{
    private static readonly Wording Id = new("회사 번호", "company_id"), Firm = new("회사", "company"), State = new("ICP 상태", "state"), Grade = new("등급", "tier"), Why = new("이유", "why"), Kind = new("종류", "kind");
    private static readonly Wording Health = new("건강 점수", "health"), Leaves = new("90일 안에 떠날 확률", "leaves_within_90_days");

    /// <summary>Names of the lists.</summary>
    public static IReadOnlyList<string> Names { get; } = ["sales", "marketing", "product", "tasks"];

    /// <summary>One list; null for a name there is not.</summary>
    public static string? Csv(WorkspaceSnapshot snapshot, SuccessStudy study, string name, Language language)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(study);
        return name switch
        {
            "sales" => Write(language, [Kind, Id, Firm, State, new("날짜", "date"), new("월 금액" + (study.Currency.Length > 0 ? $" ({study.Currency})" : ""), "monthly" + (study.Currency.Length > 0 ? "_" + study.Currency.ToLowerInvariant() : "")), Grade, Health, Leaves, Why], Sales(snapshot, study, language)),
            "marketing" => Write(language, [Kind, Id, Firm, State, Why], study.Stories.Select(story => (IReadOnlyList<string?>)[
                (story.IsTold ? new Wording("사례", "story") : new Wording("다음 후보", "candidate")).In(language), Key(snapshot, story.Account), Name(snapshot, story.Account), StateOf(snapshot, story.Account), Joined(story.Facts, language)])),
            "product" => Write(language,
                [Id, Firm, Grade, Health, new("건강 점수 (모르는 것이 모두 나쁠 때)", "health_low"), new("건강 점수 (모르는 것이 모두 좋을 때)", "health_high"), .. HealthWeights.Factors.Select(factor => new Wording(HealthWeights.Label(factor).Ko + " (0–1)", HealthWeights.Id(factor).Replace('-', '_'))),
                    new("핵심 기능 사용 (지난 석 달 = 1)", "key_feature_trend"), new("조용해진 달", "silent_since"), Leaves, new("확률 아래 끝", "low"), new("확률 위 끝", "high"), Why], Product(snapshot, study, language)),
            "tasks" => Write(language, [new("기한", "due"), Id, Firm, Grade, new("할 일 코드", "task"), new("할 일", "what"), Why],
                study.Tasks.Select(task => (IReadOnlyList<string?>)[Format.Date(task.DueOn), Key(snapshot, task.Account), Name(snapshot, task.Account), task.Tier.ToString(), task.Id, task.What.In(language), task.Why.In(language)])),
            _ => null,
        };
    }

    private static IEnumerable<IReadOnlyList<string?>> Sales(WorkspaceSnapshot snapshot, SuccessStudy study, Language language)
    {
        foreach (var renewal in study.Renewals.SelectMany(month => month.Renewals).OrderBy(renewal => renewal.On))
        {
            var customer = study.Find(renewal.Account)!;
            yield return [new Wording("갱신", "renewal").In(language), Key(snapshot, renewal.Account), Name(snapshot, renewal.Account), StateOf(snapshot, renewal.Account), Format.Date(renewal.On), Amount(renewal.Monthly, study.Currency), customer.Place.Tier.ToString(), Points(customer.Health.Total), Rate(customer.Risk?.Probability),
                (renewal.IsStated ? new Wording("계약이 끝나는 날", "contract end") : new Wording("시작일의 기념일", "anniversary of the start")).In(language)];
        }

        foreach (var returner in study.Returners)
        {
            yield return [new Wording("다시 볼 고객", "win back").In(language), Key(snapshot, returner.Account), Name(snapshot, returner.Account), StateOf(snapshot, returner.Account), Format.Date(returner.LeftOn), "", "", "", "", Joined(returner.Changes, language)];
        }
    }

    private static IEnumerable<IReadOnlyList<string?>> Product(WorkspaceSnapshot snapshot, SuccessStudy study, Language language) => study.Customers.Select(customer => (IReadOnlyList<string?>)[
        Key(snapshot, customer.Account), Name(snapshot, customer.Account), customer.Place.Tier.ToString(), Points(customer.Health.Total), Format.Fixed(customer.Health.Low, 1), Format.Fixed(customer.Health.High, 1),
        .. customer.Health.Factors.Select(factor => factor.Score is { } score ? Format.Fixed(score, 3) : ""), customer.Trend is { } trend ? Format.Fixed(trend, 3) : "", customer.SilentSince is { } since ? Format.Date(since) : "",
        Rate(customer.Risk?.Probability), Rate(customer.Risk?.Low), Rate(customer.Risk?.High), Joined((customer.Risk?.Reasons ?? []).Select(reason => reason.Label), language)]);

    private static string Joined(IEnumerable<Wording> texts, Language language) => string.Join("; ", texts.Select(text => text.In(language)));

    private static string Write(Language language, IReadOnlyList<Wording> header, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var stream = new MemoryStream();
        SafeCsv.Write(stream, [.. header.Select(title => title.In(language))], rows);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Key(WorkspaceSnapshot snapshot, int account) => snapshot.Facts!.Companies[account].Key;

    private static string Name(WorkspaceSnapshot snapshot, int account) => snapshot.Facts!.Companies[account].Name;

    private static string StateOf(WorkspaceSnapshot snapshot, int account) => account < snapshot.Standing.Count ? WriteProfile.StateCode(snapshot.Standing[account].State) : "";

    private static string Amount(long minor, string currency) => currency.Length == 0 ? "" : Format.Number((double)new Money(minor, currency).Major);

    private static string Points(double? total) => total is { } number ? Format.Fixed(number, 1) : "";

    private static string Rate(double? rate) => rate is { } number ? Format.Fixed(number, 4) : "";
}
