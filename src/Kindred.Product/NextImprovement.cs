using Kindred.Core.Accounts;
using Kindred.Core.Basics;

namespace Kindred.Product;

/// <summary>The one thing about the data that would help most, and what it would bring.</summary>
/// <param name="Issue">What was found.</param>
/// <param name="Brings">What mending it would bring.</param>
public sealed record NextImprovement(QualityIssue Issue, Wording Brings)
{
    /// <summary>Picks it: a missing file first, then a field to fill, then the gravest trouble; null when there is none.</summary>
    public static NextImprovement? Of(AccountFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Quality.Issues.OrderBy(issue => issue.Code switch { "accounts.improve-billing" => 0, "accounts.improve-coverage" => 1, _ => 2 }).FirstOrDefault() is { } issue ? new NextImprovement(issue, BringsOf(issue.Code)) : null;
    }

    private static Wording BringsOf(string code) => code switch
    {
        "accounts.improve-billing" => new("사는 곳과 남는 곳을 함께 볼 수 있어서, 쉽게 팔리고 먼저 떠나는 유형을 걸러 낼 수 있어요.", "Buying and staying can be seen together, so that the easily won and soon gone stand out."),
        "accounts.improve-coverage" => new("조건으로 쓸 수 있는 딜이 늘어 고객상의 구간이 좁아져요.", "More deals can be used for conditions, so the intervals get narrower."),
        "accounts.mixed-currencies" => new("모든 고객의 계약액을 한 통화로 견줄 수 있어서, 지금은 기록이 부족하다고 나오는 고객도 순위에 들어와요.", "Contract values become comparable, so customers that are now too thin to rank get a rank."),
        "accounts.coverage-differs" => new("빈칸 때문에 생긴 차이를 진짜 차이로 오해하지 않게 돼요.", "A difference made by empty cells is no longer taken for a real one."),
        "accounts.rows-without-company" or "accounts.similar-names-cut" or "accounts.matches-to-review" => new("흩어진 기록이 한 회사로 모여 딜과 매출이 제자리를 찾아요.", "Scattered rows come together, so deals and billing find their company."),
        "accounts.industry-unknown" => new("업종으로 회사를 나눌 수 있어 조건과 시장 숫자가 정확해져요.", "Companies can be told apart by industry; conditions and market figures get sharper."),
        "accounts.table-unknown" => new("쓰지 않은 파일의 내용까지 결과에 들어와요.", "What that file knows enters the result."),
        _ => new("고치면 조건과 순위가 더 정확해져요.", "Conditions and ranks get more exact."),
    };
}
