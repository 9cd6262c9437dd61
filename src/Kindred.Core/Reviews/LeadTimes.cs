using Kindred.Core.Accounts;
using Kindred.Core.Leads;

namespace Kindred.Core.Reviews;

/// <summary>What became of a scored lead.</summary>
/// <param name="HasMeeting">A meeting, demo or new deal since.</param>
/// <param name="IsClosed">Its deal closed.</param>
/// <param name="IsWon">Its deal was won.</param>
/// <param name="OpenDays">Age of its running deal.</param>
/// <param name="CycleDays">Days from creation to outcome.</param>
/// <param name="DaysToValue">Days from winning to first use.</param>
internal readonly record struct LeadTime(bool HasMeeting, bool IsClosed, bool IsWon, double? OpenDays, double? CycleDays, double? DaysToValue);

/// <summary>Looks up what became of leads after they were scored.</summary>
internal sealed class LeadTimes
{
    private static readonly string[] MeetingWords = ["meeting", "demo", "미팅", "데모", "시연", "상담"];
    private readonly ReviewRows _rows;
    private readonly ILookup<int, Deal> _deals;
    private readonly ILookup<int, DateOnly> _meetings;
    private readonly Dictionary<int, DateOnly> _firstUse;

    public LeadTimes(ReviewRows rows)
    {
        _rows = rows;
        _deals = rows.Facts.Deals.Where(deal => deal.IsNewBusiness && deal.CreatedOn is not null).ToLookup(deal => deal.Account);
        _meetings = rows.Facts.Activities.Where(activity => activity.On is not null && IsMeeting(activity.Kind)).ToLookup(activity => activity.Account, activity => activity.On!.Value);
        var isByMonth = rows.Facts.Usage.All(usage => usage.FirstOn.Day == 1);
        _firstUse = isByMonth ? [] : rows.Facts.Usage.GroupBy(usage => usage.Account).ToDictionary(group => group.Key, group => group.Min(usage => usage.FirstOn));
    }

    /// <summary>Whether an activity is a meeting.</summary>
    public static bool IsMeeting(string kind) => MeetingWords.Any(word => kind.Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>First meeting or new deal on a day or later; null without one.</summary>
    public DateOnly? MeetingSince(int account, DateOnly day) => account < 0 ? null
        : _meetings[account].Concat(_deals[account].Select(deal => deal.CreatedOn!.Value)).Where(on => on >= day && on <= _rows.Facts.AsOf).Select(on => (DateOnly?)on).Min();

    public LeadTime Of(ScoreRecord record)
    {
        var (account, day) = (_rows.AccountOf(record.Lead), DateOnly.FromDateTime(record.At.DateTime));
        if (account < 0)
        {
            return default;
        }

        var hasMeeting = MeetingSince(account, day) is not null;
        var deal = _deals[account].Where(deal => deal.CreatedOn >= day && deal.CreatedOn <= _rows.Facts.AsOf).MinBy(deal => deal.CreatedOn);
        if (deal is null)
        {
            return new LeadTime(hasMeeting, false, false, null, null, null);
        }

        var isWon = deal.Outcome == DealOutcome.Won;
        return deal.Outcome == DealOutcome.Open
            ? new LeadTime(hasMeeting, false, false, _rows.Facts.AsOf.DayNumber - deal.CreatedOn!.Value.DayNumber, null, null)
            : new LeadTime(hasMeeting, true, isWon, null, deal.ClosedOn >= deal.CreatedOn ? deal.ClosedOn!.Value.DayNumber - deal.CreatedOn!.Value.DayNumber : null,
                isWon && deal.ClosedOn is { } won && _firstUse.TryGetValue(account, out var used) && used >= won ? used.DayNumber - won.DayNumber : null);
    }
}
