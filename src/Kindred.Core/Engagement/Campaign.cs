using Kindred.Core.Basics;
using Kindred.Core.Profiles;
using Kindred.Core.Standards;

namespace Kindred.Core.Engagement;

/// <summary>A campaign: what was said to whom, when, by which channel, and what it cost.</summary>
/// <param name="Name">Name; unique in the workspace.</param>
/// <param name="Channel">Channel, in the team's own words.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Cost">Cost, or null.</param>
/// <param name="Members">Addresses it was sent to, lower case, each once.</param>
public sealed record Campaign(string Name, string Channel, DateOnly From, DateOnly To, Money? Cost, IReadOnlyList<string> Members)
{
    /// <summary>Days after its last day in which an answer counts.</summary>
    public const int AnswerDays = 30;

    /// <summary>Makes a campaign of what somebody gave.</summary>
    /// <param name="name">Name.</param>
    /// <param name="channel">Channel.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="cost">Cost, or null.</param>
    /// <param name="members">A list or table as text: the first address of each line counts.</param>
    /// <returns>The campaign; refused: <c>campaigns.name</c>, <c>campaigns.dates</c>, <c>campaigns.cost</c>, <c>campaigns.no-members</c>.</returns>
    public static Result<Campaign> Of(string name, string channel, DateOnly from, DateOnly to, Money? cost, string members)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(members);
        var reasons = new List<Reason>();
        if (name.Trim().Length is 0 or > 200)
        {
            reasons.Add(new Reason("campaigns.name", name, new Wording("캠페인 이름을 200자 안으로 적어 주세요.", "Give the campaign a name of at most 200 characters.")));
        }

        if (to < from)
        {
            reasons.Add(new Reason("campaigns.dates", Format.Date(to), new Wording($"끝난 날 {Format.Date(to)}이(가) 시작한 날 {Format.Date(from)}보다 앞서요. 날짜를 바꿔 주세요.", $"It ends on {Format.Date(to)}, before it begins on {Format.Date(from)}. Change one of the dates.")));
        }

        if (cost is { Major: < 0 } money)
        {
            reasons.Add(new Reason("campaigns.cost", money.ToString(), new Wording($"비용 {money}은(는) 0보다 작아요. 0 이상으로 적거나 비워 두세요.", $"A cost of {money} is below 0. Write 0 or more, or leave it empty.")));
        }

        string[] emails = [.. members.Split('\n').Select(FirstAddress).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (emails.Length == 0)
        {
            reasons.Add(new Reason("campaigns.no-members", name, new Wording("받은 사람의 이메일이 한 줄도 없어요. 줄마다 이메일이 하나씩 든 CSV를 넣어 주세요.", "There is no e-mail address in the list of members. Give a CSV with one address a line.")));
        }

        return reasons.Count > 0 ? Result.Refused<Campaign>(reasons) : Result.Accepted(new Campaign(name.Trim(), channel.Trim(), from, to, cost, emails));
    }

    private static string? FirstAddress(string line) =>
        line.Split([',', ';', '\t', '"', '<', '>', ' ', '\r'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => word.IndexOf('@', StringComparison.Ordinal) > 0 && Domain.Read(word) is not null)?.ToLowerInvariant();
}

/// <summary>A measure of one cell beside everybody else in the campaign.</summary>
/// <param name="Own">Of the cell.</param>
/// <param name="Rest">Of the other members.</param>
/// <param name="AdjustedP">Chance of such a difference, corrected over the compared cells and measures (Holm); null below 20 members.</param>
public sealed record CampaignFigure(Share Own, Share Rest, double? AdjustedP)
{
    /// <summary>How it compares with everybody else in the campaign.</summary>
    public CellVerdict Verdict => AdjustedP is not { } p ? CellVerdict.TooFew : p >= ReadingCell.Level ? CellVerdict.NoDifference : Own.Rate > Rest.Rate ? CellVerdict.More : CellVerdict.Less;
}

/// <summary>Members of one profile state and one kind of person.</summary>
/// <param name="State">State of their companies; null when it is not known.</param>
/// <param name="Group">Kind of person.</param>
/// <param name="Reached">Members.</param>
/// <param name="Replied">Members who answered in any way but a bare click.</param>
/// <param name="Demo">Members who saw or asked for a demo.</param>
/// <param name="Cta">Members who followed a call to action or clicked.</param>
public sealed record CampaignCell(AccountState? State, ReaderGroup Group, int Reached, CampaignFigure Replied, CampaignFigure Demo, CampaignFigure Cta);

/// <summary>What came of a campaign.</summary>
/// <param name="Campaign">Which.</param>
/// <param name="Known">Members we know as people; the others are in the averages only.</param>
/// <param name="IsOver">Whether the days for answers are over.</param>
/// <param name="Replied">Of all members.</param>
/// <param name="Demo">Of all members.</param>
/// <param name="Cta">Of all members.</param>
/// <param name="Cells">By state and kind of person, most members first.</param>
public sealed record CampaignStudy(Campaign Campaign, int Known, bool IsOver, Share Replied, Share Demo, Share Cta, IReadOnlyList<CampaignCell> Cells);
