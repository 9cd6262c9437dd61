using Kindred.Core.Basics;

namespace Kindred.Core.Market;

/// <summary>A market figure a person states, with its source: the way for countries whose statistics are not shipped.</summary>
/// <param name="Country">Two-letter country code.</param>
/// <param name="Firms">Firms, 1 or more.</param>
/// <param name="Year">Year the figure is of.</param>
/// <param name="Source">Where it is from; never empty.</param>
public sealed record StatedMarket(string Country, long Firms, int Year, string Source)
{
    /// <summary>The figure as an estimate, or why it cannot be taken.</summary>
    /// <param name="conditions">Conditions of the profile in words; a stated figure is taken for all of them as it stands.</param>
    public Result<MarketEstimate> ToEstimate(IReadOnlyList<Wording> conditions)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        if (Firms < 1)
        {
            return Result.Refused<MarketEstimate>("market.stated-figure-too-small", Format.Whole(Firms),
                $"시장 크기로 '{Format.Whole(Firms)}'을(를) 적으셨어요. 1곳 이상의 회사 수를 적어 주세요.",
                $"The stated market is '{Format.Whole(Firms)}'. Give a number of firms, 1 or more.");
        }

        if (string.IsNullOrWhiteSpace(Source))
        {
            return Result.Refused<MarketEstimate>("market.source-missing", Country,
                $"'{Format.Grouped(Firms)}곳'의 출처가 비어 있어요. 통계 이름과 주소처럼 다른 사람이 찾아볼 수 있는 출처를 적어 주세요.",
                $"The figure of '{Format.Grouped(Firms)}' firms has no source. Name one that others can look up, such as a statistic and its address.");
        }

        return Result.Accepted(new MarketEstimate(Firms, Firms, Firms, Year, Source.Trim(), [], conditions,
            [new Wording("직접 적은 숫자예요. Kindred가 세거나 확인한 것이 아니에요.", "A stated figure: Kindred has neither counted nor checked it.")], UpperBoundOnly: false, IsOfficial: false));
    }
}
