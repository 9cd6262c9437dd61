using Kindred.Core.Accounts;
using Kindred.Core.Basics;
using Kindred.Core.Profiles;

namespace Kindred.Core.Reviews;

/// <summary>The last 20 new deals against their score when they were created.</summary>
internal static class DraftLastDeals
{
    private const int Most = 20;

    public static Result<(IReadOnlyList<LastDeal> Deals, Wording Sentence)> Run(ReviewRows rows, HonestScores honest)
    {
        var facts = rows.Facts;
        Deal[] newest = [.. facts.Deals.Where(deal => deal.IsNewBusiness && deal.Account >= 0 && deal.DecidedFrom is { } from && from <= facts.AsOf).OrderByDescending(deal => deal.DecidedFrom).ThenByDescending(deal => deal.Key, StringComparer.Ordinal).Take(Most)];
        if (newest.Length == 0)
        {
            return Result.Refused<(IReadOnlyList<LastDeal>, Wording)>(ReviewChecks.NoDeals());
        }

        var computed = honest.On([.. newest.Select(deal => (deal.Account, deal.DecidedFrom!.Value))]);
        var cut = rows.Request.Card?.Cut;
        LastDeal[] deals = [.. newest.Select((deal, i) =>
        {
            var record = honest.RecordOn(deal.Account, deal.DecidedFrom!.Value);
            var origin = record is not null ? ScoreOrigin.Record : computed is not null ? ScoreOrigin.Recomputed : ScoreOrigin.None;
            return new LastDeal(deal.Key.Length > 0 ? deal.Key : deal.Name, deal.Account, facts.Companies[deal.Account].Name, deal.DecidedFrom!.Value,
                deal.Outcome switch { DealOutcome.Won => "won", DealOutcome.Lost => "lost", _ => "open" }, deal.Outcome == DealOutcome.Open ? null : deal.ClosedOn,
                record?.Score ?? computed?[i].Score, record?.Low ?? computed?[i].Low, record?.High ?? computed?[i].High, origin,
                rows.Request.Standing.Count > deal.Account ? WriteProfile.StateCode(rows.Request.Standing[deal.Account].State) : null);
        })];
        return Result.Accepted(((IReadOnlyList<LastDeal>)deals, Sentence(deals, cut)));
    }

    private static Wording Sentence(LastDeal[] deals, int? cut)
    {
        var closed = deals.Count(deal => deal.Outcome != "open");
        var records = deals.Count(deal => deal.Origin == ScoreOrigin.Record);
        if (cut is not { } at || deals.All(deal => deal.Score is null))
        {
            return new Wording($"최근 새 딜 {Format.Whole(deals.Length)}건, 끝난 것 {Format.Whole(closed)}건. 점수가 없어요.", $"The last {Format.Whole(deals.Length)} new deals, {Format.Whole(closed)} closed; they have no score.");
        }

        var over = deals.Where(deal => deal.Score >= at).ToArray();
        return new Wording(
            $"최근 새 딜 {Format.Whole(deals.Length)}건 가운데 {Format.Whole(over.Length)}건이 만들 때 {Format.Whole(at)}점 이상이었어요. 그중 성공 {Format.Whole(over.Count(deal => deal.Outcome == "won"))}건, 실패 {Format.Whole(over.Count(deal => deal.Outcome == "lost"))}건이에요 (점수 {Format.Whole(records)}건은 그때의 기록, 나머지는 그때 알던 것으로 다시 셈한 것).",
            $"{Format.Whole(over.Length)} of the last {Format.Whole(deals.Length)} new deals scored {Format.Whole(at)} or more when created: {Format.Whole(over.Count(deal => deal.Outcome == "won"))} won, {Format.Whole(over.Count(deal => deal.Outcome == "lost"))} lost so far ({Format.Whole(records)} scores as recorded then, the others worked out from what was known then).");
    }
}
