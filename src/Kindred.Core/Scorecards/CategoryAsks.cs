using Kindred.Core.Basics;
using Kindred.Core.Conditions;

namespace Kindred.Core.Scorecards;

/// <summary>The standard questions of a category that no field of the data speaks to. In a card from a workspace they hold the category's points, so that what is unknown is asked instead of counted as nothing.</summary>
public static class CategoryAsks
{
    internal static readonly (CardCategory Category, string Field, Wording Label, int Points, Wording Question)[] All =
    [
        (CardCategory.Firmographic, "industry fit", new("업종 적합", "industry fit"), 12, new("업종이 우리가 잘하는 곳인가요?", "Is the industry one we serve well?")),
        (CardCategory.Firmographic, "size fit", new("규모 적합", "size fit"), 12, new("회사 규모가 맞나요?", "Does the company's size fit?")),
        (CardCategory.Firmographic, "region fit", new("지역 적합", "region fit"), 6, new("우리가 지원하는 지역에 있나요?", "Is it in a region we support?")),
        (CardCategory.Technology, "required stack", new("필요한 시스템 사용", "required stack"), 15, new("우리 제품에 필요한 시스템을 이미 쓰고 있나요?", "Do they already use the systems our product needs?")),
        (CardCategory.Technology, "integration need", new("연동 필요", "integration need"), 10, new("연동이 꼭 필요한 도구가 있나요?", "Is there a tool it must integrate with?")),
        (CardCategory.Trigger, "recent event", new("최근 계기", "recent event"), 15, new("최근 6개월 안에 바꾸게 된 계기가 있었나요?", "Did something in the last six months make them look?")),
        (CardCategory.Trigger, "budget signal", new("예산 신호", "budget signal"), 10, new("올해 쓸 예산이 잡혀 있나요?", "Is there budget this year?")),
        (CardCategory.Buyability, "decision-maker access", new("결정권자와의 접점", "decision-maker access"), 12, new("결정권자와 직접 이야기할 수 있나요?", "Can we talk to who decides?")),
        (CardCategory.Buyability, "light procurement", new("구매·보안 절차가 가벼움", "light procurement"), 8, new("보안 심사와 구매 절차가 두 달 안에 끝날 수 있나요?", "Can security review and procurement end within two months?")),
    ];

    /// <summary>Points of the four categories when these have fields: all four where questions stand in for the others (a workspace), else the present ones alone.</summary>
    internal static IReadOnlyList<int> Shares(ScorecardRequest request, IReadOnlyCollection<CardCategory> present)
    {
        if (request.View is not null)
        {
            return request.Template?.Shares ?? CardTemplate.DefaultShares;
        }

        var shares = CategoryShares.Of(present);
        return [.. Enum.GetValues<CardCategory>().Select(category => shares.GetValueOrDefault(category))];
    }

    /// <summary>Questions as attributes for the categories that have none: yes holds all points, unknown half of them.</summary>
    internal static IEnumerable<CardAttribute> Missing(ScorecardRequest request, IReadOnlyCollection<CardCategory> present) =>
        request.View is null ? [] : All.Where(ask => !present.Contains(ask.Category)).Select(ask => YesOrNo(ask.Field, ask.Label, ask.Category, ask.Points, ask.Question));

    /// <summary>A question as an attribute: yes holds all points, no none, unknown half.</summary>
    internal static CardAttribute YesOrNo(string field, Wording label, CardCategory category, int points, Wording question) => new(
        field, label, category, IsNumber: false,
        [
            new CardBin(CardBinKind.Value, Condition.Is(field, "Yes"), points),
            new CardBin(CardBinKind.Value, Condition.Is(field, "No"), 0),
            new CardBin(CardBinKind.Missing, null, points / 2),
            new CardBin(CardBinKind.Other, null, 0),
        ],
        CardDirection.Any,
        question);

    /// <summary>Points a row has from those questions while nobody has answered them.</summary>
    internal static int Points(ScorecardRequest request, IReadOnlyCollection<CardCategory> present) =>
        Missing(request, present).Sum(attribute => attribute.Bins.First(bin => bin.Kind == CardBinKind.Missing).Points);

    /// <summary>A template by the names of fields: the categories the standards give them, no points set by people. Fields of no category are left out.</summary>
    public static CardTemplate ByNames(IEnumerable<string> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var lines = new List<TemplateLine>();
        foreach (var field in fields)
        {
            if (Standards.FieldCategories.Of(field) is { } name)
            {
                lines.Add(new TemplateLine(field, Enum.Parse<CardCategory>(name), null, []));
            }
        }

        return new CardTemplate(lines, CardTemplate.DefaultShares);
    }
}
